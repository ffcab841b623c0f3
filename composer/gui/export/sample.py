"""What will be exported: the message with its look, or its text as it is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QStackedWidget, QVBoxLayout, QWidget

from composer.gui.editor.bridge.positions import to_utf16
from composer.gui.export.model import ExportChoice
from composer.gui.export.page import SamplePage, alike
from composer.gui.theme.theme import Theme
from composer.gui.widgets.choice import ChoiceItem
from composer.gui.widgets.segmented import Segmented
from composer.gui.widgets.style import label, nested
from composer.gui.words.text import tr_
from composer.library.approval import Images

_MESSAGE, _SOURCE = "message", "source"


class Sample(QWidget):
    """Shows one `ExportChoice`, read-only; where it has both, its look first, its text on demand.

    `images` returns the bytes of a picture by its source.
    """

    def __init__(self, theme: Theme, images: Images) -> None:
        super().__init__()
        self._choice: ExportChoice | None = None
        self._written = ""
        self._switch = Segmented(
            tr_("export.view"),
            tuple(ChoiceItem(it, tr_(f"export.{it}")) for it in (_MESSAGE, _SOURCE)),
        )
        self._switch.chosen.connect(self._show)
        self._subject = label("", "strong", wrap=True)
        self._text = QPlainTextEdit()
        self._page = SamplePage(theme, images)
        self._views = QStackedWidget()
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPointSizeF(theme.type.small)
        self._text.setFont(font)
        for view in (self._text, self._page):
            view.setReadOnly(True)
            view.setProperty("kind", "sample")
            view.setAccessibleName(tr_("export.preview"))
            self._views.addWidget(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        top = nested(layout, QHBoxLayout())
        top.addWidget(label(tr_("export.preview"), "muted", wrap=True), 1)
        top.addWidget(self._switch, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._subject)
        layout.addWidget(self._views, 1)

    def show_choice(self, choice: ExportChoice) -> None:
        """Show what `choice` gives."""
        self._choice = choice
        self._written = choice.text.replace("\r\n", "\n")
        self._text.setPlainText(choice.text)
        self._page.show_page(choice.page)
        self._subject.setText(tr_("export.subject", subject=choice.subject))
        self._switch.setVisible(bool(choice.page and choice.text))
        self._switch.set_value(_MESSAGE)
        self._show(_MESSAGE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for view in (self._text, self._page):
            if view.textCursor().position():  # somebody types there, through the form
                view.ensureCursorVisible()

    def hasHeightForWidth(self) -> bool:
        return False  # Qt would take the height it likes for the least it needs, and squeeze others

    def change(self, choice: ExportChoice) -> None:
        """Show what became of the choice in view, from where it became another."""
        self._choice = choice
        self._page.change_page(choice.page)
        self._subject.setText(tr_("export.subject", subject=choice.subject))
        self._change_text(choice.text)

    def _change_text(self, written: str) -> None:
        text = written.replace("\r\n", "\n")  # as the view has it
        same = alike(self._written, text)
        self._written = text
        bar = self._text.verticalScrollBar()
        place = bar.value()
        self._text.setPlainText(text)
        bar.setValue(place)
        cursor = self._text.textCursor()
        cursor.setPosition(to_utf16(text, same))
        self._text.setTextCursor(cursor)
        self._text.ensureCursorVisible()

    def _show(self, view: str) -> None:
        if self._choice is None:
            return
        as_page = view == _MESSAGE and bool(self._choice.page)
        self._views.setCurrentWidget(self._page if as_page else self._text)
        self._subject.setVisible(as_page and bool(self._choice.subject))
