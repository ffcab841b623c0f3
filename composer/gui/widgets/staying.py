"""A dialog that comes again stands where it stood over its window."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog


def stay_put(dialog: QDialog) -> None:
    """Show `dialog` where it was closed last, seen from its window.

    Qt would put it over the middle of its window each time, at first without counting the frame,
    which it does not know yet: it would jump down by the height of a title bar.
    """
    dialog.installEventFilter(_Place(dialog))


class _Place(QObject):
    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._corner: QPoint | None = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._dialog and not event.spontaneous():
            if event.type() == QEvent.Type.Hide:
                self._corner = self._dialog.pos() - self._origin()
            elif event.type() == QEvent.Type.Show and self._corner is not None:
                self._return_to(self._corner + self._origin())
        return False

    def _origin(self) -> QPoint:
        parent = self._dialog.parentWidget()
        return parent.window().pos() if parent else QPoint()

    def _return_to(self, corner: QPoint) -> None:
        middle = corner + self._dialog.rect().center()
        if QGuiApplication.screenAt(middle) is not None:  # it may have been unplugged
            self._dialog.move(corner)
