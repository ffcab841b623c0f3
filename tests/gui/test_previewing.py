"""The preview follows what is written."""

import pytest
from pytestqt.qtbot import QtBot

from composer.gui.preview.message import Mode
from composer.gui.preview.previewing import LONG


@pytest.mark.parametrize("paragraphs", [1, LONG // 30])
def test_the_preview_says_what_was_typed(place, qtbot: QtBot, paragraphs: int) -> None:
    """Short or long, once typing rests the preview shows the message as it is."""
    place.put("one.html", "<p>{{order_id}} will be there late.</p>" * paragraphs)
    seller = place.open()
    pane, body = seller.desk.widgets.preview, seller.desk.widgets.body
    pane.set_mode(Mode.TEXT)
    body.setFocus()
    for words in ("Hello ", "again "):
        seller.write(words)
        seller.checked()
    qtbot.waitUntil(lambda: pane.text_view.toPlainText().startswith("Hello again"), timeout=20_000)
    assert "{{order_id}}" not in pane.text_view.toPlainText()
