"""A FindingEdit that shows over the words what a fix would change, before it is made."""

from collections.abc import Iterable

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from composer.document import Placeholder
from composer.document.edits import Edit, ReplaceText
from composer.gui.editor.bridge.snapshot import Change
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.document_edit import no_image
from composer.gui.editor.finding_edit import FindingEdit
from composer.gui.editor.following import moved_edits
from composer.gui.editor.objects import ImageBytes
from composer.gui.editor.paint.foretold import NOTHING, Foretold, paint_added, paint_struck, told_of
from composer.gui.editor.paint.visible import visible_blocks
from composer.gui.editor.undo import UndoLog


class ForetellingEdit(FindingEdit):
    """Strikes through what a fix would take out, and writes its new words beside; paint alone."""

    def __init__(
        self,
        undo_log: UndoLog,
        colours: EditorColours | None = None,
        image_bytes: ImageBytes = no_image,
        parent: QWidget | None = None,
        *,
        size: int = 15,
    ) -> None:
        self._foretold = NOTHING
        super().__init__(undo_log, colours, image_bytes, parent, size=size)

    @property
    def foretold(self) -> Foretold:
        """What is shown of a fix that is not made."""
        return self._foretold

    def foretell(self, edits: Iterable[Edit]) -> None:
        """Show what `edits` of a fix would change; without edits, nothing any more.

        They are of the same text as those of `apply_fix`, and a change of it ends this.
        """
        moved = None if self.composing else moved_edits(edits, self._since)
        self._show(told_of(it for it in moved or () if not self._respells(it)))

    def _respells(self, edit: Edit) -> bool:
        """Whether an edit puts a placeholder there that looks like the one it takes away."""
        if not isinstance(edit, ReplaceText) or edit.end != edit.start + 1:
            return False
        chip = self.object_at(self.qt_position(edit.start))
        return isinstance(chip, Placeholder) and edit.text == Placeholder(chip.name).spelling

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._foretold == NOTHING:
            return
        clip, known = event.rect(), len(self._snapshots.blocks)
        shown = visible_blocks(self, clip.top(), clip.bottom())
        places = [
            (it, self._snapshots.starts[it.index], self._snapshots.blocks[it.index].text)
            for it in shown
            if it.index < known
        ]
        painter = QPainter(self.viewport())
        painter.setClipRect(clip)
        painter.setFont(self.font())
        for place in places:
            paint_struck(painter, *place, self._foretold, self._colours, self.selection())
        for place in places:
            paint_added(painter, *place, self._foretold, self._colours, self.viewport().rect())
        painter.end()

    def _on_change(self, change: Change) -> None:
        super()._on_change(change)
        self._show(NOTHING)

    def _forget(self) -> None:
        super()._forget()
        self._foretold = NOTHING

    def _show(self, what: Foretold) -> None:
        if what != self._foretold:
            self._foretold = what
            self.viewport().update()
