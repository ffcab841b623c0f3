"""A name that reads like a heading and is edited in place."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QSizePolicy,
    QStyle,
    QStyleOptionFrame,
    QStylePainter,
    QToolTip,
    QWidget,
)

_PADDING = 14
_NARROWEST = 120


class TitleEdit(QLineEdit):
    """Shows a name; a click edits it, Return keeps the change, Escape drops it.

    Signals:
        renamed: the user gave another, non-empty name.
        done: the user closed the name with a key, and wants to go on elsewhere.
        text_pasted: the user pasted several lines, which are no name.
    """

    renamed = Signal(str)
    done = Signal()
    text_pasted = Signal()

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self.setProperty("kind", "title")
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self.updateGeometry)
        self.editingFinished.connect(self._finish)

    def set_name(self, name: str) -> None:
        """Show `name`, dropping what was being typed."""
        self._name = name
        self.setText(name)
        self.setCursorPosition(0)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + _PADDING
        return QSize(width if self.text() else _NARROWEST, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint().boundedTo(QSize(_NARROWEST // 2, self.sizeHint().height()))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.is_cut:
            QToolTip.showText(event.globalPos(), self.text(), self)
            return True
        return super().event(event)

    @property
    def is_cut(self) -> bool:
        """Whether the name has no room for its last letters."""
        return self.fontMetrics().horizontalAdvance(self.text()) > self.width() - _PADDING + 2

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.set_name(self._name)
            self._leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._leave()
        elif event.matches(QKeySequence.StandardKey.Paste) and _are_lines_copied():
            self.set_name(self._name)
            self.text_pasted.emit()
        else:
            super().keyPressEvent(event)

    def _leave(self) -> None:
        self.done.emit()
        if self.hasFocus():
            self.focusNextChild()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.deselect()
        self.setCursorPosition(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.width() - _PADDING
        if self.hasFocus() or not self.is_cut:
            super().paintEvent(event)
            return
        # A line edit would cut the last letter; a heading ends in an ellipsis.
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelLineEdit, option)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        box = self.rect().adjusted(_PADDING // 2, 0, -_PADDING // 2, 0)
        painter.setPen(self.palette().text().color())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    def _finish(self) -> None:
        name = self.text().strip()
        if not name:
            self.set_name(self._name)
        elif name != self._name:
            self._name = name
            self.renamed.emit(name)


def _are_lines_copied() -> bool:
    return "\n" in QGuiApplication.clipboard().text().strip()
