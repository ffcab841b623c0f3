"""A button with a menu, as wide as its words."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QMenu, QPushButton, QStyleOptionButton, QWidget

from composer.gui.widgets.hover import forget_hover_soon

_GAP = "\u2002\u2006"
_ARROW_ALONE = 28
_PADDING = 38  # both sides, the arrow in it
_ICON_SIZE = QSize(24, 16)  # Qt leaves no room beside an icon: it stands in the middle of this
_PADDING_WITH_ICON = 60


class MenuButton(QPushButton):
    """Opens `menu`, or one of its own, which its owner fills."""

    def __init__(self, parent: QWidget | None = None, *, menu: QMenu | None = None) -> None:
        super().__init__(parent)
        self.setAutoDefault(False)
        self.setProperty("menu", "tight")
        self.setIconSize(_ICON_SIZE)
        menu = menu or QMenu(self)
        menu.aboutToHide.connect(lambda: forget_hover_soon(self))
        self.setMenu(menu)

    def sizeHint(self) -> QSize:
        # Qt adds room for an arrow of its own to that of the style sheet.
        text = self.fontMetrics().horizontalAdvance(self.text())
        padding = _PADDING if self.icon().isNull() else _PADDING_WITH_ICON
        width = text + padding if self.text() else _ARROW_ALONE
        return QSize(width, super().sizeHint().height())

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        if self.icon().isNull():
            option.text = _GAP + option.text  # the style sheet's padding is left out beside a menu

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
