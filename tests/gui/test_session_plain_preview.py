"""What arrives as plain text is shown as plain text: a session on the whole window."""

from typing import Any

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from composer.gui.preview.inventory_dialog import InventoryDialog
from composer.gui.preview.message import Mode
from composer.gui.words.text import tr_
from tests.gui.conftest import Place
from tests.gui.test_session_reading_along import ask, caret_words, click_at

HTML = (
    '<p style="text-align: center">Hello {{buyer_name}}, <b>thank you</b>.</p>'
    '<p><img src="one.files/a.png" alt="A pan"></p>'
    "<ul><li>First thing</li><li>Second thing</li></ul>"
    "<p>Order {{order_id}}</p>" + "<p>And more.</p>" * 60 + "<p>The end comes here.</p>"
)


@pytest.fixture
def seller(place: Place, qtbot: QtBot) -> Any:
    """A window on a message for the contact form, its preview there."""
    place.put("one.html", HTML, channel="contact-form")
    seller = place.open()
    seller.desk.actions.show_preview.trigger()
    pane = seller.desk.widgets.preview
    qtbot.waitUntil(lambda: pane.up_to_date and pane.message is not None, timeout=20_000)
    seller.checked()
    return seller


@pytest.mark.parametrize("mode", [Mode.DESKTOP, Mode.PHONE, Mode.BOTH])
def test_only_the_text_is_shown(seller, qtbot: QtBot, mode: Mode) -> None:
    """No picture, nothing bold and nothing centred, at any width."""
    pane = seller.desk.widgets.preview
    pane.set_mode(mode)
    qtbot.waitUntil(lambda: pane.up_to_date, timeout=10_000)
    shown = "phone" if mode is Mode.PHONE else "desktop"
    looks = (
        f"(() => {{ const page = document.querySelector('[data-view={shown}] iframe')"
        ".contentDocument; return [page.body.innerText, page.querySelectorAll('img, b, ul').length,"
        " getComputedStyle(page.body.firstElementChild).textAlign].join('|'); })()"
    )
    text, marked, align = str(ask(seller, qtbot, looks)).split("|")
    assert text.strip() == pane.message.text
    assert "- Second thing" in text
    assert (marked, align) == ("0", "start")


def test_clicks_go_to_the_words(seller, qtbot: QtBot) -> None:
    """Of a list item too, whose mark is no part of it."""
    click_at(seller, qtbot, "thank you", 2)
    qtbot.waitUntil(lambda: caret_words(seller).startswith("ank you"), timeout=5000)
    click_at(seller, qtbot, "Second thing", 3)
    qtbot.waitUntil(lambda: caret_words(seller).startswith("ond thing"), timeout=5000)
    click_at(seller, qtbot, "- ", 0)
    qtbot.waitUntil(lambda: not caret_words(seller).startswith("ond thing"), timeout=5000)


def test_the_channel_decides(seller, qtbot: QtBot) -> None:
    """By email the same message has its picture and its looks; nothing is measured of the text."""
    pane = seller.desk.widgets.preview
    plain = pane.foot.facts
    assert not any("%" in fact for fact in plain)
    qtbot.waitUntil(lambda: not seller.desk.seeing.unseen, timeout=10_000)
    assert seller.desk.seeing.seen.rendered.blocks == {}

    seller.choose(tr_("header.channel"), "Email")
    seller.checked()
    qtbot.waitUntil(lambda: ask(seller, qtbot, "page.querySelectorAll('img, b').length") == 2)
    assert any("%" in fact for fact in pane.foot.facts)


def test_the_list_of_measurements_says_why_it_is_empty(seller, qtbot: QtBot) -> None:
    """Waiting would bring no value."""
    seller.desk.actions.measured.trigger()
    dialog = seller.desk.window.findChild(InventoryDialog)
    shown = [it.text() for it in dialog.findChildren(QLabel) if it.isVisible()]
    assert tr_("inventory.plain") in shown
    assert dialog.rows == []
    dialog.close()
