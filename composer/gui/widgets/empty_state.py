"""Says what to do where there is nothing yet, with buttons that do it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from composer.gui.widgets.choice import ChoiceItem
from composer.gui.widgets.style import button, label


class EmptyState(QWidget):
    """One sentence and a column of buttons.

    Signals:
        pressed: the value of the button.
    """

    pressed = Signal(str)

    def __init__(
        self, text: str, buttons: tuple[ChoiceItem, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = label(text, "muted", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self._text)
        layout.addSpacing(4)
        for number, item in enumerate(buttons):
            entry = button(item.label, "primary" if number == 0 else "")
            entry.clicked.connect(lambda _checked=False, v=item.value: self.pressed.emit(v))
            layout.addWidget(entry)
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self._text.setText(text)
