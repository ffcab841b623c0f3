"""Lines under words are told apart by their pattern, and seen on a selection as well."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QTextCursor

from composer.document import Block, Document, Text
from composer.document.used.contrast import contrast
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.paint.squiggles import Squiggle
from composer.gui.editor.undo import UndoLog
from composer.lint.finding import Severity

WORDS = "mmmmmmmmmmmmmmmmmmmm"
ONE_COLOUR = EditorColours(must_fix="#000000", review="#000000", advice="#000000")


def shown(qtbot, colours: EditorColours, severity: Severity, *, select: bool = False) -> QImage:
    """The line under some words with a finding, and what is right above and below it."""
    editor = MessageEditor(UndoLog(), colours)
    qtbot.addWidget(editor)
    editor.resize(500, 200)
    editor.set_document(Document((Block(inlines=(Text(WORDS),)),)))
    editor.show_findings([Squiggle("a", 0, len(WORDS), severity)])
    editor.moveCursor(QTextCursor.MoveOperation.End)
    if select:
        editor.selectAll()
    editor.show()
    line = editor.document().firstBlock().layout().lineAt(0)
    origin = editor.document().firstBlock().layout().position()
    at = QPoint(round(origin.x() + line.x()), round(origin.y() + line.ascent() + 2))
    return editor.viewport().grab(QRect(at, line.naturalTextRect().size().toSize())).toImage()


def ink(image: QImage) -> list[bool]:
    """Which pixels of the line itself are darker than paper half way."""
    return [image.pixelColor(x, y).lightness() < 128 for y in range(4) for x in range(40)]


def test_patterns_differ_without_colour(qtbot) -> None:
    """A wave, dots and small dots in one and the same colour are three different lines."""
    lines = {each: ink(shown(qtbot, ONE_COLOUR, each)) for each in Severity}
    for first, second in combinations(Severity, 2):
        different = sum(a != b for a, b in zip(lines[first], lines[second], strict=True))
        assert different > 8, (first, second)
    assert all(any(line) for line in lines.values())


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize("select", [False, True])
def test_a_line_is_seen_as_it_is_painted(qtbot, severity, select) -> None:
    """On paper and on a selection, which going to a finding makes, thin lines reach 3:1 too."""
    colours = EditorColours()
    image = shown(qtbot, colours, severity, select=select)
    painted = {image.pixelColor(x, y).name() for y in range(4) for x in range(40)}
    ground = colours.selected if select else colours.paper
    assert max(contrast(each, ground) for each in painted) >= 3.0
    assert not select or colours.mark(severity) not in painted
