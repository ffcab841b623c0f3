"""Where the caret stands when the words give way to their source, and the source to the words."""

import pytest
from pytestqt.qtbot import QtBot

from composer.document.html.reader import read_html
from composer.document.placeholders import CANONICAL
from composer.gui.desk.widgets import source_colours
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.subject_editor import SubjectEditor
from composer.gui.editor.undo import UndoLog
from composer.gui.source.source_edit import SourceEdit
from composer.gui.theme.theme import Theme
from composer.gui.window.actions import build_actions
from composer.gui.window.toolbar import FormatToolBar
from composer.gui.writing.editors import Editors
from composer.gui.writing.sourcing import Sourcing, pages

BODY = (
    "<p><br></p><p><br></p><h2>Grüße 😀 &amp; <b>👩\u200d👧</b></h2><p>{{order_id}}{{buyer_name}} of <i>שלום</i><br>x</p>"
    "<ul><li>one<ul><li>deep 😀<ol><li>{{order_id}}</li></ol></li></ul></li><li>two</li></ul>"
    '<p><br></p><table><tr><td>a</td><td></td></tr></table><p><img src="a.png" alt="A">&nbsp;</p>'
    '<p><a href="https://amazon.com/x?a=1&amp;b=2">your <u>orders</u></a></p><hr><hr><p>end</p><p></p><p></p>'
)


@pytest.fixture
def sourcing(qtbot: QtBot, theme: Theme) -> Sourcing:
    """Both views of one body, the words on screen."""
    log = UndoLog()
    body = MessageEditor(log)
    source = SourceEdit(log, body.colours, source_colours(theme), CANONICAL)
    editors = Editors(SubjectEditor(log), body, source)
    actions = build_actions(theme, theme)
    stack, toolbar = pages(editors), FormatToolBar(actions, theme)
    for widget in (stack, toolbar, editors.subject):
        qtbot.addWidget(widget)
    body.set_document(read_html(BODY).document)
    with qtbot.waitExposed(stack):
        stack.show()
    return Sourcing(editors, stack, toolbar, actions)


def test_every_place_in_the_words_is_found_again(sourcing: Sourcing) -> None:
    """From any place to the source and back the caret is where it was, and nothing has changed."""
    editors = sourcing.editors
    before = editors.words.document_value()
    sources = set()
    for position in range(len(before.text) + 1):
        editors.words.select(position)
        sourcing.show(as_source=True)
        sources.add(editors.source.source())
        sourcing.show(as_source=False)
        assert editors.words.selection() == (position, position)

    assert len(sources) == 1
    assert editors.words.document_value() is before
    assert not editors.words.can_undo()


def test_every_place_in_the_source_is_a_place_in_the_words(sourcing: Sourcing) -> None:
    """From any place in the source the caret goes to what stands there, and back near it."""
    editors = sourcing.editors
    sourcing.show(as_source=True)
    source = editors.source.source()
    places = []
    for offset in range(len(source) + 1):
        editors.source.select(offset)
        sourcing.show(as_source=False)
        places.append(editors.words.selection()[0])
        sourcing.show(as_source=True)
        words, back = editors.source.selection()[0], min(offset, len(source.rstrip()))
        assert source[min(words, back) : max(words, back)].count("\n") <= 6
        assert editors.source.caret() == places[-1]

    assert places == sorted(places)
    assert editors.source.source() == source


def test_half_a_pair_is_never_a_place(sourcing: Sourcing) -> None:
    """An emoji is one place in both views: the caret stands before or behind it."""
    editors = sourcing.editors
    at = editors.words.document_value().text.index("😀")
    for position, words in ((at, "Grüße "), (at + 1, "Grüße 😀")):
        editors.words.select(position)
        sourcing.show(as_source=True)
        start, end = editors.source.selection()
        assert start == end
        assert editors.source.source()[:start].endswith(words)
        sourcing.show(as_source=False)
