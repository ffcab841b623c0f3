"""The field that looks for words in the findings."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from composer.gui.theme.theme import Theme
from composer.gui.widgets.style import label, surface
from composer.gui.words.text import tr_


class SearchRow(QWidget):
    """One field; Escape clears and closes, Return and Down go on to the cards.

    Signals:
        changed: the words looked for.
        closed: the user closed it; nothing is looked for any more.
        left_down: the user goes on to what was found.
    """

    changed = Signal(str)
    closed = Signal()
    left_down = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        surface(self, "panel", edge="bottom")
        self._field = QLineEdit()
        self._field.setPlaceholderText(tr_("findings.search_hint"))
        self._field.setAccessibleName(tr_("findings.search"))
        self._field.setMaximumWidth(420)
        self._field.textChanged.connect(self.changed)
        self._count = label("", "muted")
        self._close = QToolButton()
        self._close.setAccessibleName(tr_("findings.search_close"))
        self._close.setToolTip(tr_("findings.search_close"))
        self._close.clicked.connect(self.close_search)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 6, 18, 6)
        row.setSpacing(8)
        row.addWidget(self._field, 1)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._close)
        self.setFocusProxy(self._field)
        theme.changed.connect(self._tint)
        self._tint()
        self.hide()

    @property
    def text(self) -> str:
        """The words looked for."""
        return self._field.text().strip()

    def open(self) -> None:
        """Put the caret into the field."""
        self.show()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def clear(self) -> None:
        """Look for nothing, out of sight."""
        self._field.clear()
        self.hide()

    def close_search(self) -> None:
        """Look for nothing, as the user wants."""
        self.clear()
        self.closed.emit()

    def set_count(self, shown: int, total: int) -> None:
        """Say how many of all findings have the words."""
        self._count.setText(tr_("findings.found", shown=shown, total=total) if self.text else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_search()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left_down.emit()
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        self._close.setIcon(self._theme.icon("close"))
