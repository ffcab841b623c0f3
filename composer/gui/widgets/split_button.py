"""A button for the usual way to do a thing, joined to one with a menu of the others."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from composer.gui.widgets.menu_button import MenuButton
from composer.gui.widgets.style import button


class SplitButton(QWidget):
    """Does the usual thing when it is pressed; the arrow, or the arrow key down, opens `menu`.

    Signals:
        clicked: the usual thing is wanted.
    """

    clicked = Signal()

    def __init__(self, text: str, others: str, menu: QMenu, parent: QWidget | None = None) -> None:
        """Show `text`; `others` is what a screen reader says of the arrow."""
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._usual = button(text)
        self._usual.setProperty("segment", "first")
        self._usual.clicked.connect(self.clicked)
        self._usual.installEventFilter(self)
        self._arrow = MenuButton(menu=menu)
        self._arrow.setProperty("segment", "last")
        self._arrow.setAccessibleName(others)
        self._arrow.setToolTip(others)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._usual)
        layout.addWidget(self._arrow)

    @property
    def parts(self) -> tuple[QPushButton, QPushButton]:
        """Both buttons, as Tab goes through them."""
        return self._usual, self._arrow

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Before the button, which would hand the keyboard on.
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down:
            if event.type() == QEvent.Type.KeyPress:
                self._arrow.showMenu()
            return True
        return super().eventFilter(watched, event)
