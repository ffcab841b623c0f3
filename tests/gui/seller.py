"""A seller at the app: works in one window as a person does, and looks at it."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from composer.gui.desk import Desk
from composer.gui.findings.delegate import FindingDelegate
from composer.gui.findings.model import ROW_ROLE, FindingRow
from composer.gui.findings.view import FindingsView
from composer.gui.library.model import TemplateRow
from composer.gui.library.view import TemplatesView
from composer.gui.widgets.choice import Choice
from composer.gui.widgets.popup_list import PopupList
from composer.gui.words.text import tr_
from composer.library.history import History
from composer.lint.finding import Finding

NO_MODIFIER = Qt.KeyboardModifier.NoModifier
D = TypeVar("D", bound=QDialog)


class Seller:
    """Works in one window as a seller does: keys, clicks, the clipboard; and looks at it."""

    def __init__(self, desk: Desk, qtbot: QtBot, database: Path) -> None:
        self.desk = desk
        self._database = database
        self._qtbot = qtbot
        self._answered = desk.checker.revision if not desk.checker.pending else -1
        desk.checker.checked.connect(self._note)

    def _note(self, revision: int, _findings: object) -> None:
        self._answered = revision

    def history(self) -> History:
        """What is kept of this window's templates."""
        return History(self._database)

    def checked(self) -> list[Finding]:
        """Wait until the text as it is now is checked, and return the findings in order."""
        checker = self.desk.checker
        self._qtbot.waitUntil(
            lambda: self._answered == checker.revision and not checker.pending, timeout=10_000
        )
        return list(self.desk.judging.findings)

    def rules(self) -> list[str]:
        """The rules of the findings of the text as it is now."""
        return [finding.rule for finding in self.checked()]

    def marked(self, part: str = "body") -> list[str]:
        """The words with a squiggle under them, in the order of the text."""
        self.checked()
        editor = self.desk.widgets.body if part == "body" else self.desk.widgets.subject
        text = editor.document_value().text
        return [text[each.start : each.end] for each in editor.findings_shown()]

    def cards(self) -> list[FindingRow]:
        """The cards in the findings panel."""
        model = self.view.model()
        return [model.index(row, 0).data(ROW_ROLE) for row in range(model.rowCount())]

    @property
    def view(self) -> FindingsView:
        """The list of cards."""
        view = self.desk.widgets.findings.findChild(FindingsView)
        assert view is not None
        return view

    def write(self, text: str, editor: QWidget | None = None) -> None:
        """Type `text` key by key; what no key has comes from the input method, as an emoji does."""
        target = editor or self.desk.widgets.body
        for char in text:
            if char == "\n":
                QTest.keyClick(target, Qt.Key.Key_Return)
            elif char.isascii():
                QTest.keyClick(target, char)
            else:
                event = QInputMethodEvent()
                event.setCommitString(char)
                QApplication.sendEvent(target, event)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press a key where the keyboard's focus is."""
        self.activate()
        popup = QApplication.activePopupWidget()
        target = popup or QApplication.focusWidget() or self.desk.window
        QTest.keyClick(target, key, modifier)

    def activate(self) -> None:
        """Give the window the keyboard, as a window manager does after a click or a dialog."""
        active = QApplication.activeWindow()
        if active is None or isinstance(active, QMainWindow):
            self.desk.window.activateWindow()
            self._qtbot.waitUntil(lambda: QApplication.activeWindow() is self.desk.window)

    def control(self, key: Qt.Key, *, shift: bool = False) -> None:
        """Press a key with Ctrl."""
        extra = Qt.KeyboardModifier.ShiftModifier if shift else NO_MODIFIER
        self.press(key, Qt.KeyboardModifier.ControlModifier | extra)

    def paste(self, html: str) -> None:
        """Paste HTML that another program put on the clipboard."""
        data = QMimeData()
        data.setHtml(html)
        data.setText("from another program")
        QApplication.clipboard().setMimeData(data)
        self.control(Qt.Key.Key_V)

    def templates(self) -> list[TemplateRow]:
        """The templates in the sidebar, from top to bottom."""
        view = self.desk.widgets.sidebar.findChild(TemplatesView)
        assert view is not None
        model = view.model()
        groups = [model.index(row, 0) for row in range(model.rowCount())]
        rows = [model.index(n, 0, top) for top in groups for n in range(model.rowCount(top))]
        return [row for index in rows if (row := view.row(index))]

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, NO_MODIFIER, at or QPoint())

    def choose(self, name: str, label: str) -> None:
        """Choose `label` in the combo box called `name`, with the arrow keys."""
        boxes = self.desk.window.findChildren(Choice)
        box = next(each for each in boxes if each.accessibleName() == name)
        box.setFocus()
        while step := box.findText(label) - box.currentIndex():
            QTest.keyClick(box, Qt.Key.Key_Down if step > 0 else Qt.Key.Key_Up)

    def click_button(self, text: str, inside: QWidget | None = None) -> None:
        """Click the visible, enabled button with this text."""
        self.click(self.button(text, inside))

    def approve_button(self) -> QPushButton:
        """The button that approves, whatever it says it waits for."""
        buttons = self.desk.widgets.header.findChildren(QPushButton)
        return next(each for each in buttons if each.property("kind") in {"primary", "plain"})

    def approve(self) -> None:
        """Approve, and confirm what is stated then."""
        self.click_button(tr_("header.approve"))
        self.click_button(tr_("approving.confirm"))

    def button(self, text: str, inside: QWidget | None = None) -> QPushButton:
        """Wait for the one visible button with this text."""

        def found() -> list[QPushButton]:
            buttons = (inside or self.desk.window).findChildren(QPushButton)
            return [each for each in buttons if each.isVisible() and each.text() == text]

        self._qtbot.waitUntil(lambda: len(found()) == 1, timeout=3000)
        return found()[0]

    def click_fix(self, number: int) -> None:
        """Click the first fix of a card."""
        index = self.view.model().index(number, 0)
        delegate = self.view.itemDelegate()
        assert isinstance(delegate, FindingDelegate)
        self.view.scrollTo(index)
        card = delegate.card_of(self.view.visualRect(index), index)
        box = delegate.fix_boxes(card, index.data(ROW_ROLE))[0]
        self.click(self.view.viewport(), box.center())

    def click_card(self, number: int) -> None:
        """Click the words of a card."""
        index = self.view.model().index(number, 0)
        delegate = self.view.itemDelegate()
        assert isinstance(delegate, FindingDelegate)
        self.view.scrollTo(index)
        card = delegate.card_of(self.view.visualRect(index), index)
        self.click(self.view.viewport(), QPoint(card.left() + 60, card.center().y()))

    def offered(self) -> list[str]:
        """What the list at the caret offers, nothing where it is not shown."""
        shown = self.popup()
        if not shown.isVisible():
            return []
        return [shown.item(row).text() for row in range(shown.count())]

    def popup(self) -> PopupList:
        """The list at the caret, shown or not."""
        shown = self.desk.window.findChild(PopupList)
        assert shown is not None
        return shown

    def message(self) -> str:
        """The sentence in the bar, an empty one where it is not shown."""
        shown = self.desk.widgets.bar.message
        return shown.text if shown else ""

    def hint(self) -> str:
        """The step to try next, an empty one where none is shown."""
        bar = self.desk.widgets.hint_bar
        return bar.message.text if bar.message and bar.isVisible() else ""

    def dialog(self, kind: type[D]) -> D:
        """Wait for a dialog of this kind and return it."""

        def shown() -> list[D]:
            return [each for each in self.desk.window.findChildren(kind) if each.isVisible()]

        self._qtbot.waitUntil(lambda: len(shown()) == 1, timeout=5000)
        self._qtbot.waitUntil(lambda: QApplication.activeWindow() is shown()[0])
        return shown()[0]

    def answer_file_dialog(self, path: Path) -> None:
        """Choose `path`, a file or folder, in the dialog that opens next."""
        timer = QTimer(self.desk.window, interval=20)

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if isinstance(dialog, QFileDialog):
                timer.stop()
                name = dialog.findChild(QLineEdit)
                assert name is not None
                name.setText(str(path))
                QTest.keyClick(name, Qt.Key.Key_Return)

        timer.timeout.connect(answer)
        timer.start()

    def close(self) -> None:
        """Close the window, and wait until it is gone and everything is on disk."""
        window = self.desk.window
        window.close()
        self._qtbot.waitUntil(lambda: not window.isVisible(), timeout=5000)
