"""The button that tells how many font sizes are used of those permitted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from composer.gui.text import tr_
from composer.gui.widgets.style import restyle


class SizeButton(QToolButton):
    """Says "2 of 3 used", and looks like a warning where it is more than that."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "budget")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_use(0, 0, over=False)

    def show_use(self, used: int, limit: int, *, over: bool) -> None:
        """Show how many sizes are used of how many."""
        words = tr_("sizes.used", used=used, limit=limit)
        self.setText(words)
        self.setAccessibleName(f"{tr_('sizes.title')}: {words}")
        self.setToolTip(tr_("sizes.tip_over" if over else "sizes.tip", limit=limit))
        restyle(self, "over", "true" if over else "false")
