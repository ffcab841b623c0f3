"""Two bars in one row where both fit there on a line each, else one above the other."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from composer.gui.widgets.message_bar import MessageBar
from composer.gui.widgets.style import restyle

# From the end of the row: the guide's words stay where they are while messages come and go.
_ROW, _COLUMN = QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.TopToBottom


class Bars(QWidget):
    """Holds the messages, above or behind the guide to what comes next."""

    def __init__(
        self, messages: MessageBar, guide: MessageBar, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._bars = (messages, guide)
        self._layout = QBoxLayout(_COLUMN, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        for bar in self._bars:
            self._layout.addWidget(bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # one came or went, or says something else
            self._arrange()
        return super().event(event)

    def _arrange(self) -> None:
        widths = [bar.line_width for bar in self._bars]
        both = all(not bar.isHidden() for bar in self._bars)
        beside = both and sum(widths) <= self.width()
        self._layout.setDirection(_ROW if beside else _COLUMN)
        for at, width in enumerate(widths):
            share = width if beside else 0
            if self._layout.stretch(at) != share:  # setting it asks for another layout, and so on
                self._layout.setStretch(at, share)
        restyle(self._bars[0], "edge", "left" if beside else "")
