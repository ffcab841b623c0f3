"""Japanese, Chinese and Korean written with an input method, while all else goes on around it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from composer.gui.words.text import tr_

ATTRIBUTE = QInputMethodEvent.AttributeType.TextFormat
FLAGGED = "<p>Write to me@shop.com 😀 about {{order_id}}.</p>"
PARTS = ("subject", "body", "source")


def compose(editor: QWidget, preedit: str, commit: str = "", *, over: int = 0) -> None:
    """Do what an input method does: underline what is composed, and commit over what was before."""
    underline = QTextCharFormat()
    underline.setFontUnderline(True)
    attribute = QInputMethodEvent.Attribute(ATTRIBUTE, 0, len(preedit), underline)
    event = QInputMethodEvent(preedit, [attribute] if preedit else [])
    if commit or over:
        event.setCommitString(commit, -over, over)
    QApplication.sendEvent(editor, event)


def composed(editor: QWidget) -> str:
    """What is shown as being composed at the caret."""
    return editor.textCursor().block().layout().preeditAreaText()


def text_of(editor: QWidget) -> str:
    """The words of an editor, without what is only being composed."""
    return editor.toPlainText().replace("\xa0", " ")


@pytest.fixture
def seller(place) -> object:
    """A seller with a message that has findings."""
    place.put("one.html", FLAGGED)
    return place.open()


def part(seller, name: str) -> QWidget:
    """The editor called `name`, on screen and in focus, the caret at its end."""
    desk = seller.desk
    if name == "source":
        seller.control(Qt.Key.Key_H, shift=True)
    editors = desk.widgets.editors
    editor = {"subject": editors.subject, "body": editors.words, "source": editors.source}[name]
    editor.setFocus()
    seller.control(Qt.Key.Key_End)
    return editor


@pytest.mark.parametrize("name", PARTS)
def test_words_are_composed_and_committed(seller, name: str) -> None:
    """Nothing is in the message before it is committed; what is committed is one step."""
    desk, editor = seller.desk, part(seller, name)
    before = text_of(editor)
    for step in ("n", "に", "にh", "にほ", "にほん", "日本"):
        compose(editor, step)
        assert composed(editor) == step
        assert text_of(editor) == before
        assert not desk.workspace.modified
        assert not desk.actions.undo.isEnabled()
    compose(editor, "", "日本")
    assert composed(editor) == ""
    assert "日本" in text_of(editor)
    assert desk.workspace.modified

    compose(editor, "ご")
    compose(editor, "", "語")
    assert "日本語" in text_of(editor)
    seller.control(Qt.Key.Key_Z)
    seller.control(Qt.Key.Key_Z)
    assert text_of(editor) == before


@pytest.mark.parametrize("name", PARTS)
def test_composing_that_is_given_up_leaves_no_trace(seller, name: str) -> None:
    """Text given up was never there: nothing to save, to undo, or to check again."""
    desk, editor = seller.desk, part(seller, name)
    before, marked = text_of(editor), len(editor.findings_shown())
    revision = desk.checker.revision
    compose(editor, "zhong")
    compose(editor, "")

    assert text_of(editor) == before
    assert len(editor.findings_shown()) == marked
    assert desk.checker.revision == revision
    assert not desk.workspace.modified
    assert not desk.actions.undo.isEnabled()
    QTest.keyClicks(editor, "x")
    assert "x" in text_of(editor)


@pytest.mark.parametrize("name", PARTS)
def test_a_check_that_arrives_meanwhile_disturbs_nothing(place, seller, name: str) -> None:
    """Findings of before come and are shown; what is composed stays as it is."""
    desk, editor = seller.desk, part(seller, name)
    QTest.keyClicks(editor, " now@shop.com")
    desk.checker.check_now()
    compose(editor, "にほ")
    with place.qtbot.waitSignal(desk.checker.checked, timeout=10_000):
        pass
    assert composed(editor) == "にほ"
    assert editor.composing
    assert editor.hasFocus()
    assert editor.findings_shown()
    compose(editor, "日本")
    assert composed(editor) == "日本"
    compose(editor, "", "日本")

    assert text_of(editor).endswith("now@shop.com日本") or "now@shop.com日本" in text_of(editor)
    seller.checked()
    assert "now@shop.com" in "".join(seller.marked()) or name != "body"


@pytest.mark.parametrize("name", ["body", "source"])
def test_composing_inside_a_finding(seller, name: str) -> None:
    """Words composed in the middle of a finding go there, and the rest is flagged anew."""
    editor = part(seller, name)
    at = text_of(editor).index("shop.com")
    cursor = editor.textCursor()
    cursor.setPosition(at)
    editor.setTextCursor(cursor)
    compose(editor, "한")
    compose(editor, "한구")
    assert composed(editor) == "한구"
    compose(editor, "", "한국")

    assert "me@한국shop.com" in text_of(editor)
    seller.checked()


@pytest.mark.parametrize("name", PARTS)
def test_korean_replaces_what_it_committed(seller, name: str) -> None:
    """Some input methods commit each syllable and replace it as it grows."""
    editor = part(seller, name)
    before = text_of(editor)
    compose(editor, "", "하")
    compose(editor, "", "한", over=1)
    compose(editor, "", "글")

    assert text_of(editor) in {f"{before}한글", before.rstrip("\n") + "한글\n", before + "한글"}
    assert "하" not in text_of(editor)


@pytest.mark.parametrize("name", PARTS)
def test_a_click_elsewhere_finishes_the_words_first(seller, name: str) -> None:
    """A fix, a button or a shortcut while words are composed loses neither."""
    desk, editor = seller.desk, part(seller, name)
    seller.checked()
    number = next(n for n, card in enumerate(seller.cards()) if "😀" in card.title)
    compose(editor, "にほ")
    seller.click_fix(number)

    assert not editor.composing
    assert "にほ" in text_of(editor)
    assert "😀" not in desk.workspace.template.body.text
    assert composed(editor) == ""


def test_a_format_finishes_the_words_first(seller) -> None:
    """Bold and undo by mouse take the words being composed as typed."""
    desk, editor = seller.desk, part(seller, "body")
    editor.select(0, 5)
    seller.press(Qt.Key.Key_Right)
    compose(editor, "にほ")
    button = next(
        each
        for each in desk.widgets.toolbar.findChildren(QToolButton)
        if each.defaultAction() is desk.actions.bullet_list
    )
    seller.click(button)
    assert editor.document_value().blocks[0].path[0].tag == "ul"
    assert editor.document_value().text.startswith("Writeにほ to")

    compose(editor, "ん")
    undo = next(
        each
        for each in desk.widgets.toolbar.findChildren(QToolButton)
        if each.defaultAction() is desk.actions.undo
    )
    seller.click(undo)
    assert editor.document_value().text.startswith("Writeにほ to")
    assert not editor.composing


@pytest.mark.parametrize("name", PARTS)
def test_leaving_the_field_finishes_the_words(seller, name: str) -> None:
    """Focus that goes elsewhere leaves no half word behind, and checking goes on."""
    desk, editor = seller.desk, part(seller, name)
    compose(editor, "にほ")
    desk.widgets.findings.findChild(QWidget).setFocus()
    (desk.widgets.subject if name != "subject" else desk.widgets.editors.body).setFocus()

    assert not editor.composing
    assert "にほ" in text_of(editor)
    seller.checked()


def test_a_click_into_the_same_text_finishes_the_words(seller) -> None:
    """The caret goes where the click was, and the words stay where they were composed."""
    editor = part(seller, "body")
    compose(editor, "にほ")
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=editor.cursorRect().center())

    assert not editor.composing
    assert editor.document_value().text.endswith("にほ")
    seller.checked()


def test_composing_over_a_selection_beside_a_chip_and_in_the_other_view(seller) -> None:
    """What is selected gives way, a chip stays whole, and toggling takes the words along."""
    desk, body = seller.desk, part(seller, "body")
    chip = body.document_value().text.index("\ufffc")
    body.select(chip + 1)
    compose(body, "に")
    compose(body, "", "二")
    assert body.document_value().text[chip : chip + 2] == "\ufffc二"
    body.select(0, 5)
    compose(body, "か")
    seller.control(Qt.Key.Key_H, shift=True)

    source = desk.widgets.editors.source
    assert not body.composing
    assert source.source().startswith("<p>か to me@shop.com")
    assert "{{order_id}}二" in source.source()


def test_a_subject_stays_one_line(seller) -> None:
    """Dictation may commit a line end; a subject has none."""
    subject = part(seller, "subject")
    compose(subject, "", "一\n二")

    assert subject.document().blockCount() == 1
    assert subject.document_value().text.endswith("一 二")


def test_words_found_are_not_replaced_while_others_are_composed(seller) -> None:
    """Replacing by keyboard waits until the words are there."""
    desk, body = seller.desk, part(seller, "body")
    seller.control(Qt.Key.Key_H)
    QTest.keyClicks(QApplication.focusWidget(), "about")
    body.setFocus()
    compose(body, "に")
    seller.click_button(tr_("find.replace_all"), desk.widgets.find)

    assert not body.composing
    assert "about" not in body.document_value().text
    assert "に" in body.document_value().text
