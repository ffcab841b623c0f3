"""Where the chips of an editor are."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextCursor

from composer.document import Placeholder
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.subject_editor import SubjectEditor

Editor = MessageEditor | SubjectEditor


@dataclass(frozen=True, slots=True)
class Chip:
    """The placeholder `name` at a `place` of the viewport."""

    name: str
    place: QRect


def chip_under(editor: Editor, point: QPoint) -> Chip | None:
    """Return the chip at a point of the viewport; None where a finding is, which has its card."""
    at = editor.cursorForPosition(point).position()
    for chip in _around(editor, at):
        if chip.place.contains(point) and editor.finding_under(point) is None:
            return chip
    return None


def chip_at_caret(editor: Editor) -> Chip | None:
    """Return the chip right of the caret, or else left of it; the one selected, if one is."""
    cursor = editor.textCursor()
    start = cursor.selectionStart()
    if cursor.selectionEnd() - start > 1:
        return None
    return next(iter(_around(editor, start)), None)


def _around(editor: Editor, at: int) -> list[Chip]:
    # The caret nearest to a chip's right half is behind it.
    found = ((place, editor.object_at(place)) for place in (at, at - 1) if place >= 0)
    return [Chip(it.name, _place(editor, n)) for n, it in found if isinstance(it, Placeholder)]


def _place(editor: Editor, position: int) -> QRect:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(position)
    before = editor.cursorRect(cursor)
    cursor.setPosition(position + 1)
    after = editor.cursorRect(cursor)
    if after.top() != before.top():  # the chip ends its line
        after = QRect(QPoint(editor.viewport().width(), before.top()), before.size())
    left, right = sorted((before.center().x(), after.center().x()))
    return QRect(left, before.top(), right - left, before.height())
