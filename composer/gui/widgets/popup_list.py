"""A list that floats beside the caret and leaves the keyboard's focus where it is."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from composer.gui.widgets.choice import ChoiceItem

_ROWS = 8
_WIDTH = 240
_GAP = 4


class PopupList(QListWidget):
    """Offers a few values over the window it belongs to; keys reach it through `press`.

    Signals:
        chosen: the value taken, by Return, Tab or a click.
    """

    chosen = Signal(str)

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAccessibleName(name)
        self.setProperty("kind", "popup")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._take)
        self.hide()

    def show_items(self, items: tuple[ChoiceItem, ...], anchor: QRect) -> None:
        """Offer `items` under `anchor`, in global coordinates; nothing to offer hides the list."""
        self.clear()
        for item in items:
            entry = QListWidgetItem(item.label, self)
            entry.setData(Qt.ItemDataRole.UserRole, item.value)
        if not items:
            self.hide()
            return
        self.setCurrentRow(0)
        rows = min(len(items), _ROWS)
        height = rows * self.sizeHintForRow(0) + 2 * self.frameWidth() + 10
        corner = self._window.mapFromGlobal(anchor.bottomLeft())
        x = max(0, min(corner.x(), self._window.width() - _WIDTH))
        y = corner.y() + _GAP
        if y + height > self._window.height():
            y = self._window.mapFromGlobal(anchor.topLeft()).y() - _GAP - height
        self.setGeometry(x, max(0, y), _WIDTH, height)
        self.raise_()
        self.show()

    def press(self, key: int) -> bool:
        """Act on a key while the list shows; False where the key is not the list's."""
        if not self.isVisible():
            return False
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if key == Qt.Key.Key_Down else -1
            self.setCurrentRow((self.currentRow() + step) % self.count())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
            self._take(self.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _take(self, item: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(str(item.data(Qt.ItemDataRole.UserRole)))
