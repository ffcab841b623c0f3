"""One line box worth of inlines: white space as CSS collapses it, placeholders, source ranges."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from composer.document.html.tokens import Characters, Piece
from composer.document.html.tree import Element
from composer.document.inline import Inline, LineBreak, Link, Marks, Placeholder, Text
from composer.document.placeholders import PlaceholderMatch, PlaceholderTable
from composer.document.source_map import Span

NORMAL, PRE, PRE_LINE = "normal", "pre", "pre-line"
_SPACE = " \t\n\f\r"
_UNEVEN = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")
_NEWLINE = re.compile(r"[ \t\f]*(?:\r\n|\r|\n)[ \t\f]*")
_EXACT_NEWLINE = re.compile(r"\r\n|\r|\n")

# Where an inline stands: start and end in the text of its block, then in the source; and the
# innermost element around it.
Place = tuple[int, int, int, int, Element]


class Line:
    """Gathers the inlines of one block; positions are code points of the block's text."""

    def __init__(self, placeholders: PlaceholderTable) -> None:
        """Take the spellings that are placeholders."""
        self.inlines: list[Inline] = []
        self.places: list[Place] = []
        self.used = False
        self._placeholders = placeholders
        self._length = 0
        self._collapsing = True
        self._soft = False  # ends in a space that goes away at the end of a line
        self._break_due = False

    def characters(
        self, found: Characters, marks: Marks, owner: Element, space: str = NORMAL
    ) -> None:
        """Take text; `space` is the kind of ``white-space`` that holds for it."""
        text = found.text
        if not text or (not self.used and space == NORMAL and not text.strip(_SPACE)):
            return
        if self._placeholders.may_be_in(text):
            self._with_placeholders(text, found.pieces, marks, owner, space)
        elif space == NORMAL and not found.decoded:
            self._collapsed(text, found.start, found.end, marks, owner)
        else:
            self._run(found.pieces, marks, owner, space)

    def _with_placeholders(
        self, text: str, pieces: tuple[Piece, ...], marks: Marks, owner: Element, space: str
    ) -> None:
        position = 0
        for match in self._placeholders.find(text):
            self._run(_cut(pieces, position, match.start), marks, owner, space)
            self._placeholder(match, pieces, marks, owner, space)
            position = match.end
        self._run(_cut(pieces, position, len(text)) if position else pieces, marks, owner, space)

    def put(self, inline: Inline, owner: Element, span: Span) -> None:
        """Take an image, a placeholder or raw markup."""
        self._begin()
        self._append(inline, owner, 1, span)
        self._collapsing = self._soft = False

    def line_break(self, marks: Marks, owner: Element, span: Span) -> None:
        """Take a ``<br>``, or a newline where white space is kept."""
        if self._break_due:
            self._break_due = False
            self._append(LineBreak(marks), owner, 1, (span[0], span[0]))
        self._strip()
        self._append(LineBreak(marks), owner, 1, span)
        self._collapsing = True

    def separate(self) -> None:
        """Start a line where a box inside the text does, unless one starts here anyway."""
        self._strip()
        self._break_due = bool(self.inlines) and not isinstance(self.inlines[-1], LineBreak)
        self._collapsing = self._collapsing or self._break_due

    def finish(self) -> tuple[Inline, ...]:
        """Return the inlines without what does not show at the end of a block."""
        self._strip()
        self._mend()
        if self.inlines and isinstance(self.inlines[-1], LineBreak):
            self._length -= 1
            self._drop()
        return tuple(self.inlines)

    def _mend(self) -> None:
        """Take placeholders in pieces, around a comment or a stray tag, for what they are.

        Written again they would be whole, and so the document has to hold them.
        """
        before: Inline | None = None
        for number, inline in enumerate(self.inlines):
            if (
                isinstance(inline, Text)
                and isinstance(before, Text)
                and inline.marks == before.marks
            ):
                self._mend_from(number - 1)
                return
            before = inline

    def _mend_from(self, first: int) -> None:
        while first < len(self.inlines):
            last = first + 1
            if isinstance(text := self.inlines[first], Text):
                while last < len(self.inlines) and _continues(self.inlines[last], text):
                    last += 1
                if last - first > 1:
                    last = self._mend_run(first, last)
            first = last

    def _mend_run(self, first: int, last: int) -> int:
        """Mend the texts numbered `first` to `last`, which look the same; return where they end."""
        run, places = self.inlines[first:last], self.places[first:last]
        pieces = tuple(
            Piece(inline.text, start, end)
            for inline, (_, _, start, end, _) in zip(run, places, strict=True)
            if isinstance(inline, Text)
        )
        text = "".join(piece.text for piece in pieces)
        if not self._placeholders.may_be_in(text) or not any(self._placeholders.find(text)):
            return last
        rest, rest_places = self.inlines[last:], self.places[last:]
        before = self._length
        del self.inlines[first:], self.places[first:]
        self._length = places[0][0]
        self._with_placeholders(text, pieces, run[0].marks, places[0][-1], PRE)
        after, shrunk = len(self.inlines), places[-1][1] - self._length
        self.inlines += rest
        self.places += [
            (start - shrunk, end - shrunk, low, high, owner)
            for start, end, low, high, owner in rest_places
        ]
        self._length = before - shrunk
        self._soft = False
        return after

    def _begin(self) -> None:
        if self._break_due:
            self._break_due = False
            _, _, _, at, owner = self.places[-1]
            self._append(LineBreak(), owner, 1, (at, at))

    def _append(self, inline: Inline, owner: Element, length: int, span: Span) -> None:
        self.used = True
        start = self._length
        self._length = end = start + length
        self.inlines.append(inline)
        self.places.append((start, end, *span, owner))

    def _run(self, pieces: Iterable[Piece], marks: Marks, owner: Element, space: str) -> None:
        for piece in pieces:
            if space == NORMAL:
                self._collapsed(piece.text, piece.start, piece.end, marks, owner)
            else:
                self._kept(piece, marks, owner, collapse=space == PRE_LINE)

    def _collapsed(self, text: str, start: int, end: int, marks: Marks, owner: Element) -> None:
        if len(text) != end - start and text in _SPACE:  # a reference
            self._space((start, end), marks, owner)
            return
        # The first looks are cheap: what can be printed holds no white space but plain spaces.
        if (text.isprintable() and "  " not in text) or not _UNEVEN.search(text):
            self._words(text, (start, end), marks, owner)
            return
        position = 0
        for match in _UNEVEN.finditer(text):
            low, high = match.span()
            if low > position:
                span = (start + position, start + low)
                self._words(text[position:low], span, marks, owner)
            self._space((start + low, start + high), marks, owner)
            position = high
        if position < len(text):
            self._words(text[position:], (start + position, end), marks, owner)

    def _words(self, text: str, span: Span, marks: Marks, owner: Element) -> None:
        """Take text whose spaces are single; one at its start may collapse with the last."""
        if self._collapsing and text[0] == " ":
            text, span = text[1:], (span[0] + 1, span[1])
            if not text:
                return
        self._begin()
        self._append(Text(text, marks), owner, len(text), span)
        self._collapsing = self._soft = text[-1] == " "

    def _space(self, span: Span, marks: Marks, owner: Element) -> None:
        if not self._collapsing:
            self._append(Text(" ", marks), owner, 1, span)
            self._collapsing = self._soft = True

    def _kept(self, piece: Piece, marks: Marks, owner: Element, *, collapse: bool) -> None:
        """Take text in which a newline breaks the line, and spaces stay unless they `collapse`."""
        position = 0
        text = piece.text
        for match in (_NEWLINE if collapse else _EXACT_NEWLINE).finditer(text):
            self._kept_words(piece, position, match.start(), marks, owner, collapse=collapse)
            self.line_break(marks, owner, _span(piece, match.start(), match.end()))
            position = match.end()
        self._kept_words(piece, position, len(text), marks, owner, collapse=collapse)

    def _kept_words(
        self, piece: Piece, start: int, end: int, marks: Marks, owner: Element, *, collapse: bool
    ) -> None:
        if start == end:
            return
        text, span = piece.text[start:end], _span(piece, start, end)
        if collapse:
            self._collapsed(text, *span, marks, owner)
            return
        self._begin()
        self._append(Text(text, marks), owner, len(text), span)
        self._collapsing = self._soft = False

    def _placeholder(
        self,
        match: PlaceholderMatch,
        pieces: tuple[Piece, ...],
        marks: Marks,
        owner: Element,
        space: str,
    ) -> None:
        """A chip; or, where words are part of the spelling, a link on these words."""
        linked = match.linked
        if linked is not None:
            variable, start, end = linked
            self._run(_cut(pieces, start, end), replace(marks, link=Link(variable)), owner, space)
            return
        whole = tuple(_cut(pieces, match.start, match.end))
        span = (whole[0].start, whole[-1].end)
        self.put(Placeholder(match.name, match.source, marks), owner, span)

    def _strip(self) -> None:
        """Take back a space at the end of a line."""
        if not self._soft:
            return
        self._soft = False
        self._length -= 1
        last = self.inlines[-1]
        if not isinstance(last, Text) or len(last.text) == 1:
            self._drop()
            return
        self.inlines[-1] = Text(last.text[:-1], last.marks)
        start, end, source_start, source_end, owner = self.places[-1]
        self.places[-1] = (start, end - 1, source_start, source_end - 1, owner)

    def _drop(self) -> None:
        self.inlines.pop()
        self.places.pop()


def _continues(inline: Inline, text: Text) -> bool:
    return isinstance(inline, Text) and inline.marks == text.marks


def _cut(pieces: tuple[Piece, ...], start: int, end: int) -> Iterator[Piece]:
    """The part of `pieces` between two positions of their joined text; references stay whole."""
    position = 0
    for piece in pieces:
        low, high = max(start - position, 0), min(end - position, len(piece.text))
        if low < high:
            yield Piece(piece.text[low:high], *_span(piece, low, high))
        position += len(piece.text)


def _span(piece: Piece, start: int, end: int) -> Span:
    if len(piece.text) != piece.end - piece.start:
        return piece.start, piece.end
    return piece.start + start, piece.start + end
