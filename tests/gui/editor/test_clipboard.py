"""What other programs copy, pasted into the editor, and what they get from it."""

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from composer.document import Block, Container, Document, Image, Link, Marks, Placeholder, Text
from composer.document.html.reader import read_html
from composer.gui.editor.clipboard import Pasted
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.subject_editor import SubjectEditor
from composer.gui.editor.undo import UndoLog
from composer.policy import Policy

CLIPBOARD = Path(__file__).parents[2] / "data" / "clipboard"
KINDS = sorted(path.stem for path in CLIPBOARD.glob("*.html"))
NAMED = {"word": 1, "hostile": 2}  # pictures that are not there, only their names
TABLE = Policy.load().placeholder_table()


@pytest.fixture
def editor(qtbot: QtBot, log: UndoLog) -> MessageEditor:
    """An empty body that knows the placeholders of other tools."""
    made = MessageEditor(log, placeholders=TABLE)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


def copied(kind: str) -> QMimeData:
    """The clipboard as the program leaves it: as HTML, as rich text and as words."""
    data = QMimeData()
    data.setHtml((CLIPBOARD / f"{kind}.html").read_text("utf-8"))
    data.setData("application/rtf", b"{\\rtf1 rich text}")
    data.setText("the same words")
    return data


def expected(kind: str) -> Document:
    """What is left of it, without the pictures that nobody has."""
    source = (CLIPBOARD / "cleaned" / f"{kind}.html").read_text("utf-8")
    lines = [line for line in source.splitlines() if "<img" not in line or "https:" in line]
    return read_html("\n".join(lines), TABLE).document


@pytest.mark.parametrize("kind", KINDS)
def test_pasting_is_one_step(qtbot: QtBot, editor: MessageEditor, log: UndoLog, kind: str) -> None:
    """Each program's HTML comes as structure alone, in one step, with its look to be had back."""
    QTest.keyClicks(editor, "before")
    before = editor.document_value()
    editor.select(0, len(before.text))
    with qtbot.waitSignal(editor.pasted_cleaned) as told:
        editor.insertFromMimeData(copied(kind))
    pasted = editor.document_value()
    assert pasted == expected(kind)
    assert told.args is not None
    assert told.args[0].left_out == NAMED.get(kind, 0)

    assert editor.keep_paste()
    assert editor.document_value() != pasted
    log.undo()
    assert editor.document_value() == pasted
    log.undo()
    assert editor.document_value() == before
    log.redo()
    assert editor.document_value() == pasted


@pytest.mark.parametrize("kind", KINDS)
def test_no_paste_makes_a_gap(editor: MessageEditor, kind: str) -> None:
    """However much room a program leaves, no three line breaks follow each other."""
    editor.insertFromMimeData(copied(kind))
    cells = [cell for cell in editor.document_value().text.split("\n\n\n") if cell.strip()]

    assert len(cells) == 1


def test_pasting_into_a_line_of_a_list(editor: MessageEditor) -> None:
    """A single word from another program joins the item it is pasted into."""
    item = (Container("ul"), Container("li"))
    editor.set_document(Document((Block("", (Text("the box"),), path=item),)))
    editor.select(4)
    data = QMimeData()
    data.setHtml(
        '<meta charset="utf-8"><span style="color: rgb(0,0,0)">big&nbsp;</span>'
        '<br class="Apple-interchange-newline">'
    )
    editor.insertFromMimeData(data)

    assert editor.document_value() == Document((Block("", (Text("the big\xa0box"),), path=item),))


def test_the_subject_takes_the_words_of_word(subject: SubjectEditor) -> None:
    """In a subject even a whole page of Word is one line."""
    subject.insertFromMimeData(copied("word"))

    blocks = subject.document_value().blocks
    assert len(blocks) == 1
    assert blocks[0].text.startswith("Your order Dear ")
    assert "The box with its lid The manual" in blocks[0].text


def test_words_without_html_are_taken_as_they_are(editor: MessageEditor) -> None:
    """Rich text that is no HTML is never read: the words beside it are."""
    data = QMimeData()
    data.setData("text/rtf", b"{\\rtf1\\b bold}")
    data.setText("bold")
    editor.insertFromMimeData(data)

    assert editor.document_value() == Document((Block("p", (Text("bold"),)),))


def _page(*sources: str) -> QMimeData:
    data = QMimeData()
    data.setHtml("<p>a</p>" + "".join(f"<p><img src='{source}' alt='b'></p>" for source in sources))
    return data


def png() -> bytes:
    """A small picture."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImage(4, 4, QImage.Format.Format_RGB32).save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_data_that_is_no_picture_is_left_out(qtbot: QtBot, editor: MessageEditor) -> None:
    """What calls itself a picture and is none goes nowhere near the template's files."""
    with qtbot.waitSignal(editor.pasted_cleaned) as told:
        editor.insertFromMimeData(_page("data:image/png;base64,AAAA"))

    assert told.args is not None
    assert told.args[0].left_out == 1
    assert not _pictures(editor)


def test_pictures_inside_become_files(qtbot: QtBot, log: UndoLog) -> None:
    """A picture whose bytes were copied is stored once and stays when the look comes back."""
    kept: list[tuple[bytes, str]] = []

    def store(data: bytes, name: str) -> str | None:
        kept.append((data, name))
        return f"message.files/{len(kept)}.png"

    editor = MessageEditor(log, store_image=store)
    qtbot.addWidget(editor)
    picture = png() + bytes(3_000_000)  # more than HTML may be long
    data = base64.b64encode(picture).decode()
    page = _page(f"data:image/png;base64,{data}", "https://m.media-amazon.com/a.png")
    page.setHtml(page.html() + "<p style='color:red'>b</p>")
    editor.insertFromMimeData(page)
    assert kept == [(picture, "picture-inside-1.png")]
    assert _pictures(editor) == ["message.files/1.png", "https://m.media-amazon.com/a.png"]

    assert editor.keep_paste()
    assert len(kept) == 1
    assert _pictures(editor) == ["message.files/1.png", "https://m.media-amazon.com/a.png"]


def test_no_file_is_read_because_html_names_it(qtbot: QtBot, log: UndoLog, tmp_path: Path) -> None:
    """HTML can name any file of the computer: none is read, and the seller is told."""
    secret = tmp_path / "secret.png"
    secret.write_bytes(b"\x89PNG secret")
    kept: list[bytes] = []
    editor = MessageEditor(log, store_image=lambda data, _: str(kept.append(data)))
    qtbot.addWidget(editor)
    told: list[Pasted] = []
    editor.pasted_cleaned.connect(told.append)
    sources = (QUrl.fromLocalFile(str(secret)).toString(), str(secret), "secret.png", "cid:1")
    editor.insertFromMimeData(_page(*sources))

    assert not kept
    assert not _pictures(editor)
    assert [each.left_out for each in told] == [4]
    assert not editor.keep_paste()  # there was no look to bring back


def _pictures(editor: MessageEditor) -> list[str]:
    runs = editor.document_value().runs()
    return [inline.src for _, _, inline in runs if isinstance(inline, Image)]


def test_others_get_html_and_words(editor: MessageEditor) -> None:
    """Copied, a message is HTML and text that other programs understand; chips are spelled out."""
    ul, li = Container("ul"), Container("li")
    document = Document(
        (
            Block("h2", (Text("Title"),)),
            Block(
                "p",
                (
                    Placeholder("order_id"),
                    Text(" see ", Marks(bold=True)),
                    Text("this", Marks(link=Link("https://amazon.com/x"))),
                ),
            ),
            Block("", (Text("one"),), path=(ul, li)),
            Block("", (Text("deep"),), path=(ul, li, Container("ol"), li)),
            Block("", (Text("two"),), path=(ul, Container("li", 1))),
        )
    )
    editor.set_document(document)
    editor.selectAll()
    data = editor.createMimeDataFromSelection()

    assert data.text() == (
        "Title\n\n{{order_id}} see this: https://amazon.com/x\n\n- one\n  1. deep\n- two"
    )
    assert read_html(data.html()).document == document
    editor.select(len(document.text))
    editor.insertFromMimeData(data)
    assert editor.document_value().text == document.text + document.text
