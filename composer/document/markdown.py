"""Markdown to a document, with a map back to the source where the reader can prove it."""

import re
from dataclasses import dataclass
from html import escape

from markdown import Markdown

from composer.document.errors import DocumentError
from composer.document.html.reader import read_html
from composer.document.markdown_map import MarkdownSourceMap, map_markdown
from composer.document.model import Document
from composer.document.placeholders import CANONICAL, PlaceholderTable
from composer.phrase import Phrase

MAX_LENGTH = 2_000_000
# At each of these characters the Markdown library may read its paragraph to the end: about a
# second for this many steps, and four for twice the text.
MAX_STEPS = 5_000_000
_LOOKS_AHEAD = "[<&"
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n")
_BYTE_ORDER_MARK = "\ufeff"
_EXTENSIONS = ("fenced_code", "sane_lists", "tables")
# Private characters around a number stand in for a placeholder, whose own may be Markdown.
_OPEN, _CLOSE = "\U0010fff0", "\U0010fff1"
_MASK = re.compile(f"{_OPEN}(\\d+){_CLOSE}")


@dataclass(frozen=True, slots=True)
class MarkdownReading:
    """What a Markdown text holds."""

    document: Document
    source_map: MarkdownSourceMap


def read_markdown(source: str, placeholders: PlaceholderTable = CANONICAL) -> MarkdownReading:
    """Return the document that `source` is.

    Raises:
        DocumentError: for more than 2,000,000 characters, more brackets in a paragraph than can
            be read in a second, or HTML in it over its own bounds.
    """
    source = source.removeprefix(_BYTE_ORDER_MARK)
    if len(source) > MAX_LENGTH:
        raise DocumentError(
            Phrase("The message is longer than {most:,} characters.", most=MAX_LENGTH)
        )
    if _steps(source) > MAX_STEPS:
        raise DocumentError(Phrase("A paragraph has too many brackets to be read as Markdown."))
    masked, spellings = _masked(source, placeholders)
    try:
        html = Markdown(extensions=list(_EXTENSIONS)).convert(masked)
    except RecursionError:
        raise DocumentError(Phrase("The message nests Markdown too deep.")) from None
    document = read_html(_unmasked(html, spellings), placeholders).document
    return MarkdownReading(document, map_markdown(source, document))


def _steps(source: str) -> int:
    """The most characters the Markdown library reads to match all brackets of all paragraphs."""
    return sum(
        len(paragraph) * sum(map(paragraph.count, _LOOKS_AHEAD))
        for paragraph in _BLANK_LINE.split(source)
    )


def _masked(source: str, placeholders: PlaceholderTable) -> tuple[str, list[str]]:
    parts: list[str] = []
    spellings: list[str] = []
    position = 0
    for match in placeholders.find(source):
        parts += [source[position : match.start], f"{_OPEN}{len(spellings)}{_CLOSE}"]
        spellings.append(source[match.start : match.end])
        position = match.end
    return "".join([*parts, source[position:]]), spellings


def _unmasked(html: str, spellings: list[str]) -> str:
    def spelling(match: re.Match[str]) -> str:
        number = int(match[1])
        return escape(spellings[number]) if number < len(spellings) else match[0]

    return _MASK.sub(spelling, html)
