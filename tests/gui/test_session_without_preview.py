"""The app where the browser engine cannot be loaded."""

import sys

import pytest
from pytestqt.qtbot import QtBot

from composer.gui.preview.message import Mode


def test_everything_but_the_preview_works(
    place, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Writing, checking and the plain text go on, with one sentence on what is missing."""
    monkeypatch.delitem(sys.modules, "composer.gui.preview.rendering", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtWebEngineWidgets", None)
    place.put("one.html", "<p>Hello {{buyer_name}}.</p>")
    seller = place.open()
    pane = seller.desk.widgets.preview
    seller.desk.actions.show_preview.trigger()
    qtbot.waitUntil(lambda: pane.notice.sentence != "", timeout=5000)
    assert pane.notice.sentence.startswith("The preview needs QtWebEngine")
    pane.set_mode(Mode.TEXT)
    seller.desk.widgets.body.setFocus()
    seller.write("Buy now! 😀 ")
    assert seller.checked()
    qtbot.waitUntil(lambda: "Buy now!" in pane.text_view.toPlainText(), timeout=10_000)
