"""Pages that say why something is flagged, and why something is not."""

import json

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from composer import rules
from composer.gui.findings.sample import Sample
from composer.gui.findings.why import WhyPage
from composer.gui.widgets.ask import AskDialog
from composer.gui.widgets.mark_label import MarkLabel
from composer.gui.words.text import tr_
from composer.lint.rule import Invalid

BODY = "<p>Order {{order_id}} is late.</p><p>Thank you for the 5-star review. It is nice here.</p>"
PLEADING = "<p>Order {{order_id}}</p><p>Please leave us a 5-star review.</p>"


def words_on(page) -> list[str]:
    """Everything said on a page."""
    return [it.text() for it in page.findChildren(QLabel) if it.isVisible() and it.text()]


def select(seller, words: str) -> None:
    """Select some words of the body."""
    body = seller.desk.widgets.body
    start = body.document_value().text.index(words)
    body.setFocus()
    body.select(start, start + len(words))


def asked(seller, qtbot: QtBot, words: str) -> list[str]:
    """Ask why some words are not flagged, and return what is said about it."""
    select(seller, words)
    seller.desk.actions.why_not.trigger()
    page = seller.desk.explaining.not_flagged
    qtbot.waitUntil(
        lambda: page.isVisible() and tr_("near.looking") not in words_on(page), timeout=15_000
    )
    return words_on(page)


def tried(seller, qtbot: QtBot, sentence: str) -> tuple[str, str]:
    """Write a sentence into the field of the rule's page; return what is said of it."""
    box = seller.desk.explaining.why.box
    box.edit.setFocus()
    seller.write(sentence, box.edit)
    qtbot.waitUntil(lambda: not box.checker.pending, timeout=10_000)
    return box.verdict(), box.others()


def test_why_opens_the_page_of_the_rule(place, qtbot: QtBot) -> None:
    """Shift+F1 at a finding: title, clause, source, date, grade, and an example of each kind."""
    place.put("one.html", PLEADING)
    seller = place.open()
    seller.checked()
    seller.press(Qt.Key.Key_F8)
    seller.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)

    page = seller.dialog(WhyPage)
    said = words_on(page)
    assert "Asks for a positive review" in said
    assert tr_("severity.must-fix") in said
    assert tr_("why.bad") in said
    assert tr_("why.good") in said
    assert any(tr_("why.grade.amazon") in it for it in said)
    bad, good = page.findChildren(Sample)
    qtbot.waitUntil(lambda: bool(bad.marked()), timeout=5000)
    assert [bad.marked(), good.marked()] == [["leave us a 5-star review"], []]
    assert not page.isModal()

    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_the_page_begins_with_one_sentence_its_clause_and_date(place) -> None:
    """The rest of the help follows smaller, and who published what stands below the examples."""
    place.put("one.html", "<p>Order {{order_id}} 😊</p>")
    seller = place.open()
    seller.desk.explaining.explain("emoji")
    page = seller.dialog(WhyPage)
    shown = [it for it in page.findChildren(QLabel) if it.isVisible() and it.text()]
    shown.sort(key=lambda it: it.mapTo(page, QPoint()).y())
    said = [it.text() for it in shown]
    assert said[:2] == ["Emoji", tr_("severity.must-fix")]
    assert said[2] == "Amazon does not permit emojis in messages."
    assert "6 November 2020" in said[3]
    assert said[3].endswith(": No emoji.")
    assert said[4].startswith("A symbol")
    assert shown[4].fontInfo().pixelSize() < shown[2].fontInfo().pixelSize()
    assert said.index("“Emojis”") > said.index(tr_("why.good"))


def test_examples_that_differ_in_their_addresses_show_them(place) -> None:
    """A secure link looks like any other: where it leads stands below the words."""
    place.put("one.html", '<p>Order {{order_id}} <a href="http://www.amazon.com/a">here</a></p>')
    seller = place.open()
    seller.checked()
    seller.press(Qt.Key.Key_F8)
    seller.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)

    said = words_on(seller.dialog(WhyPage))
    assert tr_("why.link", address="http://www.amazon.com/orders") in said
    assert tr_("why.link", address="https://www.amazon.com/orders") in said


def test_a_sentence_is_tried_as_the_template_is(place, qtbot: QtBot) -> None:
    """The rule's findings are marked; those of others are named in one line."""
    place.put("one.html", PLEADING, reason="review-request")
    seller = place.open()
    seller.checked()
    before = seller.desk.widgets.body.document_value()
    seller.desk.explaining.explain("positive-review-request")
    page = seller.dialog(WhyPage)
    assert page.box.verdict() == tr_("try.empty")

    verdict, others = tried(seller, qtbot, "Leave us a 5-star review. Mail a@b.com.")

    assert "Leave us a 5-star review" in verdict
    assert "a@b.com" in others
    text = page.box.edit.document_value().text
    marks = [text[it.start : it.end] for it in page.box.edit.findings_shown()]
    assert marks == ["Leave us a 5-star review"]

    page.box.edit.selectAll()
    verdict, others = tried(seller, qtbot, "Leave a review.")
    assert (verdict, others) == (tr_("try.none"), "")
    assert page.box.edit.findings_shown() == ()
    assert seller.desk.widgets.body.document_value() == before
    assert not seller.desk.workspace.modified


def test_the_field_follows_the_template(place, qtbot: QtBot) -> None:
    """Another reason, and the sentence there is judged under it."""
    place.put("one.html", PLEADING, reason="invoice")
    seller = place.open()
    seller.checked()
    seller.desk.explaining.explain("order-confirmation")
    page = seller.dialog(WhyPage)
    verdict, _ = tried(seller, qtbot, "Your order has shipped.")
    assert "has shipped" in verdict

    seller.choose(tr_("header.reason"), "Reply")

    qtbot.waitUntil(lambda: page.box.verdict() == tr_("try.none"), timeout=10_000)
    assert any("Reply" in it for it in words_on(page))


def test_every_rule_has_a_page(seller, qtbot: QtBot) -> None:
    """Two examples each, the first with its own words marked, if it is about words."""
    page = seller.desk.explaining.why
    for rule in rules.load():
        seller.desk.explaining.explain(rule.id)

        bad, _good = [each for each in page.findChildren(Sample) if each.isVisible()]
        assert rule.title in words_on(page)
        example = next(it for it in rule.examples if isinstance(it, Invalid))
        if rule.id not in {"spelling", "grammar"}:  # told from elsewhere, a moment later
            wanted = sorted(filter(None, example.flags))
            qtbot.waitUntil(lambda: sorted(bad.marked()) == wanted, timeout=5000)  # noqa: B023


def test_the_field_has_the_menu_of_editors(place) -> None:
    """It pastes into the field, whatever the window's editors hold."""
    place.put("one.html", PLEADING)
    seller = place.open()
    before = seller.desk.widgets.body.document_value()
    seller.desk.explaining.explain("emoji")
    field = seller.dialog(WhyPage).box.edit
    QApplication.clipboard().setText("A smile")

    QTest.keyClick(field, Qt.Key.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    titles = [it.text().partition("\t")[0] for it in menu.actions()]
    assert tr_("action.why_not") not in titles
    menu.setActiveAction(menu.actions()[titles.index(tr_("action.paste"))])
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert field.document_value().text == "A smile"
    assert seller.desk.widgets.body.document_value() == before


def test_the_page_keeps_its_size(place) -> None:
    """Made larger, it opens as large the next time, also after a restart."""
    place.put("one.html", PLEADING)
    seller = place.open()
    seller.checked()
    seller.desk.explaining.explain("emoji")
    page = seller.dialog(WhyPage)
    page.resize(640, 520)
    page.reject()
    seller.close()

    again = place.open()
    again.desk.explaining.explain("emoji")

    assert again.dialog(WhyPage).size() == QSize(640, 520)


def test_what_excuses_words_is_said(place, qtbot: QtBot) -> None:
    """The near miss names its rule and the words, and leads to the rule's page."""
    place.put("one.html", BODY)
    seller = place.open()
    said = asked(seller, qtbot, "5-star review")

    assert "Asks for a positive review" in said
    because = "Thank you for the 5-star review"
    assert tr_("near.cause.excused", words="5-star review", because=because) in said
    page = seller.desk.explaining.not_flagged
    about = [it for it in page.findChildren(QPushButton) if it.text() == tr_("near.about")]
    seller.click(about[0])
    assert "Asks for a positive review" in words_on(seller.desk.explaining.why)


def test_the_reason_is_named_as_on_screen(place, qtbot: QtBot) -> None:
    """What answers may say is said to hang on the reason chosen."""
    place.put("one.html", "<p>Your order has shipped.</p>", reason="reply")
    seller = place.open()

    said = asked(seller, qtbot, "has shipped")

    assert any("Reply" in it for it in said)


def test_what_no_rule_looks_for_can_be_reported(place, qtbot: QtBot) -> None:
    """The words and a note are kept in the file of wrong findings; nothing is sent."""
    place.put("one.html", BODY)
    seller = place.open()
    assert tr_("near.nothing") in asked(seller, qtbot, "nice here")

    page = seller.desk.explaining.not_flagged
    seller.click_button(tr_("near.report"), page)
    dialog = seller.dialog(AskDialog)
    seller.write("It should be", QApplication.focusWidget())
    dialog.accept()

    file = place.database.with_name("wrong-findings.jsonl")
    kept = json.loads(file.read_text("utf-8"))
    assert (kept["rule"], kept["text"], kept["note"]) == ("", "nice here", "It should be")
    assert str(file) in seller.message()


def test_without_a_selection_the_paragraph_is_asked_about(place, qtbot: QtBot) -> None:
    """The caret is enough; nothing at all says what to do."""
    place.put("one.html", BODY)
    seller = place.open()
    body = seller.desk.widgets.body
    body.setFocus()
    body.moveCursor(QTextCursor.MoveOperation.End)
    seller.desk.actions.why_not.trigger()
    page = seller.desk.explaining.not_flagged
    qtbot.waitUntil(lambda: "Asks for a positive review" in words_on(page), timeout=15_000)
    page.reject()

    body.selectAll()
    seller.press(Qt.Key.Key_Delete)
    seller.desk.actions.why_not.trigger()

    assert seller.message() == tr_("near.select")
    assert not page.isVisible()


def test_asking_changes_nothing(place, qtbot: QtBot) -> None:
    """Neither the message nor its undo nor whether it is saved."""
    place.put("one.html", BODY)
    seller = place.open()
    before = seller.desk.widgets.body.document_value()

    asked(seller, qtbot, "5-star review")

    assert seller.desk.widgets.body.document_value() == before
    assert not seller.desk.workspace.modified
    assert not seller.desk.actions.undo.isEnabled()


TOGETHER = "<p>Order {{order_id}}</p><p>Would you write a review?</p><p>It is May.</p>"
APART = TOGETHER + "<p>If not, contact us first.</p>"


def test_a_finding_weighs_on_its_page_what_it_weighs_in_the_list(place) -> None:
    """Mark and words are the finding's, with the reason where the rule's usual weight differs."""
    place.put("one.html", APART, reason="review-request")
    seller = place.open()
    (finding,) = seller.checked()
    seller.press(Qt.Key.Key_F8)
    seller.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)

    page = seller.dialog(WhyPage)
    review, must = tr_("severity.review"), tr_("severity.must-fix")
    assert finding.severity == "review"
    assert tr_("why.wording", severity=review, usual=must) in words_on(page)
    marks = [it.accessibleName() for it in page.findChildren(MarkLabel) if it.isVisible()]
    assert not any(must in it for it in marks)

    page.reject()
    seller.desk.explaining.explain(finding.rule)
    assert must in words_on(page)


def test_what_was_flagged_is_there_to_try(place, qtbot: QtBot) -> None:
    """With the paragraphs that make it a finding, and chosen: typing replaces it alone."""
    place.put("one.html", APART, reason="review-request")
    seller = place.open()
    (finding,) = seller.checked()
    seller.press(Qt.Key.Key_F8)
    seller.press(Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    box = seller.dialog(WhyPage).box
    qtbot.waitUntil(lambda: bool(box.edit.findings_shown()), timeout=10_000)

    text = box.edit.document_value().text
    assert text == "Would you write a review?\nIf not, contact us first."
    start, end = box.edit.selection()
    assert text[start:end] == finding.text or text[start:end] == finding.excerpt
    (mark,) = box.edit.findings_shown()
    assert (mark.start, mark.end) == (start, end)

    verdict, _ = tried(seller, qtbot, "Thank you")
    assert box.edit.document_value().text == "Would you write a review?\nIf not, Thank you."
    assert "contact us first" not in verdict
    assert seller.desk.widgets.body.document_value().text.endswith("contact us first.")


def test_the_answer_is_as_high_as_it_needs(place, qtbot: QtBot) -> None:
    """Few words in a small window, more in a larger one."""
    place.put("one.html", BODY)
    seller = place.open()
    asked(seller, qtbot, "nice here")
    page = seller.desk.explaining.not_flagged
    low = page.height()
    page.reject()

    asked(seller, qtbot, "5-star review")

    assert low < 260
    assert low < page.height()
    assert page.width() == 600


def test_words_that_are_flagged_are_not_asked_about(place) -> None:
    """The menu at them has no use for the question; beside them it has."""
    place.put("one.html", PLEADING)
    seller = place.open()
    seller.checked()
    body = seller.desk.widgets.body
    title = tr_("action.why_not").replace("&", "")

    def offered(words: str) -> bool:
        body.setFocus()
        body.select(body.document_value().text.index(words) + 1)
        QTest.keyClick(body, Qt.Key.Key_Menu)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        titles = [it.text().replace("&", "").partition("\t")[0] for it in menu.actions()]
        menu.close()
        return title in titles

    assert not offered("5-star")
    assert offered("Order")
