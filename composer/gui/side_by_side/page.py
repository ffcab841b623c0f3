"""The table of two messages as rich text: paragraphs level, what differs marked."""

from collections.abc import Iterator
from html import escape

from composer.document import Block, Document, Image, Inline, LineBreak, Placeholder, Raw, Text
from composer.document.comparison import Kind, Piece, Pieces, Row
from composer.gui.editor.objects import words_of
from composer.gui.side_by_side.shown import Manner, Shown, Side
from composer.gui.theme.tokens import Colours
from composer.gui.words.text import tr_

_SIGNS = {
    Kind.SAME: "",
    Kind.CHANGED: "≠",
    Kind.LOOK: "≈",
    Kind.REMOVED: "−",
    Kind.ADDED: "+",
}
_NO_BREAK = "\u00a0"


def page_html(shown: Shown, colours: Colours) -> str:
    """Return the rows of `shown` as one table: sign, left, right; the first is the subject."""
    marks = {side: _style(shown.manner, side, colours) for side in ("left", "right")}
    subject = f'<span style="color: {colours.muted}">{escape(tr_("side_by_side.subject"))}</span> '
    rows = "".join(
        _row(row, shown, marks, colours, "" if number else subject)
        for number, row in enumerate(shown.difference.all)
    )
    return (
        '<table width="100%" cellspacing="0" cellpadding="0" border="0" '
        f'style="border-collapse: collapse; color: {colours.text}">{rows}</table>'
    )


def message_html(subject: Document, body: Document, side: Side, colours: Colours) -> str:
    """Return one message as rich text: its subject, then its paragraphs."""
    style = f"color: {colours.muted}"
    lead = f'<span style="{style}">{escape(tr_("side_by_side.subject"))}</span> '
    first = [(block, lead) for block in subject.blocks[:1]] or [(Block(), lead)]
    cells = (
        _cell(block, tuple(map(Piece, block.inlines)), side, "", colours, before)
        for block, before in (*first, *((block, "") for block in body.blocks))
    )
    rows = "".join(f'<tr><td style="padding: 0 0 10px 0">{cell}</td></tr>' for cell in cells)
    return f'<table width="100%" style="color: {colours.text}">{rows}</table>'


def legend_html(manner: Manner, colours: Colours) -> str:
    """Return what the marks mean, each drawn as it is in the table."""
    sides = ("right",) if manner is Manner.LANGUAGES else ("left", "right")
    shown = (
        f'<span style="{_style(manner, side, colours)}">'
        f"{escape(tr_(f'side_by_side.legend.{manner}.{side}'))}</span>"
        for side in sides
    )
    return f"{_NO_BREAK * 3} ".join((*shown, escape(tr_(f"side_by_side.legend.{manner}.signs"))))


def _style(manner: Manner, side: str, colours: Colours) -> str:
    """Return how words stand that the other side lacks: a line tells it, the colour helps."""
    if manner is Manner.LANGUAGES:
        return f"text-decoration: underline; background: {colours.hit}; color: {colours.text}"
    if side == "left":
        soft, text, line = colours.must_fix_soft, colours.must_fix_text, "line-through"
    else:
        soft, text, line = colours.approved_soft, colours.approved_text, "underline"
    return f"text-decoration: {line}; background: {soft}; color: {text}"


def sign_style(colours: Colours) -> str:
    """Return how the sign in front of a row stands."""
    return f"color: {colours.muted}; font-size: large"


def _row(row: Row, shown: Shown, marks: dict[str, str], colours: Colours, lead: str) -> str:
    line = f"border-bottom: 1px solid {colours.line_soft}"
    cell = f'valign="top" style="padding: 5px 10px 6px 10px; {line}"'
    sign = f'width="22" align="center" valign="top" style="padding: 1px 0 0 6px; {line}"'
    left = _cell(row.left, row.left_pieces, shown.left, marks["left"], colours, lead)
    right = _cell(row.right, row.right_pieces, shown.right, marks["right"], colours, lead)
    return (
        f'<tr><td {sign}><span style="{sign_style(colours)}">{_SIGNS[row.kind]}</span></td>'
        f'<td width="50%" {cell}>{left}</td><td width="50%" {cell}>{right}</td></tr>'
    )


def _cell(
    block: Block | None, pieces: Pieces, side: Side, mark: str, colours: Colours, lead: str
) -> str:
    if block is None:
        return ""
    words = "".join(_words(pieces, mark, colours))
    if block.tag == "hr":
        words = "―――――"
    elif not words:
        words = f'<span style="color: {colours.faint}">¶</span>'
    if block.heading:
        words = f"<b>{words}</b>"
    if any(each.tag == "li" for each in block.path):
        words = f"•{_NO_BREAK}{words}"
    direction = "rtl" if side.right_to_left else "ltr"
    return f'<p dir="{direction}" style="margin: 0">{lead}{words}</p>'


def _words(pieces: Pieces, mark: str, colours: Colours) -> Iterator[str]:
    for piece in pieces:
        words = _inline(piece.inline, colours, marked=piece.marked)
        yield f'<span style="{mark}">{words}</span>' if piece.marked else words


def _inline(inline: Inline, colours: Colours, *, marked: bool) -> str:
    if isinstance(inline, LineBreak):
        return "↵<br>" if marked else "<br>"
    if isinstance(inline, Text):
        words = escape(inline.text)
    else:
        words = escape(_object(inline)).replace(" ", _NO_BREAK)
    if isinstance(inline, Placeholder) and not marked:
        style = f"background: {colours.accent_soft}; color: {colours.accent_text}"
        words = f'<span style="{style}">{words}</span>'
    elif inline.marks.link is not None and not marked:
        words = f'<span style="color: {colours.accent}">{words}</span>'
    if inline.marks.bold:
        words = f"<b>{words}</b>"
    return f"<i>{words}</i>" if inline.marks.italic else words


def _object(inline: Image | Placeholder | Raw | LineBreak) -> str:
    if isinstance(inline, LineBreak):
        return ""
    if isinstance(inline, Image):
        return tr_("side_by_side.image", words=words_of(inline))
    return f"{_NO_BREAK}{words_of(inline)}{_NO_BREAK}"


def spoken(row: Row, number: int, count: int) -> str:
    """Return a row that differs in words, for who cannot see the marks."""
    before, after = (_marked(pieces) for pieces in (row.left_pieces, row.right_pieces))
    return tr_(
        f"side_by_side.spoken.{row.kind}",
        number=number,
        total=count,
        left=before or tr_("side_by_side.nothing"),
        right=after or tr_("side_by_side.nothing"),
    )


def _marked(pieces: Pieces) -> str:
    words = (
        it.inline.text if isinstance(it.inline, Text) else _object(it.inline)
        for it in pieces
        if it.marked
    )
    return " ".join("".join(words).split())
