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
        self._words = ("", "", "")
        self._shortened = 0
        self.show_use(0, 0, over=False)

    def show_use(self, used: int, limit: int, *, over: bool) -> None:
        """Show how many sizes are used of how many."""
        kind = "_over" if over else ""
        self._words = (
            tr_(f"sizes.used{kind}", used=used, limit=limit),
            tr_("sizes.short", count=used),
            f"{used}/{limit}",
        )
        self.shorten(self._shortened)
        self.setAccessibleName(tr_(f"sizes.spoken{kind}", used=used, limit=limit))
        self.setToolTip(tr_(f"sizes.tip{kind}", limit=limit))
        restyle(self, "over", "true" if over else "false")

    def shorten(self, step: int) -> None:
        """Show all the words (0), the number of sizes (1), or figures alone (2)."""
        self._shortened = step
        self.setText(self._words[step])
