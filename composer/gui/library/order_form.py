"""The values of one sample order, a field for each placeholder."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from composer.gui.widgets.style import label, nested, surface
from composer.gui.words.text import tr_

_STEPS: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class OrderField:
    """A placeholder by name, and what it is called on screen."""

    name: str
    label: str


class OrderForm(QWidget):
    """A name, and a value for each of `fields`; Up and Down go from one to the next.

    Signals:
        edited: the user changed the name or a value.
    """

    edited = Signal()

    def __init__(self, fields: Sequence[OrderField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLineEdit()
        self._name.setAccessibleName(tr_("own_orders.name"))
        self._note = label("", "small-must-fix", wrap=True)
        self._values = {field.name: QLineEdit() for field in fields}
        self._lines = (self._name, *self._values.values())
        table = QWidget()
        surface(table, "panel")
        grid = QGridLayout(table)
        grid.setContentsMargins(20, 4, 8, 16)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(fields):
            line = self._values[field.name]
            line.setAccessibleName(field.label)
            caption = label(field.label, "text")
            caption.setBuddy(line)
            grid.addWidget(caption, row, 0)
            grid.addWidget(line, row, 1)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        # Its width is part of the margin, so that all fields end in one line.
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(table)
        self._lay_out()
        for line in self._lines:
            line.installEventFilter(self)
            line.textEdited.connect(self.edited)

    @property
    def name(self) -> str:
        """What the order is called."""
        return self._name.text().strip()

    @property
    def values(self) -> dict[str, str]:
        """The value of each placeholder."""
        return {name: line.text() for name, line in self._values.items()}

    def show_order(self, name: str, values: Mapping[str, str]) -> None:
        """Fill the fields in."""
        self._name.setText(name)
        for key, line in self._values.items():
            line.setText(values.get(key, ""))
            line.setCursorPosition(0)
        self._area.verticalScrollBar().setValue(0)

    def show_note(self, sentence: str) -> None:
        """Say what is wrong with the name, or nothing."""
        self._note.setText(sentence)
        self._note.setVisible(bool(sentence))

    def edit_name(self) -> None:
        """Let the user type another name."""
        self._name.setFocus(Qt.FocusReason.OtherFocusReason)
        self._name.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and watched in self._values.values():
            self._area.ensureWidgetVisible(watched, 0, 24)  # type: ignore[arg-type]  # a line
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(event.key(), 0)
            if step:
                place = next(n for n, it in enumerate(self._lines) if it is watched) + step
                if 0 <= place < len(self._lines):
                    self._lines[place].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        head = nested(layout, QVBoxLayout())
        head.setContentsMargins(20, 14, 20, 10)
        head.setSpacing(6)
        caption = label(tr_("own_orders.name"), "strong")
        caption.setBuddy(self._name)
        head.addWidget(caption)
        head.addWidget(self._name)
        head.addWidget(self._note)
        self._note.hide()
        layout.addWidget(self._area, 1)
