"""Clauses: the sentences of the guidelines, each with its source, date and grade."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from composer.policy.edition import Edition
from composer.policy.source import Grade, Source, cited
from composer.policy.table import PolicyError, Table

QUOTE_WORDS = 25


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of the guidelines, as an edition has it.

    `text` is our wording; `quote` is published wording, 25 words at most. `date` is the day the
    wording took effect, None where no source is dated. `since` is the edition that brought it.
    `note` is our reading where sources differ; `statement` is what no program can check and whoever
    approves confirms, and `statements` what is confirmed in its place under some reasons.
    """

    id: str
    group: str
    heading: str
    text: str
    quote: str | None
    sources: tuple[Source, ...]
    date: date | None
    since: str
    in_replies: bool
    note: str | None
    statement: str | None
    statements: Mapping[str, str]

    def statement_for(self, reason: str) -> str | None:
        """Return what whoever approves a message with this reason confirms."""
        return self.statements.get(reason, self.statement)

    @property
    def source(self) -> Source:
        """The leading source, the one `quote` is taken from."""
        return self.sources[0]

    @property
    def grade(self) -> Grade:
        """The grade of the leading source."""
        return self.source.grade


def read_clauses(
    file: Table,
    sources: Mapping[str, Source],
    editions: Mapping[str, Edition],
    edition: Edition,
) -> dict[str, Clause]:
    """Read the clauses of clauses.toml in force in `edition`, by id, in the file's order."""
    found: dict[str, Clause] = {}
    for clause in _all_clauses(file, sources, editions):
        since = editions[clause.since].date
        held = found.get(clause.id)
        if held is not None and held.since == clause.since:
            raise PolicyError(f"{file.place}: clause {clause.id} is there twice")
        if since <= edition.date and (held is None or editions[held.since].date < since):
            found[clause.id] = clause
    return found


def _all_clauses(
    file: Table, sources: Mapping[str, Source], editions: Mapping[str, Edition]
) -> Iterator[Clause]:
    headings = {table.text("id"): table.text("heading") for table in file.tables("group")}
    for table in file.tables("clause"):
        clause = _clause(table, sources, headings)
        if clause.since not in editions:
            raise PolicyError(f"{table.place}: since names no edition")
        yield clause


def _clause(table: Table, sources: Mapping[str, Source], headings: Mapping[str, str]) -> Clause:
    name = table.text("id")
    group = name.partition("-")[0]
    if group not in headings:
        raise PolicyError(f"{table.place}: no group {group}")
    in_replies = table.optional_flag("in_replies")
    stated = table.table("statement_for")
    clause = Clause(
        id=name,
        group=group,
        heading=headings[group],
        text=table.text("text"),
        quote=table.optional_text("quote"),
        sources=cited(table, sources),
        date=table.optional_day("date"),
        since=table.text("since"),
        in_replies=True if in_replies is None else in_replies,
        note=table.optional_text("note"),
        statement=table.optional_text("statement"),
        statements={reason: stated.text(reason) for reason in stated.values},
    )
    stated.done()
    table.done()
    if clause.quote and len(clause.quote.split()) > QUOTE_WORDS:
        raise PolicyError(f"{table.place}: quote has more than {QUOTE_WORDS} words")
    return clause
