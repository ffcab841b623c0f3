"""A new template begins the same way, whatever is open when it is asked for."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from composer.gui.words.text import tr_

WORDS = "<p>Order {{order_id}} is late.</p>"


def new(seller) -> str:
    """Begin a template, and return the channel that it is for."""
    seller.control(Qt.Key.Key_N)
    channel: str = seller.desk.workspace.template.channel
    assert seller.desk.widgets.header.purpose().channel == channel
    return channel


def test_it_is_for_the_channel_chosen_last(place) -> None:
    """Email before any was chosen; what the templates in between are for makes no difference."""
    one = place.put("one.html", WORDS, channel="contact-form")
    two = place.put("two.html", WORDS, channel="email")
    place.preferences.open_key = str(one)
    seller = place.open()
    assert new(seller) == "email"
    seller.desk.shelf.open(str(two))
    assert new(seller) == "email"

    seller.choose(tr_("header.channel"), "Seller Central")
    seller.desk.shelf.open(str(two))
    assert new(seller) == "contact-form"
    seller.close()
    assert new(place.open()) == "contact-form"


def test_another_reason_chooses_no_channel(place) -> None:
    """Only the box for it does."""
    place.put("one.html", WORDS, channel="contact-form")
    seller = place.open()
    seller.choose(tr_("header.reason"), "Invoice")
    assert new(seller) == "email"


def test_the_list_of_reasons_warns_of_nothing(place) -> None:
    """That one is still to be chosen is said by the box alone."""
    seller = place.open()
    seller.control(Qt.Key.Key_N)
    seller.press(Qt.Key.Key_Return)
    seller.desk.widgets.body.setFocus()
    seller.write("Your order is late")
    seller.checked()
    boxes = seller.desk.window.findChildren(QComboBox)
    by_name = {box.accessibleName(): box for box in boxes if box.isVisible()}
    colours = []
    for name in (tr_("header.reason"), tr_("header.channel")):
        by_name[name].showPopup()
        rows = by_name[name].view().window()
        place.qtbot.waitUntil(rows.isVisible)
        colours.append(rows.grab().toImage().pixelColor(5, 5).name())
        by_name[name].hidePopup()
    assert colours[0] == colours[1]
