"""On a channel that sends plain text, what would have no effect is off and says why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from composer.gui.words.text import tr_

WHY = "Seller Central takes plain text only, so this has no effect."


def test_a_plain_channel_offers_no_looks(place) -> None:
    """Neither by button nor by key; lists are written with dashes, so they stay."""
    place.put("one.html", "<p>Order {{order_id}}</p>", channel="contact-form")
    seller = place.open()
    actions, body = seller.desk.actions, seller.desk.widgets.body
    body.setFocus()
    seller.control(Qt.Key.Key_A)
    seller.control(Qt.Key.Key_B)
    assert not any(each.marks.bold for each in inlines(body))
    for action in (actions.bold, actions.italic, actions.underline, actions.image):
        assert not action.isEnabled()
        assert WHY in action.toolTip()
    buttons = seller.desk.widgets.toolbar.findChildren(QToolButton)
    bold = next(each for each in buttons if each.defaultAction() is actions.bold)
    assert WHY in bold.toolTip()
    assert actions.bullet_list.isEnabled()
    assert actions.link.isEnabled()


def test_another_channel_offers_them_again(place) -> None:
    """Right after it is chosen; going to the source and back changes nothing about it."""
    place.put("one.html", "<p>Order {{order_id}}</p>", channel="contact-form")
    seller = place.open()
    actions = seller.desk.actions
    actions.show_source.trigger()
    actions.show_source.trigger()
    assert not actions.bold.isEnabled()
    seller.choose(tr_("header.channel"), "Email")
    assert actions.bold.isEnabled()
    assert WHY not in actions.bold.toolTip()
    body = seller.desk.widgets.body
    body.setFocus()
    seller.control(Qt.Key.Key_A)
    seller.control(Qt.Key.Key_B)
    assert any(each.marks.bold for each in inlines(body))


def test_the_keys_say_why_they_do_nothing(place) -> None:
    """Who writes with keys alone sees no button and no tooltip; in an email nothing is said."""
    place.put("one.html", "<p>Order {{order_id}}</p>", channel="contact-form")
    seller = place.open()
    body = seller.desk.widgets.body
    for key in (Qt.Key.Key_B, Qt.Key.Key_I, Qt.Key.Key_U):
        seller.desk.widgets.bar.clear()
        body.setFocus()
        seller.control(key)
        assert seller.message() == WHY
    seller.desk.widgets.bar.clear()
    seller.choose(tr_("header.channel"), "Email")
    body.setFocus()
    seller.control(Qt.Key.Key_A)
    seller.control(Qt.Key.Key_B)
    assert seller.message() != WHY
    assert any(each.marks.bold for each in inlines(body))


def test_a_click_on_what_is_off_says_why_and_offers_a_channel_that_has_it(place) -> None:
    """Nobody has to guess which of the boxes above is meant."""
    place.put("one.html", "<p>Order {{order_id}}</p>", channel="contact-form")
    seller = place.open()
    buttons = seller.desk.widgets.toolbar.findChildren(QToolButton)
    bold = next(each for each in buttons if each.defaultAction() is seller.desk.actions.bold)
    seller.click(bold)
    assert seller.message() == WHY
    seller.click_button(tr_("toolbar.other_channel", channel="Email"))
    assert seller.desk.workspace.template.channel == "email"
    assert bold.isEnabled()
    seller.desk.widgets.bar.clear()
    seller.click(bold)
    assert seller.message() == ""


def inlines(body):  # noqa: ANN201 - of the document
    """The inline parts of the message that have marks."""
    blocks = body.document_value().blocks
    return [it for block in blocks for it in block.inlines if hasattr(it, "marks")]
