"""Copied from the preview: what the template says, with its placeholders."""

import json

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from composer.document import Placeholder
from composer.gui.preview.message import Mode
from composer.gui.words.text import tr_
from tests.gui.conftest import Place
from tests.gui.seller import Seller
from tests.gui.test_session_reading_along import ask

HTML = (
    "<p>Hello {{buyer_name}}, this is 😀 about</p>"
    "<ul><li>order <b>{{order_id}}</b> and</li><li>another one.</li></ul><p>Yours</p>"
)
LEFT, CONTROL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
_POINT = """JSON.stringify((() => {
  const root = ROOT, owner = root.ownerDocument, walker = owner.createTreeWalker(root, 4);
  let node;
  while ((node = walker.nextNode()) && !node.data.includes(WORDS));
  const range = owner.createRange();
  range.setStart(node, node.data.indexOf(WORDS) + INTO);
  const box = range.getBoundingClientRect(), f = frame.getBoundingClientRect();
  const [x, y] = [box.left, box.top + box.height / 2];
  if (owner !== page) return [x, y];
  const scale = f.width / frame.offsetWidth;
  return [f.left + scale * x, f.top + scale * y];
})())"""


def opened(place: Place, qtbot: QtBot, html: str = HTML, **metas: str) -> Seller:
    """A window on the message, its preview there, and nothing on the clipboard."""
    place.put("one.html", html, **metas)
    seller = place.open()
    seller.desk.actions.show_preview.trigger()
    pane = seller.desk.widgets.preview
    qtbot.waitUntil(lambda: pane.up_to_date and pane.message is not None, timeout=20_000)
    qtbot.waitUntil(
        lambda: "another one" in str(ask(seller, qtbot, "page.body.textContent")), timeout=10_000
    )
    QApplication.clipboard().clear()
    return seller


def point_at(seller, qtbot: QtBot, words: str, into: int, root: str) -> QPoint:
    """Where on the view the character `into` of `words` begins."""
    script = _POINT.replace("ROOT", root).replace("INTO", str(into))
    x, y = json.loads(str(ask(seller, qtbot, script.replace("WORDS", json.dumps(words)))))
    return QPoint(round(x), round(y))


def drag(seller, qtbot: QtBot, start: str, end: str, root: str = "page.body") -> None:
    """Select from the beginning of some words to the end of others with the mouse, and copy."""
    view = seller.desk.widgets.preview.findChild(QWebEngineView).focusProxy()
    first = point_at(seller, qtbot, start, 0, root)
    last = point_at(seller, qtbot, end, len(end.encode("utf-16-le")) // 2, root)
    QTest.mousePress(view, LEFT, pos=first)
    QTest.mouseMove(view, first + (last - first) / 2)
    QTest.mouseMove(view, last)
    QTest.mouseRelease(view, LEFT, pos=last)
    owner = f"({root}).ownerDocument"
    qtbot.waitUntil(lambda: bool(ask(seller, qtbot, f"{owner}.getSelection().toString()")))
    QTest.keyClick(view, Qt.Key.Key_C, CONTROL)
    qtbot.waitUntil(lambda: bool(QApplication.clipboard().text()), timeout=5000)


def pasted(seller) -> object:
    """The inlines of the body after pasting in place of all there is."""
    body = seller.desk.widgets.body
    body.setFocus()
    seller.control(Qt.Key.Key_A)
    seller.control(Qt.Key.Key_V)
    return body.document_value()


def test_words_around_a_value_are_copied_with_the_placeholder(place, qtbot: QtBot) -> None:
    """As text and as HTML; pasted they are a chip again, one step to undo."""
    seller = opened(place, qtbot)
    before = seller.desk.widgets.body.document_value()
    name = seller.desk.widgets.preview.message.source.value_of("buyer_name")
    drag(seller, qtbot, "Hello", "is 😀")
    mime = QApplication.clipboard().mimeData()
    assert mime.text() == "Hello {{buyer_name}}, this is 😀"
    assert "{{buyer_name}}" in mime.html()
    assert name not in mime.html()

    document = pasted(seller)
    assert Placeholder("buyer_name") in document.blocks[0].inlines
    assert document.text == "Hello \ufffc, this is 😀"
    seller.control(Qt.Key.Key_Z)
    assert seller.desk.widgets.body.document_value() == before


def test_part_of_a_value_is_the_whole_placeholder(place, qtbot: QtBot) -> None:
    """Half an order number is no use to any template."""
    seller = opened(place, qtbot)
    number = seller.desk.widgets.preview.message.source.value_of("order_id")
    drag(seller, qtbot, "order ", number[:6])
    assert QApplication.clipboard().text() == "order {{order_id}}"
    assert pasted(seller).text == "order \ufffc"


def test_everything_is_copied_from_the_menu(place, qtbot: QtBot) -> None:
    """Select all and Copy of the context menu bring the message as it is in the editor."""
    seller = opened(place, qtbot)
    body = seller.desk.widgets.body
    before = body.document_value()
    view = seller.desk.widgets.preview.findChild(QWebEngineView)
    at = point_at(seller, qtbot, "Yours", 2, "page.body")
    seller.click(view.focusProxy(), at)
    for words in (tr_("preview.select_all"), tr_("preview.copy")):
        qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
        QTest.mouseClick(view.focusProxy(), Qt.MouseButton.RightButton, pos=at)
        qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu), timeout=5000)
        menu = QApplication.activePopupWidget()
        action = next(each for each in menu.actions() if each.text() == words)
        qtbot.waitUntil(action.isEnabled)
        seller.click(menu, menu.actionGeometry(action).center())
    qtbot.waitUntil(lambda: bool(QApplication.clipboard().text()), timeout=5000)
    assert pasted(seller) == before


@pytest.mark.parametrize("mode", [Mode.DESKTOP, Mode.TEXT])
def test_the_edit_menu_copies_where_the_keyboard_is(place, qtbot: QtBot, mode: Mode) -> None:
    """From the preview, that is, not what is selected in the editor behind it."""
    seller = opened(place, qtbot)
    pane = seller.desk.widgets.preview
    pane.set_mode(mode)
    seller.desk.widgets.body.select(0, 3)
    if mode is Mode.TEXT:
        pane.text_view.setFocus()
    else:
        view = pane.findChild(QWebEngineView).focusProxy()
        seller.click(view, point_at(seller, qtbot, "Yours", 2, "page.body"))
        qtbot.waitUntil(seller.desk.widgets.body.hasFocus)  # the click led there
        view.setFocus()
    selected = seller.desk.widgets.body.selection()
    seller.desk.actions.select_all.trigger()
    if mode is Mode.DESKTOP:
        qtbot.waitUntil(pane.findChild(QWebEngineView).hasSelection)
    seller.desk.actions.copy.trigger()
    qtbot.waitUntil(lambda: bool(QApplication.clipboard().text()), timeout=5000)
    words = QApplication.clipboard().text()
    assert words.startswith("Hello {{buyer_name}}")
    assert words.endswith("Yours")
    assert seller.desk.widgets.body.selection() == selected
    assert QApplication.clipboard().mimeData().hasHtml() is (mode is Mode.DESKTOP)


def test_the_subject_is_copied_with_its_placeholder(place, qtbot: QtBot) -> None:
    """And nothing else of the frame around the message."""
    seller = opened(place, qtbot)
    value = seller.desk.widgets.preview.message.source.value_of("order_id")
    drag(seller, qtbot, "order", value[-5:], "view.querySelector('.subject')")
    assert QApplication.clipboard().text() == "order {{order_id}}"


@pytest.mark.parametrize("mode", [Mode.DESKTOP, Mode.TEXT])
def test_plain_text_is_copied_with_its_placeholders(place, qtbot: QtBot, mode: Mode) -> None:
    """The message of a contact form on its sheet, and the text view."""
    seller = opened(place, qtbot, channel="contact-form")
    pane = seller.desk.widgets.preview
    assert pane.message.plain
    if mode is Mode.DESKTOP:
        drag(seller, qtbot, "😀 about", "another one.")
        expected = "😀 about\n\n- order {{order_id}} and\n- another one."
    else:
        pane.set_mode(mode)
        pane.text_view.setFocus()
        seller.control(Qt.Key.Key_A)
        seller.control(Qt.Key.Key_C)
        expected = (
            "Hello {{buyer_name}}, this is 😀 about\n\n"
            "- order {{order_id}} and\n- another one.\n\nYours"
        )
    assert QApplication.clipboard().text() == expected
    assert not QApplication.clipboard().mimeData().hasHtml()  # as the editor's would have
    assert seller.message() == ""


def test_values_that_cannot_be_told_apart_are_said(place, qtbot: QtBot) -> None:
    """A quiet bar says that the text has them."""
    seller = opened(place, qtbot, "<p>\ufdd2 {{order_id}}</p><p>another one</p>")
    pane = seller.desk.widgets.preview
    value = pane.message.source.value_of("order_id")
    pane.set_mode(Mode.TEXT)
    pane.text_view.setFocus()
    seller.control(Qt.Key.Key_A)
    seller.control(Qt.Key.Key_C)
    assert value in QApplication.clipboard().text()
    assert seller.message() == tr_("preview.copied_values")
