"""A form for what a message holds of one order: one line for each placeholder."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from composer.gui.export.model import FillField
from composer.gui.widgets.style import label, nested, surface
from composer.gui.words.text import tr_

_ROWS = 5.5  # most lines in view; half a line shows that there are more
_FEWEST = 2  # in a small window
_GAP = 4
_BESIDE_BAR = 12  # px between the fields and the bar that scrolls them
_RETURN = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FillForm(QWidget):
    """Takes a value for each field; Return goes to the next one.

    Signals:
        edited: a value was changed.
        left: the keyboard left a field.
        finished: Return was pressed in the last field.
    """

    edited = Signal()
    left = Signal()
    finished = Signal()

    def __init__(self, fields: Sequence[FillField]) -> None:
        super().__init__()
        self._titles = {field.name: field.title for field in fields}
        self._lines: dict[str, QLineEdit] = {}
        self._problems: dict[str, QLabel] = {}
        self._count = label("", "muted")
        self._whole = label("", "small-must-fix", wrap=True)
        self._whole.hide()
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._reveal_current)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._area = _Fields()
        self._fill_area(fields)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(6)
        top = nested(layout, QHBoxLayout())
        top.addWidget(label(tr_("fill.title"), "strong", wrap=True), 1)
        top.addWidget(self._count)
        layout.addWidget(self._area)
        layout.addWidget(self._whole)
        self._tell_count()

    @property
    def values(self) -> dict[str, str]:
        """What stands in each field."""
        return {name: line.text() for name, line in self._lines.items()}

    def take(self, values: Mapping[str, str]) -> None:
        """Put `values` into their fields."""
        for name, value in values.items():
            if name in self._lines:
                self._lines[name].setText(value)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say below each field what is wrong with it, and at the end what is with all of them."""
        for name, note in self._problems.items():
            sentence = problems.get(name, "")
            note.setText(sentence)
            note.setVisible(bool(sentence))
            self._lines[name].setAccessibleDescription(sentence)
        self._whole.setText(problems.get("", ""))
        self._whole.setVisible("" in problems)
        self._fit()
        self._laid_out.start()

    def go_to(self, name: str) -> None:
        """Give a field the keyboard."""
        line = self._lines[name]
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        self._reveal(line)

    def start(self) -> None:
        """Give the first empty field the keyboard, the last one where none is empty."""
        names = [*self._lines]
        empty = (name for name in names if not self._lines[name].text().strip())
        self.go_to(next(empty, names[-1]))

    def summary(self, problems: Mapping[str, str]) -> str:
        """Say what is wrong with the first of the fields that `problems` names."""
        name = next((it for it in self._lines if it in problems), "")
        if not name:
            return problems.get("", "")
        return tr_("fill.problem", name=self._titles[name], problem=problems[name])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()  # only now the fields are as high as the look makes them

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QLineEdit):
            if event.type() == QEvent.Type.FocusIn:
                self._reveal(watched)
            elif event.type() == QEvent.Type.FocusOut:
                self.left.emit()
            elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._pressed(watched, event)
        return super().eventFilter(watched, event)

    def _pressed(self, line: QLineEdit, event: QKeyEvent) -> bool:
        if event.key() not in _RETURN:
            return False
        lines = list(self._lines.values())
        place = lines.index(line) + 1
        if place < len(lines):
            lines[place].setFocus(Qt.FocusReason.TabFocusReason)
        elif not event.isAutoRepeat():
            self.finished.emit()
        return True

    def _fill_area(self, fields: Sequence[FillField]) -> None:
        surface(self._table, "panel")
        grid = self._grid
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(_GAP)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(fields):
            self._add(grid, 2 * row, field)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr_("fill.title"))
        self._area.setWidget(self._table)
        self._fit()

    def _add(self, grid: QGridLayout, row: int, field: FillField) -> None:
        line = QLineEdit(field.value)
        line.setCursorPosition(0)
        line.setAccessibleName(field.title)
        if field.sample:
            told = "fill.sample_own" if field.own else "fill.sample"
            line.setPlaceholderText(tr_(told, sample=field.sample))
        line.installEventFilter(self)
        line.textChanged.connect(self._change)
        caption = label(field.title, "text")
        caption.setBuddy(line)
        note = label("", "small-must-fix", wrap=True)
        note.hide()
        grid.addWidget(caption, row, 0)
        grid.addWidget(line, row, 1)
        grid.addWidget(note, row + 1, 1)
        self._lines[field.name], self._problems[field.name] = line, note

    def _fit(self) -> None:
        """Take the room that all fields need, but leave some for the message."""
        lines = list(self._lines.values())
        row = lines[0].sizeHint().height() + _GAP
        most = round(_ROWS * row)
        wrapped = self._grid.totalHeightForWidth(self._table.width())  # -1 where nothing wraps
        needed = max(wrapped, self._grid.totalSizeHint().height())
        self._grid.setContentsMargins(0, 0, _BESIDE_BAR if needed > most else 0, 0)
        self._area.set_heights(min(needed, _FEWEST * row), min(needed, most))

    def _reveal_current(self) -> None:
        for line in self._lines.values():
            if line.hasFocus():
                self._reveal(line)

    def _reveal(self, line: QLineEdit) -> None:
        """Bring a field into view, with what is said below it."""
        note = next(self._problems[name] for name, it in self._lines.items() if it is line)
        box = line.geometry() if note.isHidden() else line.geometry().united(note.geometry())
        self._area.ensureVisible(0, box.center().y(), 0, box.height() // 2 + _GAP)

    def _change(self) -> None:
        self._tell_count()
        self.edited.emit()

    def _tell_count(self) -> None:
        total = len(self._lines)
        empty = sum(not value.strip() for value in self.values.values())
        told = tr_("fill.left", count=empty, total=total) if empty else tr_("fill.done")
        self._count.setText(told)


class _Fields(QScrollArea):
    """Takes all the height it was given leave to where there is room, and scrolls in less."""

    def set_heights(self, least: int, most: int) -> None:
        self.setMinimumHeight(least)
        self.setMaximumHeight(most)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.maximumHeight())
