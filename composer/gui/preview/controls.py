"""The row above the preview: which views, and whether the guides show."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from composer.gui.preview.message import Mode


class PreviewControls(QWidget):
    """Segmented buttons for the mode, and a toggle for the guides.

    For the style sheet, each mode button has a property `segment`: first, middle or last.
    """

    mode_chosen = Signal(Mode)
    guides_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewHeader")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._modes: dict[Mode, QPushButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(0)
        labels = {
            Mode.DESKTOP: self.tr("Desktop"),
            Mode.PHONE: self.tr("Phone"),
            Mode.BOTH: self.tr("Both"),
            Mode.TEXT: self.tr("Text"),
        }
        segments = ["first", *["middle"] * (len(labels) - 2), "last"]
        for (mode, label), segment in zip(labels.items(), segments, strict=True):
            row.addWidget(self._mode_button(mode, label, segment))
        row.addStretch()
        self._guides = QPushButton(self.tr("Guides"), self)
        self._guides.setObjectName("previewGuides")
        self._guides.setCheckable(True)
        self._guides.setToolTip(self.tr("Lines at 20% and 80% of the message width"))
        self._guides.toggled.connect(self.guides_toggled)
        row.addWidget(self._guides)

    def show_state(self, mode: Mode, *, guides: bool) -> None:
        """Check the buttons without telling anybody."""
        self._modes[mode].setChecked(True)
        blocked = self._guides.blockSignals(True)
        self._guides.setChecked(guides)
        self._guides.blockSignals(blocked)
        self._guides.setEnabled(mode is not Mode.TEXT)

    def button(self, mode: Mode) -> QPushButton:
        """The button that chooses `mode`."""
        return self._modes[mode]

    @property
    def guides_button(self) -> QPushButton:
        """The toggle for the guides."""
        return self._guides

    def _mode_button(self, mode: Mode, label: str, segment: str) -> QPushButton:
        button = QPushButton(label, self)
        button.setCheckable(True)
        button.setProperty("segment", segment)
        button.setAccessibleName(self.tr("Preview: {view}").format(view=label))
        button.clicked.connect(lambda: self.mode_chosen.emit(mode))
        self._group.addButton(button)
        self._modes[mode] = button
        return button
