"""A placeholder that is being typed is not faulted yet."""

import re

from PySide6.QtCore import QEvent, QObject, Signal

from composer.gui.editor.document_edit import DocumentEdit
from composer.gui.writing.editors import Editors
from composer.lint.finding import Finding

_OPEN = re.compile(r"\{\{[^{}\n\u2028]*\Z")


class HalfTyped(QObject):
    """Knows the placeholder at the caret that is begun and not closed.

    Signals:
        left: the caret went out of the one that something was held back for.
    """

    left = Signal()

    def __init__(self, editors: Editors, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._editors = editors
        self._held: tuple[str, int] | None = None
        for editor in editors.written.values():
            editor.installEventFilter(self)
            editor.cursorPositionChanged.connect(self._look)

    def shown(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Return `findings` without those of the placeholder that is being typed."""
        place = self._place()
        kept = tuple(it for it in findings if not (place and _is_within(it, *place)))
        self._held = place[:2] if place and len(kept) < len(findings) else None
        return kept

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and self._held is not None:
            self._release()
        return False

    def _look(self) -> None:
        if self._held is None:
            return
        place = self._place()
        if place is None or place[:2] != self._held:
            self._release()

    def _release(self) -> None:
        self._held = None
        self.left.emit()

    def _place(self) -> tuple[str, int, int] | None:
        """Return part, start and end of what is begun at the caret."""
        for part, editor in self._editors.written.items():
            if editor.hasFocus():
                return _begun(part, editor)
        return None


def _begun(part: str, editor: DocumentEdit) -> tuple[str, int, int] | None:
    cursor = editor.textCursor()
    if cursor.hasSelection():
        return None
    cursor.movePosition(cursor.MoveOperation.StartOfBlock, cursor.MoveMode.KeepAnchor)
    match = _OPEN.search(cursor.selectedText())
    if match is None:
        return None
    caret = editor.caret()
    return part, caret - len(match[0]), caret


def _is_within(finding: Finding, part: str, start: int, end: int) -> bool:
    place = finding.location
    return place.part == part and start <= place.start < place.end <= end
