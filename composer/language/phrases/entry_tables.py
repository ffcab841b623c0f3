"""The entries, rewrites and innocent messages of a lexicon, read from its files."""

from collections.abc import Callable, Iterator

from composer.language.phrases.entry import WHOLE_MESSAGE, Entry, Example, Rewrite
from composer.policy.table import PolicyError, Table


class LexiconError(PolicyError):
    """A lexicon that is not written as lexicons are; the text names file, entry and mistake."""


def read_entries(file: Table, number: Callable[[str], int]) -> Iterator[Entry]:
    """Yield the entries of a topic; `number` gives a pattern its number."""
    for table in file.tables("entry"):
        yield _entry(table, number)


def _entry(table: Table, number: Callable[[str], int]) -> Entry:
    reason = table.optional_text("reason") or ""
    entry = Entry(
        cues=tuple(map(number, table.texts("cues"))),
        unless=tuple(map(number, table.texts("unless"))),
        unless_anywhere=tuple(map(number, table.texts("unless_anywhere"))),
        within=_within(table),
        ordered=table.optional_flag("ordered") or False,
        hard=table.optional_flag("hard") or False,
        examples=(
            *(Example(text, fires=True, reason=reason) for text in table.texts("fires")),
            *(Example(text, fires=False, reason=reason) for text in table.texts("silent")),
        ),
        doubtful=tuple(
            Example(text, fires=False, reason=reason) for text in table.texts("doubtful")
        ),
    )
    table.done()
    if not entry.cues:
        raise LexiconError(f"{table.place}: cues is missing")
    if not any(example.fires for example in entry.examples):
        raise LexiconError(f"{table.place}: fires is missing")
    return entry


def _within(table: Table) -> int:
    if (table.optional_text("where") or "") == "message":
        return WHOLE_MESSAGE
    return table.optional_whole("within") or 0


def read_rewrites(file: Table) -> Iterator[Rewrite]:
    """Yield the neutral sentences."""
    for table in file.tables("rewrite"):
        yield Rewrite(
            table.text("text"), table.texts("topics"), table.optional_text("register") or ""
        )
        table.done()


def read_innocent(file: Table) -> Iterator[Example]:
    """Yield the messages of which nothing must be found."""
    for table in file.tables("message"):
        yield Example(table.text("text"), fires=False, reason=table.optional_text("reason") or "")
        table.done()
