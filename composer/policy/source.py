"""Where a clause, a limit or a reading comes from, and how far it can be trusted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from composer.policy.table import PolicyError, Table


class Grade(StrEnum):
    """How near a source is to Amazon: A is Amazon itself, D cannot be verified."""

    AMAZON = "A"
    REPUBLISHED = "B"
    PARAPHRASE = "C"
    UNVERIFIED = "D"


@dataclass(frozen=True, slots=True)
class Source:
    """A published text; `url` is None where it has no public address, `date` where undated."""

    id: str
    grade: Grade
    name: str
    url: str | None
    date: date | None


def read_sources(file: Table) -> dict[str, Source]:
    """Read sources.toml, by id; raises PolicyError."""
    sources: dict[str, Source] = {}
    for table in file.tables("source"):
        source = Source(
            table.text("id"),
            Grade(table.text("grade")),
            table.text("name"),
            table.optional_text("url"),
            table.optional_day("date"),
        )
        table.done()
        if source.id in sources:
            raise PolicyError(f"{table.place}: named twice")
        sources[source.id] = source
    return sources


def cited(table: Table, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    """Return the sources `table` cites, the leading one first; raises PolicyError for none."""
    ids = table.texts("sources")
    unknown = [name for name in ids if name not in sources]
    if unknown or not ids:
        raise PolicyError(f"{table.place}: sources unknown or missing: {', '.join(unknown)}")
    return tuple(sources[name] for name in ids)
