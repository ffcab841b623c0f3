from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.document import Block, Document, Image, Link, Marks, Placeholder, Text
from composer.document.edits import Remove, ReplaceText, SetMark
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.paint.squiggles import Squiggle, squiggles_of
from composer.lint.finding import Finding, Location, Severity

TEXT = "𝐀 Would you leave a review? Thanks"
RED = QColor(EditorColours().must_fix)
Flag = Callable[..., Squiggle]


@pytest.fixture
def flag(editor: MessageEditor) -> Flag:
    """Show a finding on words of the document."""

    def show(words: str, severity: Severity = Severity.MUST_FIX) -> Squiggle:
        start = editor.document_value().text.index(words)
        squiggle = Squiggle(words, start, start + len(words), severity)
        editor.show_findings([*editor.findings_shown(), squiggle])
        return squiggle

    editor.set_document(Document((Block(inlines=(Text(TEXT),)), Block(inlines=(Text("end"),)))))
    return show


def flagged(editor: MessageEditor) -> list[str]:
    """The words under each squiggle."""
    text = editor.document_value().text
    return [text[item.start : item.end] for item in editor.findings_shown()]


def red_columns(editor: MessageEditor, left: int = 0) -> list[int]:
    """The columns right of `left` in which the colour of must-fix findings shows."""
    QApplication.processEvents()
    image = editor.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    data, found = bytes(image.constBits()), set()
    for y in range(image.height()):
        row = data[y * image.bytesPerLine() : y * image.bytesPerLine() + image.width() * 3]
        pixels = zip(row[0::3], row[1::3], row[2::3], strict=True)
        found.update(x for x, pixel in enumerate(pixels) if x >= left and _red(*pixel))
    return sorted(found)


def _red(red: int, green: int, blue: int) -> bool:
    near = abs(red - RED.red()) + abs(green - RED.green()) + abs(blue - RED.blue())
    return near < 90


def test_squiggle_is_drawn_under_its_words(editor: MessageEditor, flag: Flag) -> None:
    """The line runs below exactly the words flagged, a character of two UTF-16 units before."""
    flag("leave a review")
    rect = editor.finding_rect("leave a review")
    left = editor.viewport().mapFromGlobal(rect.topLeft()).x()
    columns = red_columns(editor, left=editor.gutter)

    assert columns
    assert left - 2 <= columns[0] <= left + 3
    assert left + rect.width() - 4 <= columns[-1] <= left + rect.width() + 3


def test_margin_shows_the_worst_severity_of_a_line(editor: MessageEditor, flag: Flag) -> None:
    """A line with advice and a must-fix finding has one mark, in the worse one's colour."""
    flag("Thanks", Severity.ADVICE)
    assert not [x for x in red_columns(editor) if x < editor.gutter]
    flag("Would")

    assert [x for x in red_columns(editor) if x < editor.gutter]


def test_finding_on_two_lines_has_one_mark(editor: MessageEditor, flag: Flag) -> None:
    """The mark stands where its words begin, and a click beside their second line finds none."""
    long = "leave a review as soon as you have used it for a while " * 3
    editor.set_document(Document((Block(inlines=(Text("Would you " + long),)),)))
    flag(long.strip())
    QApplication.processEvents()
    line = editor.cursorRect().height()
    mark = QPoint(editor.gutter - 18, editor.cursorRect().center().y())

    assert editor.finding_under(mark) == long.strip()
    assert editor.finding_under(mark + QPoint(0, line)) is None
    margin = editor.viewport().grab(QRect(0, 0, editor.gutter - 8, line * 4)).toImage()
    red = {
        y
        for y in range(margin.height())
        for x in range(margin.width())
        if _red(*margin.pixelColor(x, y).getRgb()[:3])
    }
    assert len(red) <= 13


def test_squiggles_follow_typing(editor: MessageEditor, flag: Flag) -> None:
    """Typing before a finding moves it, behind it leaves it, and inside or beside drops it."""
    flag("leave a review")
    flag("Thanks")
    editor.select(0)
    QTest.keyClicks(editor, "Hi 1 ")
    assert flagged(editor) == ["leave a review", "Thanks"]
    editor.select(editor.document_value().text.index("review?") + 2)
    QTest.keyClicks(editor, "x")
    assert flagged(editor) == ["Thanks"]
    editor.select(editor.document_value().text.index("Thanks") + 6)
    QTest.keyClicks(editor, "x")
    assert flagged(editor) == []


def test_squiggles_follow_undo_and_redo(editor: MessageEditor, flag: Flag) -> None:
    """A squiggle stands on its own words after every undo and redo."""
    editor.select(0)
    QTest.keyClicks(editor, "One two ")
    flag("leave a review")
    for step in (editor.undo_log.undo, editor.undo_log.undo, editor.undo_log.redo):
        step()
        assert flagged(editor) == ["leave a review"]


def test_composing_leaves_findings_where_they_are(editor: MessageEditor, flag: Flag) -> None:
    """Text being composed moves no finding and is told to nobody."""
    flag("leave a review")
    editor.select(0)
    QApplication.sendEvent(editor, QInputMethodEvent("にほ", []))

    assert flagged(editor) == ["leave a review"]
    assert not editor.apply_fix([Remove(0, 1)])


def test_marks_move_nothing(editor: MessageEditor, flag: Flag) -> None:
    """Making flagged words bold keeps their squiggle."""
    flag("leave a review")
    editor.apply_edits([SetMark(0, len(TEXT), "bold", True)])

    assert flagged(editor) == ["leave a review"]


def test_fix_lands_on_its_words_after_other_edits(editor: MessageEditor, flag: Flag) -> None:
    """A fix computed before some typing elsewhere changes the words it was made for."""
    squiggle = flag("leave a review")
    editor.select(0)
    QTest.keyClicks(editor, "Hi ")

    assert editor.apply_fix([ReplaceText(squiggle.start, squiggle.end, "rate it")])
    assert editor.document_value().text == "Hi 𝐀 Would you rate it? Thanks\nend"
    assert flagged(editor) == []


def test_fix_whose_words_were_edited_is_refused(editor: MessageEditor, flag: Flag) -> None:
    """A fix does nothing where its words have changed since."""
    squiggle = flag("leave a review")
    editor.select(squiggle.start + 2)
    QTest.keyClicks(editor, "x")
    before = editor.document_value()

    assert not editor.apply_fix([Remove(squiggle.start, squiggle.end)])
    assert editor.document_value() == before


def test_caret_tells_which_finding_it_is_in(editor: MessageEditor, flag: Flag) -> None:
    """The caret entering and leaving a finding is told once each."""
    flag("Would")
    told: list[object] = []
    editor.finding_at_caret.connect(told.append)
    editor.select(0)
    editor.select(4)
    editor.select(5)
    editor.select(20)

    assert told == ["Would", None]


def test_mouse_on_a_finding_tells_its_key_and_place(
    qtbot: QtBot, editor: MessageEditor, flag: Flag
) -> None:
    """Resting on a squiggle's words tells its key and rectangle; elsewhere there is none."""
    flag("Would")
    middle = editor.viewport().mapFromGlobal(editor.finding_rect("Would").center())
    with qtbot.waitSignal(editor.finding_hovered) as told:
        QTest.mouseMove(editor.viewport(), middle)

    assert told.args is not None
    assert told.args[0] == "Would"
    assert told.args[1].contains(editor.viewport().mapToGlobal(middle))
    assert editor.finding_under(QPoint(600, 400)) is None


def test_findings_without_words_have_no_squiggle() -> None:
    """Whole-message findings, those of the other part, and those set aside are not drawn."""

    def finding(part: str, start: int, end: int, set_aside: str | None = None) -> Finding:
        where = Location(part, start, end)
        return Finding("r", "C", Severity.REVIEW, "m", where, set_aside=set_aside)

    found = (
        finding("subject", 0, 3),
        finding("body", 0, 0),
        finding("body", 2, 4),
        finding("body", 5, 9, "fine"),
    )

    assert squiggles_of(found, "body") == (Squiggle(2, 2, 4, Severity.REVIEW),)


def test_findings_on_objects_and_empty_lines_can_be_shown(editor: MessageEditor) -> None:
    """A chip, an image and empty lines take a finding; only what can be seen is underlined."""
    blocks = (
        Block(inlines=(Placeholder("order_id"), Image("a.png", "Box"))),
        Block(),
        Block(),
        Block(inlines=(Text("x"),)),
    )
    editor.set_document(Document(blocks))
    editor.show_findings(
        [
            Squiggle("chip", 0, 1, Severity.MUST_FIX),
            Squiggle("image", 1, 2, Severity.REVIEW),
            Squiggle("gap", 2, 5, Severity.MUST_FIX),
        ]
    )

    assert red_columns(editor)
    assert editor.finding_rect("chip").width() > 20
    assert editor.finding_rect("image").left() > editor.finding_rect("chip").right() - 3
    assert editor.finding_rect("missing") == QRect()


def test_link_changes_colour_with_the_theme(editor: MessageEditor, flag: Flag) -> None:
    """Other colours repaint links and marks and leave undo, content and caret alone."""
    flag("Would")
    QTest.keyClicks(editor, "a")
    steps = editor.document().availableUndoSteps()
    before = editor.document_value()
    editor.set_colours(EditorColours(must_fix="#00ff00"))

    assert not red_columns(editor)
    assert editor.document_value() is before
    assert editor.document().availableUndoSteps() == steps


def test_checking_leaves_undo_and_caret_alone(editor: MessageEditor, flag: Flag) -> None:
    """Showing findings is no step, moves no caret and tells of no change."""
    QTest.keyClick(editor, Qt.Key.Key_X)
    steps, caret = editor.document().availableUndoSteps(), editor.selection()
    changes: list[bool] = []
    editor.changed.connect(lambda: changes.append(True))
    flag("Thanks")
    editor.show_findings([])

    assert (editor.document().availableUndoSteps(), editor.selection()) == (steps, caret)
    assert changes == []


def test_mark_keeps_words_bold(editor: MessageEditor) -> None:
    """Findings on words with marks are drawn like others."""
    editor.set_document(Document((Block(inlines=(Text("bold", Marks(bold=True)),)),)))
    editor.show_findings([Squiggle(1, 0, 4, Severity.MUST_FIX)])

    assert red_columns(editor)


def test_another_document_takes_over_in_the_middle_of_a_long_one(editor: MessageEditor) -> None:
    """Opening a short message while scrolled far down in one full of links is quiet and whole."""
    link = Marks(link=Link("https://amazon.com"))
    line = Block(inlines=(Text("see "), Text("here", link)))
    short = Document((line,))
    editor.set_document(Document((line,) * 200))
    editor.select(1_500)
    assert editor.verticalScrollBar().value() > 0
    editor.set_document(short)

    assert editor.document_value() == short
    assert len(editor.extraSelections()) == 1
