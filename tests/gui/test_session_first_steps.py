"""An empty template says what to do with it, and nags about nothing."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from composer.gui.findings.empty_page import EmptyPage
from composer.gui.widgets.choice import Choice
from composer.gui.words.text import tr_

WRITTEN = "<p>Order {{order_id}} is late.</p>"


def said_instead_of_findings(seller) -> str:
    """The sentence in place of the cards, an empty one where there are cards."""
    page = seller.desk.widgets.findings.findChild(EmptyPage)
    return next((it.text() for it in page.findChildren(QLabel) if it.isVisible()), "")


def state(seller) -> str:
    """What the header says of the template."""
    header = seller.desk.widgets.header
    return next(it.text() for it in header.findChildren(QLabel) if it.property("pill"))


def subject_hint(seller) -> str:
    """What is written in the empty subject."""
    return seller.desk.widgets.subject.accessibleDescription()


def without_subject(place):  # noqa: ANN201 - the seller of the fixtures
    """Open a message without a subject."""
    path = place.put("one.html", WRITTEN)
    text = path.read_text("utf-8")
    head, rest = text.split("<title>")
    path.write_text(head + "<title>" + rest[rest.index("</title>") :], "utf-8")
    return place.open()


def test_of_nothing_written_it_is_not_said_that_nothing_was_found(seller) -> None:
    """The panel says what to do, until there are words; and again after undo."""
    seller.checked()
    unwritten = tr_("findings.unwritten")
    assert said_instead_of_findings(seller) == unwritten
    assert state(seller) == tr_("app_state.draft")
    seller.write("We are sorry that the kettle is late.")
    seller.checked()
    assert said_instead_of_findings(seller) != unwritten

    while seller.desk.actions.undo.isEnabled():
        seller.control(Qt.Key.Key_Z)
    seller.checked()
    assert said_instead_of_findings(seller) == unwritten


def test_a_missing_subject_is_told_before_approving(place) -> None:
    """Beside the name, once nothing else is open; and no longer once there is one."""
    seller = without_subject(place)
    seller.choose(tr_("header.channel"), "Email")
    seller.checked()
    assert state(seller) == tr_("app_state.no_subject")
    assert subject_hint(seller) == tr_("paper.subject_hint")
    seller.desk.widgets.body.setFocus()
    seller.write(" We are sorry . ")
    seller.checked()
    advice = tr_("app_state.advice", count=1)
    assert state(seller) == tr_("app_state.no_subject")

    seller.write("Your order is late", seller.desk.widgets.subject)
    seller.checked()
    assert state(seller) == advice


def test_where_amazon_sets_the_subject_none_is_missed(place) -> None:
    """The empty field says so."""
    seller = without_subject(place)
    seller.choose(tr_("header.channel"), "Seller Central")
    seller.checked()
    assert state(seller) == tr_("app_state.clean")
    assert subject_hint(seller) == tr_("paper.subject_unused")


def test_approving_waits_for_a_reason(place) -> None:
    """What depends on the reason was not checked: the button leads to the list of reasons."""
    place.put("one.html", WRITTEN, reason="", channel="contact-form")
    seller = place.open()
    assert state(seller) == tr_("app_state.no_reason_yet")
    seller.desk.actions.approve.trigger()
    assert seller.message() == tr_("app_state.why_not_reason")

    seller.click_button(tr_("header.choose_reason"))
    reasons = seller.desk.widgets.header.findChild(Choice)
    assert reasons.view().isVisible()
    seller.press(Qt.Key.Key_Escape)
    seller.choose(tr_("header.reason"), "Order problem")
    seller.checked()
    assert state(seller) == tr_("app_state.clean")
    assert seller.approve_button().text() == tr_("header.approve")


def test_the_box_asks_for_a_reason_until_one_is_chosen(place) -> None:
    """Chosen with the keys; taking that back asks again."""
    place.put("one.html", WRITTEN, reason="", channel="contact-form")
    seller = place.open()
    box = seller.desk.widgets.header.findChild(Choice)
    assert box.currentText() == tr_("header.choose_reason")
    assert box.accessibleDescription() == tr_("app_state.why_not_reason")

    seller.choose(tr_("header.reason"), "Order problem")
    assert box.accessibleDescription() == ""
    assert box.findText(tr_("header.choose_reason")) < 0
    seller.desk.widgets.body.setFocus()
    seller.control(Qt.Key.Key_Z)
    assert box.currentText() == tr_("header.choose_reason")
    assert box.accessibleDescription() == tr_("app_state.why_not_reason")


def test_another_store_brings_its_language_to_an_empty_template(place) -> None:
    """What is written in a language keeps it."""
    seller = place.open()
    seller.desk.actions.new.trigger()
    seller.choose(tr_("header.marketplace"), "Amazon.de")
    assert seller.desk.workspace.template.language == "de-DE"
    assert seller.desk.widgets.header.purpose().language == "de-DE"
    seller.desk.widgets.body.setFocus()
    seller.choose(tr_("header.marketplace"), "Amazon.co.uk")
    seller.desk.widgets.body.setFocus()
    assert seller.desk.workspace.template.language == "en-GB"
    seller.control(Qt.Key.Key_Z)
    assert seller.desk.workspace.template.language == "de-DE"
    seller.control(Qt.Key.Key_Z, shift=True)

    seller.write("Your order is late.")
    seller.choose(tr_("header.marketplace"), "Amazon.de")
    assert seller.desk.workspace.template.language == "en-GB"


def test_what_asks_for_a_reason_is_none_to_choose(place) -> None:
    """The list holds reasons alone."""
    place.put("one.html", WRITTEN, reason="")
    seller = place.open()
    reasons = seller.desk.widgets.header.findChild(Choice)
    reasons.showPopup()
    rows = range(reasons.count())
    shown = [reasons.itemText(row) for row in rows if not reasons.view().isRowHidden(row)]

    assert shown[0] == "Review request"
    assert tr_("header.choose_reason") not in shown
