"""A row of joined buttons of which one is pressed."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from composer.gui.widgets.choice import ChoiceItem

_PADDING = 24


class Segment(QPushButton):
    """As wide as its text when bold, so that pressing it moves nothing."""

    def sizeHint(self) -> QSize:
        font = self.font()
        font.setBold(True)
        metrics = type(self.fontMetrics())(font)
        width = metrics.horizontalAdvance(self.text()) + _PADDING
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class Segmented(QWidget):
    """Offers two to five views of one thing; arrow keys move between them.

    Signals:
        chosen: the user took another value; never sent for `set_value`.
    """

    chosen = Signal(str)

    def __init__(
        self, name: str, items: tuple[ChoiceItem, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, item in enumerate(items):
            segment = Segment(item.label)
            segment.setCheckable(True)
            segment.setProperty("segment", _place(index, len(items)))
            segment.clicked.connect(lambda _checked=False, v=item.value: self.chosen.emit(v))
            segment.installEventFilter(self)
            self._group.addButton(segment)
            self._buttons[item.value] = segment
            layout.addWidget(segment)
        self.set_value(items[0].value)

    def value(self) -> str:
        """Return the value of the pressed button."""
        return next(value for value, entry in self._buttons.items() if entry.isChecked())

    def set_value(self, value: str) -> None:
        """Press the button of `value`.

        Raises:
            KeyError: `value` is not offered.
        """
        self._buttons[value].setChecked(True)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
            entries = list(self._buttons.values())
            if step and watched in entries:
                target = entries.index(watched) + step
                if 0 <= target < len(entries):
                    entries[target].setFocus()
                    entries[target].click()
                return True
        return False


def _place(index: int, count: int) -> str:
    if count == 1:
        return "only"
    return {0: "first", count - 1: "last"}.get(index, "middle")
