"""A list that floats beside the caret and leaves the keyboard's focus where it is."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from composer.gui.theme.theme import Theme
from composer.gui.widgets.popup_delegate import POPUP_ROLE, PopupDelegate, PopupItem

_ROWS = 6
_WIDTH = 420
_GAP = 4
_KEYS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
_TAKING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class PopupList(QListWidget):
    """Offers a few values over the window it belongs to; keys reach it through `press`.

    Signals:
        chosen: the value taken, by Return, Tab or a click.
        reached: what a screen reader should say of the item now current.
    """

    chosen = Signal(str)
    reached = Signal(str)

    def __init__(self, name: str, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAccessibleName(name)
        self.setProperty("kind", "popup")
        self.setItemDelegate(PopupDelegate(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._take)
        self.currentItemChanged.connect(self._tell)
        theme.changed.connect(self.viewport().update)
        self.hide()

    def show_items(self, items: tuple[PopupItem, ...], anchor: QRect) -> None:
        """Offer `items` under `anchor`, in global coordinates; nothing to offer hides the list.

        Where the same are offered already, the current one stays.
        """
        if items != self._items() or not self.isVisible():
            self._fill(items)
        if not items:
            self.hide()
            return
        self.ensurePolished()  # the style sheet widens the frame
        rows = min(len(items), _ROWS)
        height = rows * self.sizeHintForRow(0) + 2 * self.frameWidth()
        width = min(_WIDTH, self._window.width())
        corner = self._window.mapFromGlobal(anchor.bottomLeft())
        x = max(0, min(corner.x(), self._window.width() - width))
        y = corner.y() + _GAP
        if y + height > self._window.height():
            y = self._window.mapFromGlobal(anchor.topLeft()).y() - _GAP - height
        self.setGeometry(x, max(0, y), width, height)
        self.raise_()
        self.show()

    def press(self, key: int) -> bool:
        """Act on a key while the list shows; False where the key is not the list's."""
        if not self.isVisible():
            return False
        if (step := _KEYS.get(Qt.Key(key))) is not None:
            last = self.count() - 1
            row = self.currentRow() + step
            self.setCurrentRow(row % (last + 1) if abs(step) == 1 else max(0, min(row, last)))
        elif key in _TAKING:
            self._take(self.currentItem())
        elif key == Qt.Key.Key_Escape:
            self.hide()
        else:
            return False
        return True

    def _items(self) -> tuple[PopupItem, ...]:
        return tuple(self.item(row).data(POPUP_ROLE) for row in range(self.count()))

    def _fill(self, items: tuple[PopupItem, ...]) -> None:
        self.blockSignals(True)  # only the item that is current in the end is reached
        self.clear()
        for item in items:
            entry = QListWidgetItem(item.label, self)
            entry.setData(POPUP_ROLE, item)
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, item.spoken)
        self.blockSignals(False)
        if items:
            self.setCurrentRow(0)

    def _tell(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.reached.emit(item.data(POPUP_ROLE).spoken)

    def _take(self, item: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(item.data(POPUP_ROLE).value)
