from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from composer.document import Block, Document, Placeholder, Text
from composer.gui.editor.bridge.formats import Formats
from composer.gui.editor.bridge.patching import patch
from composer.gui.editor.bridge.snapshot import Snapshotter
from composer.gui.editor.bridge.table import FormatTable

Shown = Callable[[Document], QTextDocument]
shared_fixtures = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50
)


@shared_fixtures
@given(data=st.data())
def test_document_comes_back_as_it_was_shown(
    data: st.DataObject, documents: st.SearchStrategy[Document], shown: Shown, table: FormatTable
) -> None:
    """Reading what was written gives an equal document, head markup included."""
    document = data.draw(documents)

    assert Snapshotter(shown(document), table).document == document


@shared_fixtures
@given(data=st.data())
def test_text_lines_up_with_the_model(
    data: st.DataObject, documents: st.SearchStrategy[Document], shown: Shown, table: FormatTable
) -> None:
    """Every code point of the model has one Qt position, and that leads back to it."""
    document = data.draw(documents)
    qt_document = shown(document)
    reader = Snapshotter(qt_document, table)

    for position in range(len(document.text) + 1):
        assert reader.model_position(reader.qt_position(position)) == position
    assert qt_document.blockCount() == len(document.blocks)


@shared_fixtures
@given(data=st.data())
def test_patch_shows_the_new_document_and_undo_the_old(
    data: st.DataObject, documents: st.SearchStrategy[Document], shown: Shown, table: FormatTable
) -> None:
    """A patch makes any document out of any other in one undo step, undone and redone whole."""
    old, new = data.draw(documents), data.draw(documents)
    qt_document = shown(old)
    reader = Snapshotter(qt_document, table)
    cursor = QTextCursor(qt_document)
    cursor.beginEditBlock()
    patch(cursor, old.blocks, new.blocks, Formats(table))
    cursor.endEditBlock()

    reader.read_all()
    assert reader.document.blocks == new.blocks
    if qt_document.isUndoAvailable():
        qt_document.undo()
    assert not qt_document.isUndoAvailable()
    reader.read_all()
    assert reader.document == old
    qt_document.redo()
    reader.read_all()
    assert reader.document.blocks == new.blocks


@shared_fixtures
@given(data=st.data())
def test_change_is_read_from_the_blocks_touched(
    data: st.DataObject, documents: st.SearchStrategy[Document], shown: Shown, table: FormatTable
) -> None:
    """After any edit, undo included, what was read bit by bit equals a fresh reading."""
    old, new = data.draw(documents), data.draw(documents)
    qt_document = shown(old)
    reader = Snapshotter(qt_document, table)
    qt_document.contentsChange.connect(lambda at, _removed, added: reader.update(at, added))
    cursor = QTextCursor(qt_document)
    cursor.beginEditBlock()
    patch(cursor, old.blocks, new.blocks, Formats(table))
    cursor.endEditBlock()
    assert reader.document == Snapshotter(qt_document, table).document

    cursor.setPosition(data.draw(st.integers(0, qt_document.characterCount() - 1)))
    end = data.draw(st.integers(0, qt_document.characterCount() - 1))
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    cursor.insertText("x\ny")
    assert reader.document == Snapshotter(qt_document, table).document
    while qt_document.isUndoAvailable():
        qt_document.undo()
    assert reader.document == old


def test_unchanged_blocks_stay_the_same_objects(shown: Shown, table: FormatTable) -> None:
    """Typing in one block leaves every other Block object as it was, so that caches hold."""
    blocks = tuple(Block(inlines=(Text(f"line {n}"),)) for n in range(5))
    qt_document = shown(Document(blocks))
    reader = Snapshotter(qt_document, table)
    qt_document.contentsChange.connect(lambda at, _removed, added: reader.update(at, added))
    before = reader.document.blocks
    QTextCursor(qt_document.findBlockByNumber(2)).insertText("x")
    after = reader.document.blocks

    assert [old is new for old, new in zip(before, after, strict=True)] == [
        True,
        True,
        False,
        True,
        True,
    ]


def test_equal_neighbouring_chips_stay_two(shown: Shown, table: FormatTable) -> None:
    """Two equal placeholders side by side are two characters, not one run of length two."""
    chip = Placeholder("order_id")
    document = Document((Block(inlines=(chip, chip, Text("x"))),))
    qt_document = shown(document)

    assert len(qt_document.firstBlock().textFormats()) == 3
    assert Snapshotter(qt_document, table).document == document


def test_half_a_surrogate_pair_counts_one(shown: Shown, table: FormatTable) -> None:
    """An emoji that was split in half reads as two replacement characters, positions intact."""
    qt_document = shown(Document((Block(inlines=(Text("a😀b"),)),)))
    cursor = QTextCursor(qt_document)
    cursor.setPosition(2)
    cursor.insertText("-")

    reader = Snapshotter(qt_document, table)
    assert reader.document.text == "a\ufffd-\ufffdb"
    assert reader.qt_position(5) == 5
