"""What a seller decides about a finding beside fixing it."""

import json
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from composer.gui.findings.card import FindingCard
from composer.gui.findings.choices import Choice, choices
from composer.gui.template.approving import ApproveDialog
from composer.gui.theme.marks import Mark
from composer.gui.widgets.ask import AskDialog
from composer.gui.words.text import tr_
from composer.lint.finding import Severity

MISSPELT = "<p>Order {{order_id}} is in another parcell.</p>"
PICTURE = '<p>Order {{order_id}} is late. <img src="team.png" alt="Our team" width="90"></p>'


def choose(seller, rule: str, choice: Choice) -> None:
    """Take a choice behind the fixes of the first finding of `rule`, as its card offers it."""
    judging = seller.desk.judging
    number = next(n for n, it in enumerate(judging.findings) if it.rule == rule)
    finding = judging.findings[number]
    index = len(finding.fixes) + choices(finding).index(choice)
    seller.desk.judging.fix(judging.keys[number], index)


def waits_for(seller, qtbot: QtBot, rule: str) -> None:
    """Wait until a finding of `rule` is there: the dictionary answers from another process."""
    qtbot.waitUntil(
        lambda: rule in [it.rule for it in seller.desk.judging.findings], timeout=15_000
    )


def test_a_misspelt_word_gets_suggestions_when_looked_at(place, qtbot: QtBot) -> None:
    """The dictionary's words become fixes of the finding, one undo step each."""
    place.put("one.html", MISSPELT)
    seller = place.open()
    waits_for(seller, qtbot, "spelling")
    body = seller.desk.widgets.body
    words = body.finding_rect(body.findings_shown()[0].key)
    seller.click(body.viewport(), body.viewport().mapFromGlobal(words.center()))
    title = tr_("spelling.replace", word="parcel")

    qtbot.waitUntil(
        lambda: title in [fix for row in seller.cards() for fix in row.fixes], timeout=15_000
    )
    row = seller.cards()[0]
    seller.desk.judging.fix(row.key, row.fixes.index(title))

    assert body.document_value().text == "Order \ufffc is in another parcel."
    assert seller.checked() == []


def test_the_card_keeps_up_with_what_is_found(place, qtbot: QtBot) -> None:
    """A finding that turns out to weigh more, or less, is told and decided on as it is now."""
    place.put("one.html", "<p>Order {{order_id}} 😊</p>")
    seller = place.open()
    judging, body = seller.desk.judging, seller.desk.widgets.body
    (finding,) = seller.checked()
    rect = body.finding_rect(body.findings_shown()[0].key)
    seller.click(body.viewport(), body.viewport().mapFromGlobal(rect.center()))
    card = seller.desk.window.findChild(FindingCard)
    qtbot.waitUntil(card.isVisible)

    judging.show((replace(finding, severity=Severity.REVIEW),))

    assert card.isVisible()
    assert seller.button(tr_("set_aside.offer"), card)


def test_an_own_word_is_remembered_for_the_library(place, qtbot: QtBot) -> None:
    """Added once, it is right in every template, and in the file of settings."""
    place.put("one.html", MISSPELT)
    seller = place.open()
    waits_for(seller, qtbot, "spelling")

    choose(seller, "spelling", Choice.REMEMBER)

    assert seller.checked() == []
    assert 'words = ["parcell"]' in (place.library / "permitted.toml").read_text("utf-8")


def test_the_answer_about_a_picture_is_remembered(place) -> None:
    """A picture is asked about once."""
    place.put("one.html", PICTURE)
    seller = place.open()
    assert "unchecked-picture" in seller.rules()

    choose(seller, "unchecked-picture", Choice.REMEMBER)

    assert "unchecked-picture" not in seller.rules()


def test_what_is_remembered_counts_for_templates_that_are_not_open(place, qtbot: QtBot) -> None:
    """Own words and pictures said yes to once open nothing again in the library's list."""
    first = place.put("one.html", f"{MISSPELT}{PICTURE}")
    place.put("two.html", MISSPELT)
    third = place.put("three.html", "<p>Order {{order_id}} is late.</p>")

    def marks() -> dict[str, Mark]:
        return {row.name: row.mark for row in seller.templates()}

    seller = place.open()
    seller.desk.shelf.open(str(first))
    waits_for(seller, qtbot, "spelling")
    qtbot.waitUntil(lambda: marks()["two"] is Mark.REVIEW, timeout=15_000)
    choose(seller, "spelling", Choice.REMEMBER)
    seller.checked()
    choose(seller, "unchecked-picture", Choice.REMEMBER)
    assert seller.checked() == []
    seller.approve()

    seller.desk.shelf.open(str(third))

    qtbot.waitUntil(lambda: marks()["one"] is Mark.APPROVED, timeout=15_000)
    qtbot.waitUntil(lambda: marks()["two"] is Mark.DRAFT, timeout=15_000)


def test_a_wrong_finding_is_kept_in_a_file_of_the_sellers(place) -> None:
    """Rule, words and note are kept; the finding stays, and nothing is sent."""
    place.put("one.html", "<p>Order {{order_id}} 😊</p>")
    seller = place.open()
    assert seller.rules() == ["emoji"]

    choose(seller, "emoji", Choice.REPORT)
    dialog = seller.dialog(AskDialog)
    seller.write("It is our logo", QApplication.focusWidget())
    dialog.accept()

    file = place.database.with_name("wrong-findings.jsonl")
    kept = json.loads(file.read_text("utf-8"))
    assert (kept["rule"], kept["text"], kept["note"]) == ("emoji", "😊", "It is our logo")
    assert seller.rules() == ["emoji"]
    assert str(file) in seller.message()


def test_approving_asks_what_no_program_can_check(place) -> None:
    """Without a yes nothing is approved; replies ask nothing about timing."""
    place.put("one.html", "<p>Order {{order_id}} comes a day late.</p>")
    seller = place.open()
    seller.click_button(tr_("header.approve"))
    dialog = seller.dialog(ApproveDialog)

    dialog.reject()
    assert seller.desk.heading.mark is not Mark.APPROVED
    seller.approve()
    assert seller.desk.heading.mark is Mark.APPROVED


def test_a_review_request_hears_what_amazon_does_itself(place) -> None:
    """Said at once, with the risk of both, and never again once it was read."""
    place.put("one.html", "<p>Order {{order_id}}</p>", reason="review-request")
    seller = place.open()
    assert "Request a Review button" in seller.message()
    assert "asking twice" in seller.message()

    seller.click_button(tr_("notice.hint_done"))
    seller.close()

    assert "Request a Review" not in place.open().message()


def test_a_condition_is_found_as_typed_and_replaced(place) -> None:
    """Wording is judged while it is written; a neutral sentence takes its place in one step."""
    place.put("one.html", "<p>Order {{order_id}}</p>", reason="review-request")
    seller = place.open()
    body = seller.desk.widgets.body
    body.setFocus()
    seller.control(Qt.Key.Key_End)
    seller.write("\nIf you love it, please leave a review.")
    assert seller.rules() == ["conditional-review-request"]
    before = body.document_value()

    seller.desk.judging.fix(seller.cards()[0].key, 0)

    assert seller.checked() == []
    assert "Would you please share your experience" in body.document_value().text
    seller.control(Qt.Key.Key_Z)
    assert body.document_value() == before


def test_another_language_is_judged_in_its_own_words(place) -> None:
    """Choosing German, German wording is understood."""
    place.put("one.html", "<p>Bestellung {{order_id}}</p>", reason="review-request")
    seller = place.open()
    seller.choose(tr_("header.language"), "German (Germany)")
    body = seller.desk.widgets.body
    body.setFocus()
    seller.control(Qt.Key.Key_End)
    seller.write("\nBitte geben Sie uns 5 Sterne und Sie erhalten einen Gutschein.")

    assert set(seller.rules()) >= {"positive-review-request", "review-incentive"}


def test_nothing_is_called_clean_before_it_is_checked(place, qtbot: QtBot) -> None:
    """Opening another template says that it is being checked, then what was found."""
    place.put("one.html", "<p>Order {{order_id}} comes a day late.</p>")
    second = place.put("two.html", "<p>Order {{order_id}} 😊</p>")
    seller = place.open()
    told = []
    seller.desk.workspace.opened.connect(
        lambda: told.extend(
            label.text()
            for label in seller.desk.widgets.findings.findChildren(QLabel)
            if label.isVisible()
        )
    )

    seller.desk.shelf.open(str(second))

    assert tr_("findings.checking") in told
    assert seller.rules() == ["emoji"]
