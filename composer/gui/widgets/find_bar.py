"""The bar that finds words in the open template, and puts others in their place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from composer.document.search import Query
from composer.gui.theme.theme import Theme
from composer.gui.widgets.query_row import QueryRow
from composer.gui.widgets.style import button, label, nested, restyle
from composer.gui.widgets.text_field import TextField
from composer.gui.words.text import tr_


class FindBar(QFrame):
    """Asks what to find; Return goes on, Shift+Return back, Escape closes.

    Signals:
        query_changed: what is looked for, a `Query`.
        stepped: go to the next (1) or previous (-1) hit.
        replace_requested: put this text in place of the hit it stands at.
        replace_all_requested: put this text in place of every hit.
        closed: the user closed the bar.
    """

    query_changed = Signal(object)
    stepped = Signal(int)
    replace_requested = Signal(str)
    replace_all_requested = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("findBar")
        self._find = QueryRow()
        self._replacement = TextField(tr_("find.replace_with"))
        self._count = label("", "muted")
        self._previous = self._tool("find.previous")
        self._next = self._tool("find.next")
        self._close = self._tool("find.close")
        self._replace = button(tr_("find.replace"), "quiet")
        self._replace_all = button(tr_("find.replace_all"), "quiet")
        self._lay_out()
        self._connect()
        theme.changed.connect(self._tint)
        self._tint()
        self.set_outcome("", possible=False)
        self.hide()

    @property
    def query(self) -> Query:
        """What is looked for."""
        return self._find.query

    @property
    def outcome(self) -> str:
        """What is said beside the field."""
        return self._count.text()

    def open(self, words: str, *, replacing: bool) -> None:
        """Show the bar with the caret in it, looking for `words` unless they are empty."""
        for widget in (self._replacement, self._replace, self._replace_all):
            widget.setVisible(replacing)
        self.show()
        # Beside the field, also where the switches take a second line under it.
        height = self._find.field.sizeHint().height()
        for beside in (self._previous, self._next, self._count, self._close):
            beside.setFixedHeight(height)
        self._find.open(words)
        self.query_changed.emit(self.query)

    def set_outcome(self, text: str, *, possible: bool, wrong: bool = False) -> None:
        """Say how many there are, or what is wrong; `possible` that there is something to do."""
        self._count.setText(text)
        self._count.setToolTip(text)
        self._count.setAccessibleName(text)
        restyle(self._count, "tone", "error" if wrong else "muted")
        for widget in (self._previous, self._next, self._replace, self._replace_all):
            widget.setEnabled(possible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._return(event.modifiers())
        else:
            super().keyPressEvent(event)

    def _return(self, modifiers: Qt.KeyboardModifier) -> None:
        if self._replacement.hasFocus():
            self.replace_requested.emit(self._replacement.text())
        else:
            self.stepped.emit(-1 if modifiers & Qt.KeyboardModifier.ShiftModifier else 1)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(18, 6, 10, 6)
        rows.setSpacing(6)
        first = nested(rows, QHBoxLayout())
        top = Qt.AlignmentFlag.AlignTop
        first.addWidget(self._find)
        first.addWidget(self._previous, 0, top)
        first.addWidget(self._next, 0, top)
        first.addWidget(self._count, 1, top)
        first.addWidget(self._close, 0, top)
        second = nested(rows, QHBoxLayout())
        second.addWidget(self._replacement)
        second.addWidget(self._replace)
        second.addWidget(self._replace_all)
        second.addStretch(1)
        for row in (first, second):
            row.setSpacing(6)

    @property
    def tab_order(self) -> tuple[QWidget, ...]:
        """What is looked for and what to put there come together."""
        return (self._previous, self._next, self._close, self._find, self._replacement)

    def _connect(self) -> None:
        self.setTabOrder(self._find.field, self._replacement)
        self._find.changed.connect(self.query_changed)
        self._previous.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
        self._close.clicked.connect(self.closed)
        self._replace.clicked.connect(lambda: self.replace_requested.emit(self._replacement.text()))
        self._replace_all.clicked.connect(
            lambda: self.replace_all_requested.emit(self._replacement.text())
        )

    def _tool(self, name: str) -> QToolButton:
        tool = QToolButton(self)
        tool.setAccessibleName(tr_(name))
        tool.setToolTip(tr_(name))
        return tool

    def _tint(self) -> None:
        for tool, icon in (
            (self._previous, "find_previous"),
            (self._next, "find_next"),
            (self._close, "close"),
        ):
            tool.setIcon(self._theme.icon(icon))
