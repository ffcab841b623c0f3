"""What stands in place of the cards where none is shown."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.gui.widgets.style import button, label, nested
from composer.gui.words.text import tr_


class EmptyPage(QWidget):
    """A sentence, and where something is hidden the way to it.

    Signals:
        show_all_requested: the user wants to see everything.
    """

    show_all_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sentence = label("", "muted", wrap=True)
        self._show_all = button(tr_("findings.show_all"))
        self._show_all.clicked.connect(self.show_all_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 8, 18, 8)
        row = nested(layout, QHBoxLayout())  # where the panel is low, there is room for one line
        row.setSpacing(10)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._show_all)
        layout.addStretch(1)

    def say(self, sentence: str, *, hides: bool) -> None:
        """Say why nothing is shown; `hides` where there is something to show."""
        self._sentence.setText(sentence)
        self._show_all.setVisible(hides)
