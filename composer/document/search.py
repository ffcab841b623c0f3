"""Finding words in a document, and what other words in their place would be."""

from dataclasses import dataclass

import regex

from composer.document.block import Block
from composer.document.edits import ReplaceText
from composer.document.inline import LINE_SEPARATOR, Placeholder
from composer.document.model import Document
from composer.phrase import Phrase

PATIENCE = 2.0  # seconds a seller's own pattern may take for one paragraph
_TOO_LONG = Phrase("This pattern takes too long. Make it simpler.")


class QueryError(ValueError):
    """What is looked for, or put in its place, cannot be understood; the text says why."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is looked for.

    `case`: capitals count. `whole`: whole words alone. `pattern`: `text` is a regular expression,
    one that finds nothing across paragraphs.
    """

    text: str
    case: bool = False
    whole: bool = False
    pattern: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """Code points `start` to `end` of a document's text, and the match that found them."""

    start: int
    end: int
    match: "regex.Match[str]"

    def replaced(self, query: Query, text: str) -> ReplaceText:
        """Return the edit that puts `text` in place of the hit; a pattern may name its groups.

        Where capitals do not count, those that the hit has and the query has not are kept.

        Raises:
            QueryError: where `text` names a group that the pattern has not.
        """
        if query.pattern:
            try:
                text = self.match.expand(text)
            except (regex.error, IndexError) as error:
                raise QueryError(
                    Phrase("The replacement cannot be used: {error}.", error=error)
                ) from error
        elif not query.case:
            text = _capitalised(text, query.text, self.match.group())
        return ReplaceText(self.start, self.end, text)


def find(document: Document, query: Query) -> tuple[Hit, ...]:
    """Return every place of `query` in order; placeholders are found whole, as they are spelled.

    Raises:
        QueryError: where the pattern is not a regular expression, or takes too long.
    """
    if not query.text:
        return ()
    expression = _compiled(query)
    found: list[Hit] = []
    try:
        for start, block in zip(document.starts, document.blocks, strict=True):
            text, origins = _spelled(block)
            for match in expression.finditer(text, timeout=PATIENCE):
                low, high = match.span()
                if low < high and _is_whole(origins, low, high):
                    found.append(Hit(start + origins[low], start + origins[high - 1] + 1, match))
    except TimeoutError as error:
        raise QueryError(_TOO_LONG) from error
    return tuple(found)


def find_in_text(text: str, query: Query) -> tuple[Hit, ...]:
    """Return every place of `query` in plain text, such as source.

    Raises:
        QueryError: where the pattern is not a regular expression, or takes too long.
    """
    if not query.text:
        return ()
    try:
        return tuple(
            Hit(*match.span(), match)
            for match in _compiled(query).finditer(text, timeout=PATIENCE)
            if match.end() > match.start()
        )
    except TimeoutError as error:
        raise QueryError(_TOO_LONG) from error


def _capitalised(text: str, asked: str, found: str) -> str:
    """Return `text` with the capitals that `found` has where `asked` has none.

    What has capitals of its own, as a name does, stays as it was typed.
    """
    if not text or text != text.lower() or "{{" in text:
        return text
    shouted = found.isupper() and sum(map(str.isupper, found)) > 1
    if shouted and not asked.isupper():
        return text.upper()
    if found[0].isupper() and not asked[0].isupper():
        return text[0].title() + text[1:]
    return text


def _compiled(query: Query) -> "regex.Pattern[str]":
    source = query.text if query.pattern else regex.escape(query.text, special_only=True)
    if query.whole:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    flags = regex.MULTILINE | (0 if query.case else regex.IGNORECASE)
    try:
        return regex.compile(source, flags)
    except regex.error as error:
        raise QueryError(
            Phrase("This is not a regular expression: {error}.", error=error)
        ) from error


def _spelled(block: Block) -> tuple[str, list[int]]:
    """The text with placeholders spelled out, and where each character of it comes from."""
    pieces: list[str] = []
    origins: list[int] = []
    for start, end, inline in block.runs():
        if isinstance(inline, Placeholder):
            piece, places = inline.spelling, [start] * len(inline.spelling)
        else:
            piece, places = block.text[start:end], list(range(start, end))
        pieces.append(piece)
        origins += places
    return "".join(pieces).replace(LINE_SEPARATOR, "\n"), origins


def _is_whole(origins: list[int], low: int, high: int) -> bool:
    """Whether the range begins and ends at no part of a placeholder: that would destroy it."""
    begins = low == 0 or origins[low - 1] != origins[low]
    return begins and (high == len(origins) or origins[high] != origins[high - 1])
