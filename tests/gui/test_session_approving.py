"""What is in the way of approving is said, and the button leads there."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from composer.gui.template.approving import ApproveDialog
from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_
from composer.lint.finding import Severity
from composer.lint.fix import automatic

MIXED = (
    "<p>Order {{order_id}} is late, see <a href='https://www.amazon.com/a'>this item</a> "
    "and and that one. Thank you 😊</p><p style='text-align: center'>We are sorry.</p>"
)


def approve(seller) -> QPushButton:
    """The button."""
    found: QPushButton = seller.approve_button()
    return found


def test_the_button_leads_to_what_must_be_fixed_first(place) -> None:
    """It says that it shows them; a click selects the first of them and opens its card."""
    place.put("one.html", MIXED)
    seller = place.open()
    found = seller.checked()
    must = [it for it in found if it.severity is Severity.MUST_FIX]
    review = [it for it in found if it.severity is Severity.REVIEW]
    assert must
    assert review
    said = tr_("app_state.why_not_fix", count=len(must))
    assert approve(seller).toolTip().startswith(said)
    assert approve(seller).text() == tr_("header.see_must_fix")
    assert approve(seller).property("kind") == "plain"
    assert approve(seller).accessibleDescription() == approve(seller).toolTip()

    seller.click(approve(seller))

    assert seller.desk.judging.finding(seller.desk.judging.key_at_caret()) == must[0]
    assert seller.desk.widgets.body.hasFocus()


def test_the_button_does_not_sound_like_the_one_that_repairs(place) -> None:
    """It has no number and says "see" where the other says "fix"; clicking changes no word."""
    seller = place.open()
    assert len(seller.checked()) == 4
    seen, fixing = approve(seller).text(), tr_("findings.fix_all", count=4)
    assert seller.button(fixing).isEnabled()
    assert not any(each.isdigit() for each in seen)
    assert seen.split()[0] != fixing.split()[0]
    before = seller.desk.widgets.body.document_value()
    seller.click(approve(seller))
    assert seller.desk.widgets.body.document_value() == before


def test_the_button_says_what_it_does_in_every_state(place) -> None:
    """Approve where there is nothing to see: empty, without reason, ready, approved."""
    place.put(
        "one.html", "<p>Order {{order_id}} is late. It waits in in our warehouse 😊</p>", reason=""
    )
    seller = place.open()
    body = seller.desk.widgets.body
    body.setFocus()
    assert approve(seller).text() == tr_("header.see_must_fix")
    body.select(len(body.document_value().text) - 2, len(body.document_value().text))
    seller.press(Qt.Key.Key_Delete)
    assert not approve(seller).isEnabled()
    assert approve(seller).toolTip() == tr_("app_state.why_not_checking")
    assert seller.rules() == ["doubled-word"]
    assert approve(seller).text() == tr_("header.see_review")
    assert approve(seller).isEnabled()

    at = body.document_value().text.index("in in")
    body.select(at, at + 3)
    seller.press(Qt.Key.Key_Delete)
    assert seller.checked() == []
    assert approve(seller).text() == tr_("header.choose_reason")
    seller.choose(tr_("header.reason"), "Order problem")
    assert seller.checked() == []
    assert (approve(seller).text(), approve(seller).isEnabled()) == (tr_("header.approve"), True)
    seller.approve()
    assert approve(seller).text() == tr_("header.approve")
    assert approve(seller).toolTip() == tr_("app_state.why_not_approved")

    body.setFocus()
    seller.control(Qt.Key.Key_A)
    seller.press(Qt.Key.Key_Delete)
    seller.checked()
    assert (approve(seller).text(), approve(seller).isEnabled()) == (tr_("header.approve"), False)
    assert approve(seller).toolTip() == tr_("app_state.why_not_empty")


def test_it_leads_there_by_keyboard_and_past_a_filter(reviewed) -> None:
    """Space on the button does the same, and what is filtered away shows again."""
    seller = reviewed
    seller.desk.widgets.findings.show_severities(frozenset())
    assert seller.cards() == []
    approve(seller).setFocus()
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)

    assert [row.title for row in seller.cards()]
    key = seller.desk.judging.key_at_caret()
    assert seller.desk.judging.finding(key) == seller.desk.judging.findings[0]
    assert approve(seller).toolTip() == tr_("app_state.why_not_decide", count=1)


def test_nothing_is_approved_by_that_click(reviewed) -> None:
    """While something is open nothing is confirmed."""
    reviewed.click(approve(reviewed))
    assert QApplication.activeModalWidget() is None
    assert approve(reviewed).text() == tr_("header.see_review")
    assert approve(reviewed).isEnabled()


def test_nothing_but_advice_is_counted_and_shown(place, qtbot) -> None:
    """The header says so, and the list has it until its chip is turned off by hand."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p><p>We are sorry .</p>")
    seller = place.open()
    assert {it.severity for it in seller.checked()} == {Severity.ADVICE}
    labels = seller.desk.widgets.header.findChildren(QLabel)
    assert tr_("app_state.advice", count=1) in [label.text() for label in labels]
    assert len(seller.cards()) == 1
    assert approve(seller).property("kind") == "primary"

    chip = seller.button(tr_("findings.chip", label=tr_("severity.advice"), count=1))
    seller.click(chip)
    assert seller.cards() == []
    seller.desk.widgets.body.setFocus()
    seller.write("Yes")
    seller.checked()
    assert seller.cards() == []


def test_advice_steps_back_behind_what_weighs_more(place) -> None:
    """It shows by itself alone; its chip goes off again when there is something heavier."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p><p>We are sorry .</p>")
    seller = place.open()
    seller.checked()
    assert len(seller.cards()) == 1
    seller.desk.widgets.body.setFocus()
    seller.press(Qt.Key.Key_End)
    seller.write(" and and")
    seller.checked()
    assert [row.severity for row in seller.cards()] == [Severity.REVIEW]


def test_fixing_automatically_says_how_many_of_how_many(place) -> None:
    """The button counts what it does, its tooltip what the rest is."""
    place.put("one.html", MIXED)
    seller = place.open()
    found = seller.checked()
    fixable = sum(automatic(it) is not None for it in found)
    assert 0 < fixable < len(found)
    button = seller.button(tr_("findings.fix_all", count=fixable))
    assert button.toolTip() == tr_("findings.fix_all_tip", fixable=fixable, count=len(found))


def test_fixing_automatically_is_not_offered_where_it_does_nothing(reviewed, qtbot) -> None:
    """There is no button in the panel; the key says why nothing happens."""
    buttons = reviewed.desk.widgets.findings.findChildren(QPushButton)
    assert not [it.text() for it in buttons if it.isVisible() and it.property("kind") != "chip"]
    reviewed.control(Qt.Key.Key_F, shift=True)
    qtbot.waitUntil(lambda: reviewed.message() == tr_("findings.fix_all_none"))


def test_the_ring_is_on_what_return_does(place) -> None:
    """The dialog opens with the keyboard on what approves; Shift+Tab leads to Cancel."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>")
    seller = place.open()
    seller.click(approve(seller))
    dialog = seller.dialog(ApproveDialog)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == tr_("approving.confirm")
    assert focused.isDefault()
    QTest.keyClick(focused, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget().text() == tr_("dialog.cancel")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert seller.desk.heading.mark is Mark.APPROVED


def test_one_knows_what_to_do_if_something_is_not_true(place) -> None:
    """What is confirmed at once are statements; the way out is said and leaves a draft."""
    place.put("one.html", "<p>Order {{order_id}} is late.</p>", reason="review-request")
    seller = place.open()
    seller.click(approve(seller))
    dialog = seller.dialog(ApproveDialog)
    words = [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]
    assert not any("?" in each for each in words)
    assert words[0] == tr_("approving.lead")
    assert words[-1] == tr_("approving.otherwise")
    stated = next(
        each for each in words if each.startswith("Its one purpose is to ask for a review")
    )
    assert stated.endswith("advertises nothing: no coupon, no discount.")
    assert seller.button(tr_("approving.confirm"), dialog).isDefault()

    seller.click_button(tr_("dialog.cancel"), dialog)
    assert seller.desk.heading.mark is Mark.DRAFT
    assert seller.desk.workspace.template.approval is None


def test_the_links_can_be_tried_before_it_is_said_that_they_work(place, monkeypatch) -> None:
    """Each once, in the seller's own browser; the dialog stays."""
    opened: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: bool(opened.append(url.toString())) or True
    )
    orders = "https://www.amazon.com/gp/css/order-history"
    place.put(
        "one.html",
        f'<p>Order {{{{order_id}}}} is late: see <a href="{orders}">your orders</a>.</p>'
        f'<p>All of them are in <a href="{orders}">your orders</a>.</p>',
    )
    seller = place.open()
    seller.click_button(tr_("header.approve"))
    dialog = seller.dialog(ApproveDialog)
    links = [each for each in dialog.findChildren(QPushButton) if each.toolTip()]
    assert [each.text() for each in links] == ["amazon.com/gp/css/order-history"]

    seller.click(links[0])
    assert opened == [orders]
    assert dialog.isVisible()


def test_an_empty_subject_can_be_written(place) -> None:
    """Its button puts the caret there."""
    path = place.put("one.html", "<p>Order {{order_id}} is late.</p>", channel="email")
    text = path.read_text("utf-8").replace("Your order {{order_id}}", "")
    path.write_text(text, "utf-8")
    seller = place.open()
    seller.checked()
    seller.click(approve(seller))
    seller.click_button(tr_("approving.write_subject"), seller.dialog(ApproveDialog))
    seller.activate()
    assert seller.desk.widgets.subject.hasFocus()


def test_why_nothing_was_exported_goes_once_it_is_not_true(reviewed) -> None:
    """Word for word: what is left may be less, or nothing."""
    seller = reviewed
    seller.control(Qt.Key.Key_E)
    assert tr_("app_state.why_not_decide", count=1) in seller.message()
    body = seller.desk.widgets.body
    body.setFocus()
    body.select(0, len(body.document_value().text))
    seller.write("Order")
    assert seller.rules() == ["order-id-missing"] or not seller.rules()
    assert seller.message() == ""


def test_what_was_said_of_one_template_is_not_said_of_another(reviewed, place) -> None:
    """However alike they are."""
    seller = reviewed
    other = place.put("two.html", seller.desk.workspace.path.read_text("utf-8"))
    seller.control(Qt.Key.Key_E)
    assert seller.message()
    seller.desk.shelf.open(str(other))
    assert seller.message() == ""
