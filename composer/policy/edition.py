"""Editions: dated sets of clauses and limits of the guidelines."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from composer.policy.source import Source, cited
from composer.policy.table import PolicyError, Table


@dataclass(frozen=True, slots=True)
class Limits:
    """Measures of the guidelines; `margin` and `image_width` are fractions of the width.

    `margin` is the most for one side (S-MARG), `image_width` the widest picture (S-IMGW). Amazon
    names no reference, so `reference_width` and `phone_width` (CSS px) are ours.
    """

    font_sizes: int
    margin: float
    image_width: float
    line_breaks: int
    send_within_days: int
    reference_width: int
    phone_width: int


@dataclass(frozen=True, slots=True)
class Edition:
    """One edition; `sentence` names it on screen, `changes` what it brought, in words."""

    id: str
    date: date
    sentence: str
    changes: str
    limits: Limits
    sources: tuple[Source, ...]


def read_editions(file: Table, sources: Mapping[str, Source]) -> dict[str, Edition]:
    """Read editions.toml, by id, oldest first; raises PolicyError."""
    editions = sorted(
        (_edition(table, sources) for table in file.tables("edition")), key=lambda it: it.date
    )
    if not editions:
        raise PolicyError(f"{file.place}: no edition")
    return {edition.id: edition for edition in editions}


def _edition(table: Table, sources: Mapping[str, Source]) -> Edition:
    edition = Edition(
        table.text("id"),
        table.day("date"),
        table.text("sentence"),
        table.text("changes"),
        _limits(table.table("limits")),
        cited(table, sources),
    )
    table.done()
    return edition


def _limits(table: Table) -> Limits:
    limits = Limits(
        font_sizes=table.whole("font_sizes"),
        margin=table.fraction("margin"),
        image_width=table.fraction("image_width"),
        line_breaks=table.whole("line_breaks"),
        send_within_days=table.whole("send_within_days"),
        reference_width=table.whole("reference_width"),
        phone_width=table.whole("phone_width"),
    )
    table.done()
    return limits
