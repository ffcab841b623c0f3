"""The whole way from an empty template to an exported file, with keys and nothing else."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from composer.document import OBJECT
from composer.gui.export.dialog import ExportDialog
from composer.gui.template.approving import ApproveDialog
from composer.gui.theme.marks import Mark
from composer.gui.widgets.ask import AskDialog
from composer.gui.words.text import tr_

KEYS = Qt.Key
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class Keyboard:
    """Presses keys where the focus is, and looks at the screen."""

    def __init__(self, seller, qtbot: QtBot) -> None:
        self.seller = seller
        self.wait_until: Callable[..., None] = qtbot.waitUntil

    def press(self, *keys: Qt.Key, control: bool = False, shift: bool = False) -> None:
        """Press each of `keys`, with Ctrl or Shift held."""
        none = Qt.KeyboardModifier.NoModifier
        held = (CONTROL if control else none) | (SHIFT if shift else none)
        for key in keys:
            self.seller.press(key, held)

    def type(self, text: str) -> None:
        """Type `text`, letter by letter."""
        for letter in text:
            QTest.keyClick(QApplication.focusWidget(), letter)

    def go_to(self, name: str) -> None:
        """Press Tab until the control called `name` has the focus."""
        for _ in range(40):
            focused = QApplication.focusWidget()
            if focused is not None and focused.accessibleName() == name:
                return
            self.press(KEYS.Key_Tab)
        raise AssertionError(f"Tab does not reach {name}")

    def choose(self, name: str, label: str) -> None:
        """Go to a list of choices and type the beginning of one."""
        self.go_to(name)
        self.type(label)

    def link(self, letters: int, address: str) -> None:
        """Link the last letters before the caret to an address."""
        for _ in range(letters):
            self.press(KEYS.Key_Left, shift=True)
        self.press(KEYS.Key_K, control=True)
        self.seller.dialog(AskDialog)
        self.press(KEYS.Key_A, control=True)
        self.type(address)
        self.press(KEYS.Key_Return)
        self.press(KEYS.Key_End)

    def answer(self, title: str) -> None:
        """Take the entry called `title` of the list of fixes."""
        self.press(KEYS.Key_Period, control=True)
        self.wait_until(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        for _ in menu.actions():
            active = menu.activeAction()
            if active is not None and active.text() == title:
                break
            self.press(KEYS.Key_Down)
        assert menu.activeAction().text() == title
        self.press(KEYS.Key_Return)


def type_path(owner: QObject, path: str) -> None:
    """Type `path` into the file dialog that opens next, as soon as it has the keyboard."""
    timer = QTimer(owner, interval=20)

    def answer() -> None:
        dialog, focused = QApplication.activeModalWidget(), QApplication.focusWidget()
        if not isinstance(dialog, QFileDialog):
            return
        if focused is None or focused.window() is not dialog:
            dialog.activateWindow()  # as a window manager does
            return
        timer.stop()
        QTest.keyClick(focused, KEYS.Key_A, CONTROL)
        QTest.keyClicks(focused, path)
        QTest.keyClick(focused, KEYS.Key_Return)

    timer.timeout.connect(answer)
    timer.start()


@pytest.fixture
def keys(place, qtbot: QtBot) -> Keyboard:
    """The keyboard of a seller whose library has one template."""
    place.put("one.html", "<p>Order {{order_id}}</p>", reason="invoice")
    return Keyboard(place.open(), qtbot)


def begin(keys: Keyboard) -> None:
    """Name a new template and say what it is for."""
    keys.press(KEYS.Key_N, control=True)
    keys.type("Parcel on its way")
    keys.press(KEYS.Key_Return)
    keys.choose(tr_("header.reason"), "Order")
    keys.choose(tr_("header.channel"), "Email")
    keys.choose(tr_("header.marketplace"), "Amazon.de")
    keys.choose(tr_("header.language"), "English")
    template = keys.seller.desk.workspace.template
    assert template.name == "Parcel on its way"
    assert template.reason == "order-problem"
    assert (template.channel, template.marketplace) == ("email", "amazon.de")
    assert template.language.startswith("en")


def write(keys: Keyboard) -> None:
    """Write subject and body, with chips and with two links that are found fault with."""
    seller, widgets = keys.seller, keys.seller.desk.widgets
    keys.press(KEYS.Key_F6, KEYS.Key_F6)
    assert widgets.subject.hasFocus()
    keys.type("Your order {{order i")
    keys.wait_until(lambda: seller.offered() == ["Order ID"])
    keys.press(KEYS.Key_Return)
    assert widgets.subject.document_value().text == f"Your order {OBJECT}"
    keys.press(KEYS.Key_Return)
    assert widgets.body.hasFocus()

    keys.type("Hello {{first")
    keys.wait_until(lambda: seller.offered() == ["Buyer's first name"])
    keys.press(KEYS.Key_Return)
    keys.type(",")
    keys.press(KEYS.Key_Return)
    keys.type("your order {{order_id}} left late. You can follow it on your order page")
    keys.wait_until(lambda: widgets.body.document_value().text.count(OBJECT) == 2)
    keys.link(len("your order page"), "http://www.amazon.de/gp/css/order-history")
    keys.type(" or ask our partner")
    keys.link(len("our partner"), "https://parcels.example/help")
    keys.type(".")
    assert seller.rules() == ["unsecured-link", "external-link"]


def mend(keys: Keyboard) -> None:
    """Fix the one, and set the other aside with a reason."""
    seller, body = keys.seller, keys.seller.desk.widgets.body
    keys.press(KEYS.Key_F8)
    assert body.textCursor().selectedText() == "your order page"
    keys.press(KEYS.Key_Period, control=True)
    keys.press(KEYS.Key_Return)
    assert seller.rules() == ["external-link"]
    keys.press(KEYS.Key_F8)
    assert body.textCursor().selectedText() == "our partner"
    keys.answer(tr_("set_aside.offer"))
    seller.dialog(AskDialog)
    keys.type("The buyer asked for it")
    keys.press(KEYS.Key_Return)
    assert [each.set_aside for each in seller.checked()] == ["The buyer asked for it"]


def approve_and_export(keys: Keyboard, target: Path) -> None:
    """Approve, and save as HTML under a path that is typed."""
    seller = keys.seller
    keys.press(KEYS.Key_A, control=True, shift=True)
    seller.dialog(ApproveDialog)
    keys.press(KEYS.Key_Return)
    assert seller.desk.heading.mark is Mark.APPROVED

    keys.press(KEYS.Key_E, control=True)
    seller.dialog(ExportDialog)
    keys.press(KEYS.Key_Home)  # the draft, two above the HTML file and Seller Central
    for _ in range(3):
        keys.press(KEYS.Key_Down)
    type_path(seller.desk.window, str(target))
    keys.press(KEYS.Key_Return)
    keys.wait_until(target.is_file, timeout=5000)


def test_a_template_is_written_mended_approved_and_exported(keys: Keyboard, place) -> None:
    """New, purpose, subject and body with chips, fix, set aside, approve, export, open again."""
    begin(keys)
    write(keys)
    mend(keys)
    target = place.folder / "out" / "parcel.html"
    target.parent.mkdir()
    approve_and_export(keys, target)
    assert "https://www.amazon.de/gp/css/order-history" in target.read_text("utf-8")

    window = keys.seller.desk.window
    keys.press(KEYS.Key_Q, control=True)
    keys.wait_until(lambda: not window.isVisible(), timeout=5000)
    keys.seller = place.open()
    desk = keys.seller.desk
    assert desk.workspace.template.name == "Parcel on its way"
    assert desk.heading.mark is Mark.APPROVED
    keys.press(KEYS.Key_F6)
    keys.go_to(tr_("sidebar.list"))
    keys.press(KEYS.Key_End)
    assert desk.workspace.template.name == "one"
    keys.press(KEYS.Key_Home)
    assert desk.workspace.template.name == "Parcel on its way"


def test_approving_by_key_answers_when_it_is_too_early(keys: Keyboard) -> None:
    """The bar says why, and leads to what is open."""
    seller = keys.seller
    seller.desk.widgets.body.setFocus()
    keys.press(KEYS.Key_K, control=True)
    seller.dialog(AskDialog)
    keys.press(KEYS.Key_A, control=True)
    keys.type("http://www.amazon.com/gp/css/order-history")
    keys.press(KEYS.Key_Return)
    assert seller.rules()[0] == "unsecured-link"
    keys.press(KEYS.Key_A, control=True, shift=True)
    assert seller.message() == seller.desk.heading.why_not_approved
    assert tr_("app_state.why_not_fix", count=1) in seller.message()
    for _ in range(8):
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and focused.text() == tr_("exports.show_first"):
            break
        keys.press(KEYS.Key_F6)
    keys.press(KEYS.Key_Space)
    assert seller.desk.widgets.body.textCursor().hasSelection()
