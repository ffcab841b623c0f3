"""Random editing, as a person would do it, with every promise checked after each step."""

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer.document import Block, Container, Document, Image, Link, Marks, Placeholder, Text
from composer.document.edits import Remove, ReplaceText
from composer.document.html.reader import read_html
from composer.document.html.writer import write_html
from composer.gui.editor.bridge.snapshot import Snapshotter
from composer.gui.editor.commands import Size
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.paint.squiggles import Squiggle
from composer.lint.finding import Severity

STEPS = 250
KEYS = (
    Qt.Key.Key_Return,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Left,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
)
TEXTS = ("word ", "😀", "שלום ", "bad", "  ", "👩\u200d👩\u200d👧 e\u0301", "日本")
PASTES = (
    "<p style='color:red'>pasted <b>bad</b></p><ul><li>one<li>two</ul>",
    "<h1>Title</h1><hr><blockquote><p>quote</p></blockquote>",
    "<table><tr><td>a<td>{{order_id}}</table>",
)
START = Document(
    (
        Block("h2", (Text("Title"),)),
        Block(inlines=(Text("A bad word, 😀 "), Placeholder("order_id"), Placeholder("order_id"))),
        Block("", (Text("item"),), path=(Container("ol"), Container("li"))),
        Block(inlines=(Text("link", Marks(link=Link("https://amazon.com"))), Image("a.png", "x"))),
    )
)


class Writer:
    """Somebody at the keyboard, the same for the same seed."""

    def __init__(self, editor: MessageEditor, seed: int) -> None:
        self.editor = editor
        self.random = random.Random(seed)
        self.deeds: tuple[Callable[[], object], ...] = (
            *(self._type,) * 4,
            *(self._press,) * 4,
            *(self._undo,) * 2,
            self._compose,
            self._paste,
            self._fix,
            self._format,
            self._insert,
            self._check,
        )

    def step(self) -> None:
        """Do one thing somewhere."""
        if self.random.random() < 0.3:
            length = len(self.editor.document_value().text)
            start = self.random.randint(0, length)
            end = self.random.choice((start, start, self.random.randint(start, length)))
            self.editor.select(start, end)
        self.random.choice(self.deeds)()

    def _type(self) -> None:
        text = self.random.choice(TEXTS)
        if text.isascii():
            QTest.keyClicks(self.editor, text)
        else:
            self.editor.insert_plain(text)

    def _press(self) -> None:
        QTest.keyClick(self.editor, self.random.choice(KEYS))

    def _undo(self) -> None:
        self.random.choice((self.editor.undo_log.undo, self.editor.undo_log.redo))()

    def _compose(self) -> None:
        QApplication.sendEvent(self.editor, QInputMethodEvent("に", []))
        event = QInputMethodEvent("", [])
        event.setCommitString(self.random.choice(("", "日")))
        QApplication.sendEvent(self.editor, event)

    def _paste(self) -> None:
        data = QMimeData()
        data.setHtml(self.random.choice(PASTES))
        self.editor.insertFromMimeData(data)
        if self.random.random() < 0.3:
            self.editor.keep_paste()

    def _fix(self) -> None:
        shown = self.editor.findings_shown()
        if shown:
            item = self.random.choice(shown)
            edit = self.random.choice(
                (Remove(item.start, item.end), ReplaceText(item.start, item.end, "good"))
            )
            self._check()
            self.editor.apply_fix([edit])

    def _format(self) -> None:
        self.random.choice(
            (
                lambda: self.editor.toggle("bold"),
                lambda: self.editor.set_size(self.random.choice(tuple(Size))),
                lambda: self.editor.toggle_list(self.random.choice(("ul", "ol"))),
                lambda: self.editor.set_link("https://amazon.com"),
            )
        )()

    def _insert(self) -> None:
        self.editor.insert_placeholder("order_id")

    def _check(self) -> None:
        """Flag each "bad", as a check would."""
        text, found, at = self.editor.document_value().text, [], -1
        while (at := text.find("bad", at + 1)) >= 0:
            found.append(Squiggle(at, at, at + 3, Severity.MUST_FIX))
        self.editor.show_findings(found)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_edit(editor: MessageEditor, seed: int) -> None:
    """After each step squiggles stand on their words and the document is what a reading gives."""
    editor.set_document(START)
    writer = Writer(editor, seed)
    for _ in range(STEPS):
        writer.step()
        document = editor.document_value()
        for item in editor.findings_shown():
            assert document.text[item.start : item.end] == "bad"
        assert Snapshotter(editor.document(), editor.formats.table).document == document
        assert read_html(write_html(document, lang="en")).document == document
        if len(document.text) > 3_000:
            editor.apply_edits([Remove(500, len(document.text))])
    while editor.undo_log.can_undo:
        editor.undo_log.undo()

    assert editor.document_value() == START
