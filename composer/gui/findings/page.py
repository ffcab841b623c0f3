"""A page to read beside the message."""

from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from composer.gui.widgets.staying import stay_put
from composer.gui.widgets.style import button, label, nested, surface
from composer.gui.words.text import tr_

MARGIN = 20
_SIZE = QSize(600, 640)
_LEAST = QSize(420, 360)
_LEAST_FITTED = 160


class Sheet(QWidget):
    """What a page shows, from top to bottom in `column`."""

    def __init__(self) -> None:
        super().__init__()
        surface(self, "panel")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, 18, MARGIN, 18)
        self.column.setSpacing(8)


class Page(QDialog):
    """Scrolls, and lets one go on writing; Escape closes it, its size is kept in `store`.

    One that `fits` is as high as what it shows, up to the usual height. `below` always shows under
    what scrolls, `foot` has the buttons.
    """

    def __init__(self, name: str, store: QSettings, parent: QWidget, *, fits: bool = False) -> None:
        super().__init__(parent)
        self._key = f"{name}/size"
        self._store = store
        self.setModal(False)
        stay_put(self)
        self._fits = fits
        self.setMinimumSize(_LEAST.width(), _LEAST_FITTED if fits else _LEAST.height())
        kept = store.value(self._key)
        self.resize(kept if isinstance(kept, QSize) else _SIZE)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        self.below = nested(layout, QVBoxLayout())
        self.foot = QHBoxLayout()
        self._bottom = self._foot()
        layout.addWidget(self._bottom)

    def turn_to(self, sheet: Sheet) -> None:
        """Show a full sheet in place of the one before, from its top."""
        sheet.column.addStretch(1)
        self._scroll.setWidget(sheet)
        sheet.show()
        self._scroll.verticalScrollBar().setValue(0)
        if self._fits:
            self.ensurePolished()
            high = sheet.heightForWidth(self.width()) + self._bottom.sizeHint().height()
            self.resize(self.width(), min(high, _SIZE.height()))

    def bring(self) -> None:
        """Show the page in front."""
        self._scroll.setAccessibleName(self.windowTitle())
        self.show()
        self.raise_()
        self.activateWindow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._store.setValue(self._key, self.size())

    def _foot(self) -> QWidget:
        foot = QWidget()
        surface(foot, "panel", edge="top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(MARGIN, 12, MARGIN, 12)
        nested(row, self.foot)
        row.addStretch(1)
        close = button(tr_("dialog.close"), "primary")
        close.clicked.connect(self.reject)
        row.addWidget(close)
        return foot


def heading(layout: QBoxLayout, text: str) -> None:
    """Add the heading of a section."""
    layout.addSpacing(8)
    layout.addWidget(label(text, "strong", wrap=True))
