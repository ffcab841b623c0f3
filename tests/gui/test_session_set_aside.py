"""What is set aside stays so while other words change, is listed, and is taken back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QPushButton

from composer.gui.editor.undo import UndoLog
from composer.gui.findings.choices import Choice, choices
from composer.gui.findings.model import Standing
from composer.gui.findings.reason_dialog import ReasonDialog
from composer.gui.findings.set_asides import SetAsides
from composer.gui.template.template_steps import TemplateSteps
from composer.gui.words.text import tr_

REASON = "Asked for by the buyer"


def ask(seller) -> ReasonDialog:
    """Ask to set the next finding aside, by keyboard."""
    seller.desk.widgets.body.setFocus()
    seller.press(Qt.Key.Key_F8)
    seller.control(Qt.Key.Key_Period)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while menu.activeAction().text() != tr_("set_aside.offer"):
        seller.press(Qt.Key.Key_Down)
    seller.press(Qt.Key.Key_Return)
    return seller.dialog(ReasonDialog)


def set_aside(seller, reason: str = REASON) -> None:
    """Set the next finding aside for a reason."""
    ask(seller)
    seller.write(reason, QApplication.focusWidget())
    seller.press(Qt.Key.Key_Return)
    seller.checked()


def standings(seller) -> list[Standing]:
    """How the findings of the cards stand."""
    seller.checked()
    return [card.standing for card in seller.cards()]


def test_it_is_listed_with_its_reason_and_withdrawn_with_one_click(reviewed) -> None:
    """No squiggle is left; the card says why, and its one button opens the finding again."""
    set_aside(reviewed)
    card = reviewed.cards()[0]
    assert card.standing is Standing.SET_ASIDE
    assert REASON in card.where
    assert card.fixes == (tr_("set_aside.withdraw"),)
    assert reviewed.marked() == []

    reviewed.click_fix(0)

    assert standings(reviewed) == [Standing.OPEN]
    assert reviewed.marked() == ["in in"]


def test_a_finding_that_asks_keeps_its_one_question_mark(place) -> None:
    """What is asked of an image is followed by the next question, not by a full stop too."""
    place.put("one.html", '<p>Order {{order_id}}: <img src="one.files/a.png" alt="A map"></p>')
    seller = place.open()
    number = seller.rules().index("unchecked-picture")
    judging = seller.desk.judging
    finding, key = judging.findings[number], judging.keys[number]
    judging.fix(key, len(finding.fixes) + choices(finding).index(Choice.SET_ASIDE))
    question = seller.dialog(ReasonDialog).findChild(QLineEdit).accessibleName()
    assert question.endswith("is this image right for the message? Why may this stay?")


def test_a_reason_is_needed_and_offered_again(place, reviewed) -> None:
    """An empty reason is not taken; the next time the one given is a click away."""
    dialog = ask(reviewed)
    reviewed.press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    reviewed.write(REASON, QApplication.focusWidget())
    reviewed.press(Qt.Key.Key_Return)
    reviewed.checked()

    reviewed.desk.shelf.open(str(place.library / "two.html"))
    reviewed.checked()
    body = reviewed.desk.widgets.body
    reviewed.activate()
    words = body.finding_rect(body.findings_shown()[0].key)
    reviewed.click(body.viewport(), body.viewport().mapFromGlobal(words.center()))
    reviewed.click_button(tr_("set_aside.offer"))
    dialog = reviewed.dialog(ReasonDialog)
    reviewed.click_button(REASON, dialog)
    assert dialog.findChild(QLineEdit).text() == REASON
    reviewed.press(Qt.Key.Key_Return)
    assert standings(reviewed) == [Standing.SET_ASIDE]
    assert REASON in reviewed.cards()[0].where


def test_an_earlier_reason_is_taken_with_the_arrow_keys(reviewed) -> None:
    """Down goes to the reasons, Return takes one into the field, Return again gives it."""
    for reason in ("One", "Two", "One"):
        set_aside(reviewed, reason)
        reviewed.click_fix(0)
        assert standings(reviewed) == [Standing.OPEN]
    dialog = ask(reviewed)
    offered = [each.text() for each in dialog.findChildren(QPushButton) if each.text() in "OneTwo"]
    assert offered == ["One", "Two"]

    reviewed.press(Qt.Key.Key_Down)
    reviewed.press(Qt.Key.Key_Down)
    reviewed.press(Qt.Key.Key_Return)
    assert dialog.isVisible()
    reviewed.press(Qt.Key.Key_Return)

    reviewed.checked()
    assert reviewed.desk.judging.findings[0].set_aside == "Two"


def test_it_survives_edits_elsewhere_and_saving(place, reviewed) -> None:
    """Words typed far from it do not open it again, nor does another start."""
    set_aside(reviewed)
    body = reviewed.desk.widgets.body
    body.setFocus()
    body.select(0)
    reviewed.write("Hello!\nYour ")
    assert standings(reviewed) == [Standing.SET_ASIDE]

    reviewed.control(Qt.Key.Key_S)
    reviewed.close()
    again = place.open()
    assert standings(again) == [Standing.SET_ASIDE]
    stored = again.desk.workspace.library.open(place.library / "one.html").template
    assert [entry.reason for entry in stored.set_aside] == [REASON]


def test_one_whose_words_changed_is_reported_and_removed(reviewed) -> None:
    """The finding is open again, and what was set aside says that it matches nothing."""
    set_aside(reviewed)
    body = reviewed.desk.widgets.body
    body.setFocus()
    body.select(body.document_value().text.index("packed"))
    reviewed.write("now ")
    assert standings(reviewed) == [Standing.OPEN, Standing.STALE]
    stale = reviewed.cards()[1]
    assert stale.title == "No longer matches anything"
    assert (stale.text, stale.fixes) == ("in in", ("Remove",))
    assert REASON in stale.where

    reviewed.click_fix(1)

    assert standings(reviewed) == [Standing.OPEN]
    assert reviewed.desk.workspace.template.set_aside == ()
    reviewed.control(Qt.Key.Key_Z)
    assert standings(reviewed) == [Standing.OPEN, Standing.STALE]
    reviewed.control(Qt.Key.Key_Z)
    assert standings(reviewed) == [Standing.SET_ASIDE]


def test_undo_takes_a_decision_back_in_the_order_of_work(reviewed) -> None:
    """Ctrl+Z takes back what was done last, words or decision, and redo makes it again."""
    body = reviewed.desk.widgets.body
    body.setFocus()
    reviewed.write("Hello, ")
    written = body.document_value()
    set_aside(reviewed)
    body.setFocus()

    reviewed.control(Qt.Key.Key_Z)
    assert standings(reviewed) == [Standing.OPEN]
    assert body.document_value() == written
    reviewed.control(Qt.Key.Key_Z)
    assert not body.document_value().text.startswith("Hello")
    reviewed.control(Qt.Key.Key_Y)
    reviewed.control(Qt.Key.Key_Y)
    assert standings(reviewed) == [Standing.SET_ASIDE]
    assert body.document_value() == written


def test_a_decision_in_one_template_is_not_undone_in_another(place, reviewed) -> None:
    """Another template has nothing to undo, and the first one again what was done last there."""
    body = reviewed.desk.widgets.body
    body.setFocus()
    reviewed.write("Hello, ")
    set_aside(reviewed)
    reviewed.desk.shelf.open(str(place.library / "two.html"))
    reviewed.checked()

    assert not reviewed.desk.actions.undo.isEnabled()
    assert standings(reviewed) == [Standing.OPEN]
    reviewed.desk.shelf.open(str(place.library / "one.html"))
    assert standings(reviewed) == [Standing.SET_ASIDE]
    reviewed.control(Qt.Key.Key_Z)
    assert standings(reviewed) == [Standing.OPEN]
    assert body.document_value().text.startswith("Hello, ")
    reviewed.control(Qt.Key.Key_Z)
    assert not body.document_value().text.startswith("Hello")


def test_the_words_of_one_set_aside_are_shown_by_its_card(reviewed) -> None:
    """A click on the card selects them, though no squiggle is under them."""
    set_aside(reviewed)
    body = reviewed.desk.widgets.body
    body.select(0)

    reviewed.click_card(0)

    assert body.textCursor().selectedText() == "in in"
    assert reviewed.desk.widgets.findings.current_key() == reviewed.cards()[0].key


def test_what_may_still_be_found_is_not_called_gone(reviewed) -> None:
    """While the dictionary is being asked, only what lost its words is reported."""
    set_aside(reviewed)
    workspace = reviewed.desk.workspace
    entries = workspace.template.set_aside
    steps = TemplateSteps(workspace, UndoLog())
    patient = SetAsides(workspace, steps, lambda: True)
    hasty = SetAsides(workspace, steps, lambda: False)
    assert hasty.stale(reviewed.desk.judging.findings) == ()
    assert hasty.stale(()) == entries
    assert patient.stale(()) == ()

    body = reviewed.desk.widgets.body
    body.setFocus()
    body.select(body.document_value().text.index("packed"))
    reviewed.write("now ")

    assert patient.stale(()) == entries
