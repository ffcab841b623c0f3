"""Documents written as canonical HTML: one form for each document, one block on each line."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from composer.document.block import Block
from composer.document.container import Container, Path, shared_depth
from composer.document.html.markup import BREAK, escape, start_tag, write_inlines
from composer.document.inline import LineBreak, Raw
from composer.document.model import Document
from composer.document.style import PLAIN

BLOCK_MARK = "\ufdd0"
RAW_MARK = "\ufdd1"
"""Characters that no text in a document holds: the model's door replaces them."""

_INDENT = "  "
_KEEPS_SPACE = {
    **dict.fromkeys(("pre", "pre-wrap", "pre-line", "break-spaces"), True),
    **dict.fromkeys(("normal", "nowrap"), False),
}


def write_body(document: Document) -> str:
    """Return the message alone, for a place inside another page.

    Its ``<body>``, where it has one, becomes a ``<div>``: style set there goes on to act.
    """
    return "\n".join(_Lines("div").written(document.blocks)) + "\n"


def write_html(
    document: Document,
    *,
    lang: str,
    dir: str | None = None,  # noqa: A002 - the attribute's name
    title: str = "",
    metas: Iterable[tuple[str, str]] = (),
    marked: bool = False,
) -> str:
    """Return a whole HTML file; `metas` are names and contents of ``<meta>``, in this order.

    With `marked`, one `BLOCK_MARK` stands before each block, and raw markup between two
    `RAW_MARK`s, so that whoever renders the file can find each block again.
    """
    lines = ["<!DOCTYPE html>", start_tag("html", PLAIN, (("lang", lang), ("dir", dir)))]
    lines += ["<head>", '<meta charset="utf-8">', f"<title>{escape(title)}</title>"]
    lines += [start_tag("meta", PLAIN, (("name", name), ("content", c))) for name, c in metas]
    lines += [*document.head, "</head>"]
    body = _Lines("body", marked=marked).written(document.blocks)
    if not _has_body(document):
        body = ["<body>", *body, "</body>"]
    if _has_body(document) and _keeps_space(document.blocks[0].path[0], outer=False):
        # Line ends beside the body would count as its content.
        return "\n".join(lines) + "\n".join(body) + "</html>"
    return "\n".join([*lines, *body, "</html>"]) + "\n"


def _has_body(document: Document) -> bool:
    path = document.blocks[0].path
    return bool(path) and path[0].tag == "body"


def _keeps_space(container: Container, *, outer: bool) -> bool:
    """Whether line ends between the blocks in `container` would show."""
    return _KEEPS_SPACE.get(container.style.get("white-space") or "", outer)


class _Lines:
    """Lines of HTML, with elements opened and closed as the paths of the blocks change."""

    def __init__(self, body: str, *, marked: bool = False) -> None:
        self._body = body
        self._write = _marked_block if marked else write_block
        self._lines: list[str] = []
        self._open: Path = ()
        self._keeps: list[bool] = [False]  # whether a new line would show, in each open element
        self._alone = False  # the last line is an element's start and bare text

    def written(self, blocks: Sequence[Block]) -> list[str]:
        for block in blocks:
            shared = shared_depth(self._open, block.path)
            self._close(shared)
            starting = len(block.path) > shared
            for container in block.path[shared:]:
                self._add(_opened(container, self._name(container)))
                self._open = (*self._open, container)
                self._keeps.append(_keeps_space(container, outer=self._keeps[-1]))
            if starting and not block.tag:
                self._lines[-1] += self._write(block)
            else:
                self._add(self._write(block))
            self._alone = starting and not block.tag
        self._close(0)
        return self._lines

    def _close(self, depth: int) -> None:
        while len(self._open) > depth:
            *outer, container = self._open
            self._open = tuple(outer)
            end = f"</{self._name(container)}>"
            kept = self._keeps.pop()
            if self._alone or kept:
                self._lines[-1] += end
                self._alone = False
            else:
                self._add(end)

    def _add(self, line: str) -> None:
        if self._keeps[-1] and self._lines:
            self._lines[-1] += line
            return
        body = bool(self._open) and self._open[0].tag == "body"
        self._lines.append(_INDENT * (len(self._open) - body) + line)

    def _name(self, container: Container) -> str:
        return self._body if container.tag == "body" else container.tag


@lru_cache(maxsize=4096)
def _opened(container: Container, name: str) -> str:
    return start_tag(name, container.style, container.attributes)


@lru_cache(maxsize=4096)
def write_block(block: Block) -> str:
    """Return one block without the containers around it.

    A line that ends in a break or holds nothing gets one more break, which renders nothing.
    """
    if block.tag == "hr":
        return start_tag("hr", block.style, block.attributes)
    content = write_inlines(block.inlines)
    if block.inlines and isinstance(block.inlines[-1], LineBreak):
        content += BREAK
    if not block.tag:
        return content
    start = start_tag(block.tag, block.style, block.attributes)
    return f"{start}{content or BREAK}</{block.tag}>"


def _marked_block(block: Block) -> str:
    if not any(isinstance(inline, Raw) for inline in block.inlines):
        return BLOCK_MARK + write_block(block)
    inlines = tuple(
        replace(inline, html=f"{RAW_MARK}{inline.html}{RAW_MARK}")
        if isinstance(inline, Raw)
        else inline
        for inline in block.inlines
    )
    return BLOCK_MARK + write_block(replace(block, inlines=inlines))
