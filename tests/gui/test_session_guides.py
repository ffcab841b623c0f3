"""The guides of the preview stay as the seller left them: a session on the whole window."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import Place

WIDE = (
    '<p>Order {{order_id}}</p><p><img src="one.files/a.png" alt="A pan" style="width: 85%"></p>'
    "<p>Goodbye.</p>"
)


def test_guides_switched_off_by_hand_stay_off(place: Place, qtbot: QtBot) -> None:
    """Also after what they showed for has gone and an undo brought it back."""
    place.put("one.html", WIDE)
    seller = place.open()
    seller.desk.actions.show_preview.trigger()
    pane = seller.desk.widgets.preview
    seller.checked()
    qtbot.waitUntil(lambda: pane.up_to_date and pane.guides, timeout=20_000)
    seller.click_button("Limits", pane)
    assert not pane.guides

    body = seller.desk.widgets.body
    body.setFocus()
    at = body.document_value().text.rindex("\ufffc")
    body.select(at, at + 1)
    QTest.keyClick(body, Qt.Key.Key_Delete)
    seller.checked()
    qtbot.waitUntil(lambda: not pane.message.has_images, timeout=10_000)
    seller.control(Qt.Key.Key_Z)
    seller.checked()
    qtbot.waitUntil(lambda: pane.message.at_limit, timeout=10_000)
    assert not pane.guides
    seller.click_button("Limits", pane)
    assert pane.guides
