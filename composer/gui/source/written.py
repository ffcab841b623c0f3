"""A document as the source a seller edits, and that source as a document again."""

from bisect import bisect_right
from dataclasses import dataclass, field

from composer.document import Document
from composer.document.html.reader import HtmlReading, read_html
from composer.document.html.writer import write_body, write_html
from composer.document.placeholders import PlaceholderTable
from composer.lint.finding import Location


@dataclass(frozen=True)
class Written:
    """HTML source and what it says; source offsets and positions are code points.

    Raises:
        DocumentError: on making it, where the source is over a reader's bounds.
    """

    source: str
    placeholders: PlaceholderTable
    reading: HtmlReading = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "reading", read_html(self.source, self.placeholders))

    @property
    def document(self) -> Document:
        """The message it says."""
        return self.reading.document

    def span(self, where: Location) -> tuple[int, int]:
        """Return the source range of what a finding points at: words, or an attribute's value."""
        if where.field != "text":
            found = self.reading.source_map.attribute(where.start, where.field, where.name)
            if found is not None and found[0] < found[1]:
                return found
        return self.reading.source_map.span(where.start, where.end)

    def offset(self, position: int) -> int:
        """Return the source offset of a position in the document's text."""
        return self.reading.source_map.point(position)

    def position(self, offset: int) -> int:
        """Return the position in the document's text that stands at a source offset, or before."""
        places = range(len(self.document.text) + 1)
        return max(0, bisect_right(places, offset, key=self.offset) - 1)


def source_of(document: Document, language: str) -> str:
    """Return the canonical source of `document`: the message alone where that says it all."""
    path = document.blocks[0].path
    if document.head or (path and path[0].tag == "body"):
        return write_html(document, lang=language)
    return write_body(document)


def written(document: Document, language: str, placeholders: PlaceholderTable) -> Written:
    """Return the canonical source of `document` and where everything stands in it."""
    return Written(source_of(document, language), placeholders)
