"""HTML to a document, with a map back to the source."""

import re
from dataclasses import dataclass

from composer.document.errors import DocumentError
from composer.document.html.cascade import Cascade, PlacedSheet
from composer.document.html.flow import Flow
from composer.document.html.lexer import tokens
from composer.document.html.media import holds_everywhere
from composer.document.html.parsers import Parser, turbohtml_markup
from composer.document.html.sheet import parse_sheet
from composer.document.html.source_map import HtmlSourceMap
from composer.document.html.tokens import Characters
from composer.document.html.tree import Element, Tree
from composer.document.html.tree_builder import build_tree
from composer.document.model import Document
from composer.document.placeholders import CANONICAL, PlaceholderTable
from composer.document.source_map import Span
from composer.phrase import Phrase

MAX_LENGTH = 2_000_000
_BYTE_ORDER_MARK = "\ufeff"
_WHITE = re.compile(r"[ \t\n\f\r]+")


@dataclass(frozen=True, slots=True)
class HtmlReading:
    """What an HTML source holds; `metas` are the named ones, `notes` what was left aside."""

    document: Document
    source_map: HtmlSourceMap
    lang: str | None = None
    dir: str | None = None
    title: str | None = None
    title_span: Span | None = None
    metas: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()


def read_html(
    source: str,
    placeholders: PlaceholderTable = CANONICAL,
    parser: Parser = turbohtml_markup,
) -> HtmlReading:
    """Return the document that `source` is, a whole file or a fragment.

    Raises:
        DocumentError: for input over the bounds: 2,000,000 characters, 100,000 elements, nesting
            deeper than 200, 300,000 times that a style rule may hold for an element.
    """
    source = source.removeprefix(_BYTE_ORDER_MARK)
    if len(source) > MAX_LENGTH:
        raise DocumentError(
            Phrase("The message is longer than {most:,} characters.", most=MAX_LENGTH)
        )
    tree = build_tree(tokens(source, placeholders, parser))
    head = _Head(source, tree)
    cascade = Cascade(head.sheets)
    flow = Flow(source, cascade, placeholders)
    flow.body(tree.html, tree.body, tree.head)
    document = Document(tuple(built.block for built in flow.blocks), tuple(head.raw))
    return HtmlReading(
        document,
        HtmlSourceMap(source, flow.blocks, document.starts[: len(flow.blocks)], cascade),
        tree.html.value("lang") or tree.body.value("lang"),
        tree.html.value("dir") or tree.body.value("dir"),
        head.title,
        head.title_span,
        tuple(head.metas),
        tuple(head.notes),
    )


class _Head:
    """What stands in the head, or belongs there."""

    def __init__(self, source: str, tree: Tree) -> None:
        self.sheets: list[PlacedSheet] = []
        self.raw: list[str] = []
        self.title: str | None = None
        self.title_span: Span | None = None
        self.metas: list[tuple[str, str]] = []
        self.notes: list[str] = []
        self._source = source
        for element in tree.head:
            self._take(element)
        if tree.handlers:
            self.notes.append("Left out: event handlers (" + ", ".join(tree.handlers) + ").")

    def _take(self, element: Element) -> None:
        match element.name:
            case "title" if self.title is None:
                # not str.split(): a hard space is a character of the subject
                self.title = _WHITE.sub(" ", _text(element)).strip(" ")
                self.title_span = _trimmed(self._source, element.inner, element.inner_end)
            case "meta":
                self._meta(element)
            case "style":
                self._style(element)
            case "link" | "base" | "script":
                self.raw.append(element.markup(self._source))

    def _meta(self, element: Element) -> None:
        name = element.value("name")
        if (element.value("http-equiv") or "").strip().lower() == "refresh":
            self.raw.append(self._source[element.start : element.end])
        elif name:
            self.metas.append((name, element.value("content") or ""))

    def _style(self, element: Element) -> None:
        if not holds_everywhere(element.value("media") or ""):
            self.raw.append(self._source[element.start : element.end])
            self.notes.append("A style sheet for some devices only is kept as it is.")
            return
        sheet = parse_sheet(self._source[element.inner : element.inner_end])
        self.sheets.append(PlacedSheet(sheet, element.inner))
        if sheet.rest:
            self.raw.append(f"<style>{sheet.rest}</style>")
            self.notes.append("Kept as they are: style rules for " + ", ".join(sheet.reasons) + ".")


def _text(element: Element) -> str:
    return "".join(node.text for node in element.children if isinstance(node, Characters))


def _trimmed(source: str, start: int, end: int) -> Span:
    text = source[start:end]
    return start + len(text) - len(text.lstrip()), end - (len(text) - len(text.rstrip()))
