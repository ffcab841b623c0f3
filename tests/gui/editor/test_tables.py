"""Tables are edited in place: keys go from cell to cell and never join two."""

from functools import partial
from itertools import groupby

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from composer.document import Document
from composer.document.html.reader import read_html
from composer.document.html.writer import write_html
from composer.gui.editor.message_editor import MessageEditor, TableChange
from composer.gui.editor.tables.changes import (
    with_column,
    with_row,
    without_column,
    without_row,
    without_table,
)
from composer.gui.editor.undo import UndoLog

ORDER = (
    "<p>Your order:</p><table><tr><th>Item</th><th>Price</th></tr>"
    "<tr><td>Kettle</td><td>39</td></tr></table><p>Bye</p>"
)
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def order(editor: MessageEditor) -> MessageEditor:
    """An editor with a table of two rows and two columns between two paragraphs."""
    editor.set_document(read_html(ORDER).document)
    return editor


def drawn(document: Document) -> str:
    """A table as text: rows between ``[]``, cells between ``|``, paragraphs between ``/``."""
    lines = []
    rows = groupby(document.blocks, lambda block: block.path[:2])
    for path, row in rows:
        cells = groupby(row, lambda block: block.path[:3])
        words = ["/".join(block.text for block in cell) for _, cell in cells]
        lines.append(f"[{'|'.join(words)}]" if path else words[0])
    return " ".join(lines)


def put(editor: MessageEditor, words: str, *, at_end: bool = False) -> None:
    """Put the caret before or behind words."""
    start = editor.document_value().text.index(words)
    editor.select(start + len(words) * at_end)


def select(editor: MessageEditor, first: str, last: str) -> None:
    """Select from words to others, both included."""
    text = editor.document_value().text
    editor.select(text.index(first), text.index(last) + len(last))


def key(editor: MessageEditor, *keys: Qt.Key) -> None:
    """Press keys."""
    for each in keys:
        QTest.keyClick(editor, each)


def test_cells_are_written_in_place(order: MessageEditor, log: UndoLog) -> None:
    """Words and paragraphs typed in a cell stay in it; undo takes them back."""
    put(order, "Kettle", at_end=True)
    QTest.keyClicks(order, " blue")
    key(order, Qt.Key.Key_Return)
    QTest.keyClicks(order, "new")
    assert drawn(order.document_value()) == "Your order: [Item|Price] [Kettle blue/new|39] Bye"
    written = write_html(order.document_value(), lang="en")
    assert read_html(written).document == order.document_value()
    while log.can_undo:
        log.undo()
    assert order.document_value() == read_html(ORDER).document


def test_tab_goes_through_the_cells(order: MessageEditor) -> None:
    """Tab selects the next cell, Shift+Tab the one before; after the last one comes a new row."""
    put(order, "Item")
    seen = []
    for _ in range(3):
        key(order, Qt.Key.Key_Tab)
        seen.append(order.textCursor().selectedText())
    assert seen == ["Price", "Kettle", "39"]
    key(order, Qt.Key.Key_Backtab)
    assert order.textCursor().selectedText() == "Kettle"

    key(order, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    QTest.keyClicks(order, "Cup")
    assert drawn(order.document_value()) == "Your order: [Item|Price] [Kettle|39] [Cup|] Bye"


@pytest.mark.parametrize(
    ("pressed", "words", "at_end"),
    [
        (Qt.Key.Key_Backspace, "Kettle", False),
        (Qt.Key.Key_Backspace, "Item", False),
        (Qt.Key.Key_Backspace, "Bye", False),
        (Qt.Key.Key_Delete, "Kettle", True),
        (Qt.Key.Key_Delete, "39", True),
        (Qt.Key.Key_Delete, "order:", True),
    ],
)
def test_no_key_joins_cells(
    order: MessageEditor, pressed: Qt.Key, words: str, at_end: bool
) -> None:
    """At a cell's border a deleting key only moves the caret across, with Ctrl too."""
    before = order.document_value()
    for modifier in (Qt.KeyboardModifier.NoModifier, CONTROL):
        put(order, words, at_end=at_end)
        here = order.textCursor().blockNumber()
        QTest.keyClick(order, pressed, modifier)
        assert order.document_value() == before
        step = 1 if pressed == Qt.Key.Key_Delete else -1
        assert order.textCursor().blockNumber() == here + step


def test_an_empty_paragraph_beside_a_table_can_go(order: MessageEditor) -> None:
    """What holds no words and is not a cell's last paragraph is deleted at the border."""
    put(order, "Bye")
    key(order, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Backspace)
    assert drawn(order.document_value()) == "Your order: [Item|Price] [Kettle|39] Bye"
    assert order.document_value() == read_html(ORDER).document


def test_deleting_across_cells_empties_them(order: MessageEditor, log: UndoLog) -> None:
    """A selection over cells is taken out of them; the cells stay; it is one undo step."""
    for deed in (
        lambda: key(order, Qt.Key.Key_Delete),
        lambda: key(order, Qt.Key.Key_Backspace),
        lambda: QTest.keyClick(order, Qt.Key.Key_X, CONTROL),
        order.cut,
    ):
        select(order, "Price", "Kettle")
        deed()
        assert drawn(order.document_value()) == "Your order: [Item|] [|39] Bye"
        log.undo()
        assert order.document_value() == read_html(ORDER).document
        assert not log.can_undo


def test_typing_over_cells_is_one_step(order: MessageEditor, log: UndoLog) -> None:
    """What is typed, composed or pasted over several cells stands in the first of them."""
    data = QMimeData()
    data.setText("x")
    composed = QInputMethodEvent("", [])
    composed.setCommitString("x")
    for deed in (
        lambda: QTest.keyClicks(order, "x"),
        lambda: order.insertFromMimeData(data),
    ):
        select(order, "Price", "Kettle")
        deed()
        assert drawn(order.document_value()) == "Your order: [Item|x] [|39] Bye"
        log.undo()
        assert order.document_value() == read_html(ORDER).document
    select(order, "Price", "Kettle")
    QApplication.sendEvent(order, composed)
    assert drawn(order.document_value()) == "Your order: [Item|x] [|39] Bye"


def test_a_table_goes_with_the_text_around_it(order: MessageEditor) -> None:
    """A selection that holds all of a table, and more, takes the table out."""
    select(order, "order:", "39")
    key(order, Qt.Key.Key_Delete)
    assert drawn(order.document_value()) == "Your\xa0/Bye"
    order.selectAll()
    key(order, Qt.Key.Key_Delete)
    assert order.document_value() == Document()


@pytest.mark.parametrize(
    ("change", "words", "drawing", "caret"),
    [
        (partial(with_row, below=True), "Item", "[Item|Price] [|] [Kettle|39]", 2),
        (partial(with_row, below=False), "Item", "[|] [Item|Price] [Kettle|39]", 0),
        (partial(with_column, after=True), "Kettle", "[Item||Price] [Kettle||39]", 4),
        (partial(with_column, after=False), "Kettle", "[|Item|Price] [|Kettle|39]", 3),
        (without_row, "Item", "[Kettle|39]", 0),
        (without_column, "39", "[Item] [Kettle]", 1),
    ],
)
def test_rows_and_columns(
    order: MessageEditor,
    log: UndoLog,
    change: TableChange,
    words: str,
    drawing: str,
    caret: int,
) -> None:
    """Rows and columns are added and taken out, each in one step, the caret beside them."""
    before = order.document_value()
    put(order, words)
    order.change_table(change)
    assert drawn(order.document_value()) == f"Your order: {drawing} Bye"
    assert order.textCursor().blockNumber() == 1 + caret
    assert (
        read_html(write_html(order.document_value(), lang="en")).document == order.document_value()
    )
    log.undo()
    assert order.document_value() == before
    assert not log.can_undo


def test_a_table_becomes_paragraphs(order: MessageEditor) -> None:
    """A table that only lays text out is undone; cells without words leave nothing behind."""
    put(order, "39")
    key(order, Qt.Key.Key_Backspace)
    put(order, "Kettle")
    order.change_table(without_table)
    assert [block.text for block in order.document_value().blocks] == [
        "Your order:",
        "Item",
        "Price",
        "Kettle",
        "39",
        "Bye",
    ]
    assert not any(block.path for block in order.document_value().blocks)


def test_only_rows_of_several_cells_have_borders(order: MessageEditor) -> None:
    """A table around everything, as mail programs use it for layout, looks like plain text."""
    line = QColor(order.colours.line)

    def bordered() -> bool:
        picture = order.viewport().grab().toImage()
        return any(picture.pixelColor(order.gutter + 3, y) == line for y in range(picture.height()))

    assert bordered()
    order.set_document(read_html("<table><tr><td><p>Hello</p><p>you</p></table>").document)
    assert not bordered()
    key(order, Qt.Key.Key_Tab)
    assert not order.hasFocus() or drawn(order.document_value()) == "[Hello/you]"


def test_a_list_ends_at_the_cell(editor: MessageEditor) -> None:
    """Backspace in a cell of a table that stands in a list or quote leaves the table whole."""
    html = (
        "<blockquote><table><tr><td><p>a</p><p>b</p></td><td>c</td></tr></table></blockquote>"
        "<ul><li><table><tr><td><p>d</p><p>e</p></td><td>f</td></tr></table></li></ul>"
    )
    for words in ("b", "e"):
        editor.set_document(read_html(html).document)
        put(editor, words)
        key(editor, Qt.Key.Key_Backspace)
        paths = [block.path for block in editor.document_value().blocks]
        assert all("table" in [container.tag for container in path] for path in paths)
