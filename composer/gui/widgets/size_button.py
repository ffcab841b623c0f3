"""The button that tells how many font sizes are used of those permitted."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from composer.gui.widgets.style import restyle
from composer.gui.words.text import tr_


class SizeButton(QToolButton):
    """Says "2 of 3 sizes", and looks like a warning where it is "4 sizes, max 3"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "budget")
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._words = self._figures = ""
        self._short = False
        self.show_use(0, 0, over=False)

    def show_use(self, used: int, limit: int, *, over: bool) -> None:
        """Show how many sizes are used of how many."""
        kind = "_over" if over else ""
        self._words = tr_(f"sizes.used{kind}", used=used, limit=limit)
        self._figures = tr_(f"sizes.figures{kind}", used=used, limit=limit)
        self.set_short(short=self._short)
        self.setAccessibleName(tr_(f"sizes.spoken{kind}", used=used, limit=limit))
        self.setToolTip(tr_(f"sizes.tip{kind}", limit=limit))
        restyle(self, "over", "true" if over else "false")

    def set_short(self, *, short: bool) -> None:
        """Show the figures alone, or the words around them."""
        self._short = short
        self.setText(self._figures if short else self._words)
