"""The caret and the preview, kept together: a session on the whole window."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWebEngineWidgets import QWebEngineView
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Place
from tests.gui.seller import Seller

HTML = (
    "<p>Hello {{buyer_name}}, this is 😀 about order {{order_id}} and more.</p>"
    + "".join(f"<p>Paragraph {number} of the message.</p>" for number in range(60))
    + "<p>The end comes here.</p>"
)


def ask(seller: Seller, qtbot: QtBot, expression: str) -> object:
    """A value from the preview's isolated world; `page` is the message on the desktop sheet."""
    with qtbot.waitCallback(timeout=10_000) as answer:
        seller.desk.widgets.preview.rendering.evaluate(
            "(() => { const view = document.querySelector('[data-view=desktop]');"
            "const frame = view.querySelector('iframe'), page = frame.contentDocument;"
            f"return {expression}; }})()",
            answer,
        )
    return answer.args[0]


def opened(place: Place, qtbot: QtBot) -> Seller:
    """A window on the message, its preview there."""
    place.put("one.html", HTML)
    seller = place.open()
    seller.desk.actions.show_preview.trigger()
    pane = seller.desk.widgets.preview
    qtbot.waitUntil(lambda: pane.up_to_date and pane.message is not None, timeout=20_000)
    qtbot.waitUntil(lambda: ask(seller, qtbot, "page.body.children.length") > 60, timeout=10_000)
    seller.checked()
    return seller


def click_at(seller, qtbot: QtBot, words: str, into: int) -> None:
    """Click into the preview, before the character `into` of `words`."""
    x, y = (
        ask(
            seller, qtbot,
            f"(() => {{ const walker = page.createTreeWalker(page.body, 4); let node;"
            f" while ((node = walker.nextNode()) && !node.data.includes({words!r})); "
            f" const range = page.createRange(), at = node.data.indexOf({words!r}) + {into};"
            " range.setStart(node, at); range.setEnd(node, at + 1);"
            " const box = range.getBoundingClientRect(), f = frame.getBoundingClientRect();"
            f" const scale = f.width / frame.offsetWidth;"
            f" return f.{edge} + scale * (box.{edge} + {inset}); }})()",
        )
        for edge, inset in (("left", 1), ("top", "box.height / 2"))
    )  # fmt: skip
    view = seller.desk.widgets.preview.findChild(QWebEngineView)
    QTest.mouseClick(view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))


def caret_words(seller) -> str:
    """The text right of the caret."""
    body = seller.desk.widgets.body
    return body.document_value().text[body.caret() :][:12]


def test_a_click_in_the_preview_puts_the_caret_there(place, qtbot: QtBot) -> None:
    """Behind emoji and filled placeholders too; writing goes on at once, and undo knows nothing."""
    seller = opened(place, qtbot)
    body = seller.desk.widgets.body
    click_at(seller, qtbot, "about", 2)
    qtbot.waitUntil(lambda: caret_words(seller).startswith("out order"), timeout=5000)
    assert body.hasFocus()
    assert not seller.desk.workspace.modified
    click_at(seller, qtbot, "and more", 4)
    qtbot.waitUntil(lambda: caret_words(seller).startswith("more."), timeout=5000)
    seller.write("much ")
    assert "and much more" in body.document_value().text


def test_a_click_on_a_filled_placeholder_goes_to_it(place, qtbot: QtBot) -> None:
    """The caret stands before the placeholder whose sample was clicked."""
    seller = opened(place, qtbot)
    sample = seller.desk.widgets.preview.message.source.value_of("order_id")
    click_at(seller, qtbot, sample, 4)
    qtbot.waitUntil(lambda: caret_words(seller).startswith("\ufffc and more"), timeout=5000)


def test_the_preview_follows_the_caret(place, qtbot: QtBot) -> None:
    """What is out of sight is scrolled to; what is in view stays where it is."""
    seller = opened(place, qtbot)
    body = seller.desk.widgets.body
    body.setFocus()
    seen = (
        "(() => {{ const words = [...page.querySelectorAll('p')]"
        ".find((p) => p.textContent.includes({0!r})).getBoundingClientRect();"
        " const f = frame.getBoundingClientRect(), scale = f.width / frame.offsetWidth;"
        " const top = f.top + words.top * scale;"
        " return top >= 0 && top + words.height * scale <= innerHeight; }})()"
    )
    assert ask(seller, qtbot, seen.format("The end comes")) is False
    QTest.keyClick(body, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: ask(seller, qtbot, seen.format("The end comes")), timeout=5000)
    before = ask(seller, qtbot, "view.scrollTop")
    seller.write(" Really.")
    seller.checked()
    qtbot.waitUntil(
        lambda: "Really." in str(ask(seller, qtbot, "page.body.textContent")), timeout=10_000
    )
    QTest.keyClick(body, Qt.Key.Key_Up)
    qtbot.wait(100)
    assert ask(seller, qtbot, "view.scrollTop") == before


def test_the_preview_can_be_read_on_while_the_caret_rests(place, qtbot: QtBot) -> None:
    """Scrolling in the preview is not undone by a message that is shown anew."""
    seller = opened(place, qtbot)
    pane, body = seller.desk.widgets.preview, seller.desk.widgets.body
    body.setFocus()
    ask(seller, qtbot, "(view.scrollTop = 500)")
    with qtbot.waitSignal(pane.rendered, timeout=10_000):
        seller.desk.previewing.refresh()
    assert ask(seller, qtbot, "view.scrollTop") == 500


def selected(seller) -> tuple[int, int]:
    """The range selected in the editor."""
    return seller.desk.widgets.body.selection()


def test_a_click_on_a_value_selects_its_placeholder(place, qtbot: QtBot) -> None:
    """All of it, so that it is seen, and its line glows; not where the words beside are clicked."""
    seller = opened(place, qtbot)
    body = seller.desk.widgets.body
    sample = seller.desk.widgets.preview.message.source.value_of("order_id")
    text = body.document_value().text
    at = text.index("\ufffc and more")
    for into in (0, 4, len(sample) - 1):
        body.select(0)
        click_at(seller, qtbot, sample, into)
        qtbot.waitUntil(lambda: selected(seller) == (at, at + 1), timeout=5000)
    assert body.viewport().childAt(5, body.cursorRect().center().y()) is None  # clicks go through
    glow = seller.desk.reading_along.glow
    assert glow.rect.contains(0, body.cursorRect().center().y())
    qtbot.waitUntil(lambda: not glow.rect, timeout=5000)
    click_at(seller, qtbot, " and more", 0)
    qtbot.waitUntil(lambda: selected(seller) == (at + 1, at + 1), timeout=5000)


def test_a_click_on_a_picture_selects_it(place, qtbot: QtBot) -> None:
    """Also while words are selected in the preview."""
    picture = '<p>Look: <img src="one.files/a.png" alt="A pan" width="200" height="80"> here.</p>'
    place.put("one.html", picture + HTML)
    seller = place.open()
    seller.desk.actions.show_preview.trigger()
    pane = seller.desk.widgets.preview
    qtbot.waitUntil(lambda: pane.up_to_date and pane.message is not None, timeout=20_000)
    qtbot.waitUntil(lambda: ask(seller, qtbot, "page.images.length") == 1, timeout=10_000)
    ask(seller, qtbot, "page.getSelection().selectAllChildren(page.body.children[1])")
    x, y = (
        ask(
            seller, qtbot,
            "(() => { const box = page.images[0].getBoundingClientRect(),"
            " f = frame.getBoundingClientRect(), scale = f.width / frame.offsetWidth;"
            f" return f.{edge} + scale * (box.{edge} + 20); }})()",
        )
        for edge in ("left", "top")
    )  # fmt: skip
    view = pane.findChild(QWebEngineView)
    QTest.mouseClick(view.focusProxy(), Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))

    at = seller.desk.widgets.body.document_value().text.index("\ufffc")
    qtbot.waitUntil(lambda: selected(seller) == (at, at + 1), timeout=5000)
