"""What fixing would do, change by change: to be looked at before, and made without some."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import groupby, pairwise

from composer.document import Document
from composer.document.edits import Edit, MakeList, Remove, ReplaceText
from composer.lint.finding import Fix
from composer.lint.fix import FixOutcome, apply_fixes
from composer.lint.look_pieces import look_pieces
from composer.lint.pieces import Piece, PieceKind, around, visible
from composer.template import Template

_MOST_LINES = 3  # of a list


@dataclass(frozen=True, slots=True)
class Change:
    """One fix about to be made, before and after in `pieces`; `message` is what its finding says.

    `turn` counts the passes: what needs another change first comes in a later one. `line` counts
    from 1 in its part.
    """

    turn: int
    rule: str
    message: str
    fix: Fix
    line: int
    pieces: tuple[Piece, ...]

    @property
    def before(self) -> str:
        """The words as they are, with some of those around them."""
        return "".join(it.text for it in self.pieces if it.kind is not PieceKind.ADDED)

    @property
    def after(self) -> str:
        """The same words as they would be."""
        return "".join(it.text for it in self.pieces if it.kind is not PieceKind.STRUCK)


@dataclass(frozen=True, slots=True)
class Made:
    """A template with changes made, and their numbers."""

    template: Template
    numbers: frozenset[int]


def planned(template: Template, outcome: FixOutcome) -> tuple[Change, ...]:
    """Return the changes by which `outcome` came from `template`, in the order they are made."""
    found = zip((rule for rule, _ in outcome.applied), outcome.messages, strict=True)
    made: list[Change] = []
    for turn, fixes in enumerate(outcome.passes):
        for fix in fixes:
            document = template.part(fix.part)
            line = document.block_index(min(edit.start for edit in fix.edits)) + 1
            pieces = _pieces(document, fix, template.language)
            made.append(Change(turn, *next(found), fix, line, pieces))
        template = apply_fixes(template, fixes)
    return tuple(made)


def make(template: Template, changes: Sequence[Change], left_out: Collection[int] = ()) -> Made:
    """Make `changes` of `template`, without those whose numbers are `left_out`.

    What a later pass would change was seen in a paragraph with all the earlier changes made: where
    one of them is left out, it is not made either.
    """
    whole, made = template, []
    for _, turn in groupby(enumerate(changes), lambda it: it[1].turn):
        fixes, kept = [], []
        for number, change in turn:
            fixes.append(change.fix)
            fix = None if number in left_out else _moved(change.fix, whole, template)
            if fix is not None:
                kept.append(fix)
                made.append(number)
        same = whole is template and len(kept) == len(fixes)
        template = apply_fixes(template, kept)
        whole = template if same else apply_fixes(whole, fixes)
    return Made(template, frozenset(made))


def _moved(fix: Fix, seen: Template, actual: Template) -> Fix | None:
    """Return `fix`, made for `seen`, for `actual`; None where its paragraphs are not the same."""
    one, other = seen.part(fix.part), actual.part(fix.part)
    if one is other:
        return fix
    matcher = SequenceMatcher(None, one.blocks, other.blocks, autojunk=False)
    same = [(it.a, it.b, it.size) for it in matcher.get_matching_blocks()]
    edits = []
    for edit in fix.edits:
        first, last = one.block_index(edit.start), one.block_index(edit.end)
        place = next((b - a for a, b, size in same if a <= first and last < a + size), None)
        if place is None:
            return None
        shift = other.starts[first + place] - one.starts[first]
        edits.append(replace(edit, start=edit.start + shift, end=edit.end + shift))
    return replace(fix, edits=tuple(edits))


def _pieces(document: Document, fix: Fix, language: str) -> tuple[Piece, ...]:
    edits = sorted(fix.edits, key=lambda edit: (edit.start, edit.end))
    lists = [edit for edit in edits if isinstance(edit, MakeList)]
    if lists:
        return tuple(_list_pieces(document, lists[0]))
    texts = [edit for edit in edits if isinstance(edit, ReplaceText | Remove)]
    if texts:
        return tuple(_text_pieces(document, texts))
    return look_pieces(document, edits, language)


def _list_pieces(document: Document, edit: MakeList) -> Iterator[Piece]:
    """Yield the first lines of a list with the mark each had, and that of the list."""
    lines = visible(document, edit.start, edit.end).split("↵")
    for number, line in enumerate(lines[:_MOST_LINES], 1):
        mark, _, words = line.replace("\N{NO-BREAK SPACE}", " ").partition(" ")
        yield Piece(mark, PieceKind.STRUCK)
        yield Piece("•" if edit.tag == "ul" else f"{number}.", PieceKind.ADDED)
        last = number == len(lines)
        yield Piece(f" {words}" if last else f" {words} ↵ ")
    if len(lines) > _MOST_LINES:
        yield Piece("…")


def _text_pieces(document: Document, edits: Sequence[ReplaceText | Remove]) -> Iterator[Piece]:
    yield Piece(around(document, edits[0].start, -1))
    for edit, following in pairwise((*edits, None)):
        if edit is None:
            break
        yield from _changed(document, edit)
        if following is not None:
            between = visible(document, edit.end, following.start)
            after, before = around(document, edit.end, 1), around(document, following.start, -1)
            short = len(between) <= len(after) + len(before)
            yield Piece(between if short else f"{after} {before}")
    yield Piece(around(document, edits[-1].end, 1))


def _changed(document: Document, edit: Edit) -> Iterator[Piece]:
    struck = visible(document, edit.start, edit.end, struck=True)
    if struck:
        yield Piece(struck, PieceKind.STRUCK)
    if isinstance(edit, ReplaceText) and edit.text:
        yield Piece(edit.text.replace("\n", "↵"), PieceKind.ADDED)
