"""What will be exported: its text as it is, or the page that a mail program makes of it."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QPlainTextEdit, QStackedWidget, QTextBrowser

from composer.gui.export.model import ExportChoice
from composer.gui.text import tr_
from composer.gui.theme.theme import Theme


class Sample(QStackedWidget):
    """Shows one `ExportChoice`, read-only."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._text = QPlainTextEdit()
        self._page = _Page()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(theme.type.small)
        self._text.setFont(font)
        for view in (self._text, self._page):
            view.setReadOnly(True)
            view.setProperty("kind", "sample")
            view.setAccessibleName(tr_("export.preview"))
            self.addWidget(view)

    def show_choice(self, choice: ExportChoice) -> None:
        """Show what `choice` gives."""
        self._text.setPlainText(choice.text)
        self._page.setHtml(choice.page)
        self.setCurrentWidget(self._page if choice.page else self._text)


class _Page(QTextBrowser):
    """Opens no link and fetches nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        return None
