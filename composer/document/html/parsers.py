"""The two HTML parsers behind one interface: they tell where each piece of markup stands.

turbohtml follows the HTML Standard and is fast; the standard library's parser is the fallback.
Both get text of the same length as the source, without carriage returns and NUL, and report
markup alone: text is what lies between.
"""

from collections.abc import Callable, Iterable
from enum import Enum
from html.parser import HTMLParser

from turbohtml import TokenType, tokenize


class Kind(Enum):
    """Kinds of markup."""

    START = "start tag"
    END = "end tag"
    COMMENT = "comment"
    DOCTYPE = "doctype"


# One piece of markup: its kind, the tag's name in lower case, and its range. A plain tuple, as
# there are hundreds in a message and each is looked at once.
Markup = tuple[Kind, str, int, int]
Parser = Callable[[str], Iterable[Markup]]

# Elements whose content is text to the parser, whatever it looks like.
TEXT_ELEMENTS = (
    *("script", "style", "title", "textarea"),
    *("iframe", "noembed", "noframes", "noscript", "plaintext", "xmp"),
)

# All but text.
_KINDS = {
    TokenType.START_TAG: Kind.START,
    TokenType.END_TAG: Kind.END,
    TokenType.COMMENT: Kind.COMMENT,
    TokenType.PROCESSING_INSTRUCTION: Kind.COMMENT,
    TokenType.DOCTYPE: Kind.DOCTYPE,
}


def turbohtml_markup(text: str) -> list[Markup]:
    """Return the markup of `text` as turbohtml sees it."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    found: list[Markup] = []
    for token in tokenize(text, resolve_references=False, capture_source=True):
        kind = _KINDS.get(token.type)
        if kind is not None:
            start = starts[token.line - 1] + token.col
            found.append((kind, token.tag or "", start, start + len(token.source or "")))
    return found


def stdlib_markup(text: str) -> list[Markup]:
    """Return the markup of `text` as the standard library's parser sees it."""
    return _Recorder(text).markup


class _Recorder(HTMLParser):
    """Records ranges. The parser reads all of its text at once, so its indexes are offsets."""

    # Newer patch releases have a second kind, in which they decode references.
    CDATA_CONTENT_ELEMENTS = TEXT_ELEMENTS  # type: ignore[misc]  # the only way to tell it
    RCDATA_CONTENT_ELEMENTS = ()  # type: ignore[misc]  # the same

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=False)
        self.markup: list[Markup] = []
        self._name = ""
        self.rawdata = text
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- theirs
        self._name = tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 -- theirs
        self._name = tag

    def handle_endtag(self, tag: str) -> None:
        self._name = tag

    def parse_starttag(self, i: int) -> int:
        self._name = ""
        end = super().parse_starttag(i)
        if end < 0:  # the source ends inside the tag
            return len(self.rawdata)
        if end > i and self._name:
            self.markup.append((Kind.START, self._name, i, end))
        return end

    def parse_endtag(self, i: int) -> int:
        if self.cdata_elem is None and not self.rawdata[i + 2 : i + 3].isalpha():
            return self.parse_bogus_comment(i)
        self._name = ""
        end = super().parse_endtag(i)
        if end > i and self._name:
            self.markup.append((Kind.END, self._name, i, end))
        return end

    def parse_comment(self, i: int, report: bool = True) -> int:  # noqa: ARG002, FBT001, FBT002 -- theirs
        end = _comment_end(self.rawdata, i + 4)
        self.markup.append((Kind.COMMENT, "", i, end))
        return end

    def parse_html_declaration(self, i: int) -> int:
        """Find the end of ``<!…>`` as the HTML Standard does; the library raises on some."""
        if self.rawdata.startswith("<!--", i):
            return self.parse_comment(i)
        if self.rawdata[i + 2 : i + 9].lower() != "doctype":
            return self.parse_bogus_comment(i)
        end = _after(self.rawdata, ">", i + 2)
        self.markup.append((Kind.DOCTYPE, "", i, end))
        return end

    def parse_bogus_comment(self, i: int, report: int = 1) -> int:  # noqa: ARG002 -- theirs
        end = _after(self.rawdata, ">", i + 2)
        self.markup.append((Kind.COMMENT, "", i, end))
        return end

    def parse_pi(self, i: int) -> int:
        return self.parse_bogus_comment(i)


def _comment_end(text: str, start: int) -> int:
    for short in (">", "->"):
        if text.startswith(short, start):
            return start + len(short)
    return min(_after(text, "-->", start), _after(text, "--!>", start))


def _after(text: str, mark: str, start: int) -> int:
    found = text.find(mark, start)
    return len(text) if found < 0 else found + len(mark)
