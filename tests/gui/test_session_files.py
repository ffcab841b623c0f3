"""A seller's files: two windows, other programs, names, the bin, and what cannot be read."""

import errno
import os
import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.gui.library.view import TemplatesView
from composer.gui.words.text import tr_

WORDS = "<p>Hello {{order_id}}</p>"


@pytest.fixture
def two(place) -> tuple:
    """Two windows on one library and one file, each with a history of its own."""
    path = place.put("one.html", WORDS)
    first = place.open()
    second = place.elsewhere().open()
    for seller in (first, second):
        seller.desk.shelf.open(str(path))
    return path, first, second


def type_into(seller, text: str) -> None:
    """Type at the start of the body."""
    seller.activate()
    seller.desk.widgets.body.setFocus()
    seller.write(text)


def test_a_change_on_disk_is_followed_where_nothing_was_typed(two, qtbot: QtBot) -> None:
    """What one window saves, the other shows, without a word."""
    _, first, second = two
    type_into(first, "From the first. ")
    first.control(Qt.Key.Key_S)
    body = second.desk.widgets.body
    qtbot.waitUntil(lambda: body.document_value().text.startswith("From the first."))
    assert not second.desk.workspace.modified
    assert second.message() == ""


def conflict(two, qtbot: QtBot) -> None:
    """Let both windows type, and the first one save."""
    path, first, second = two
    type_into(second, "Mine. ")
    type_into(first, "Theirs. ")
    assert first.desk.saving.save()
    sentence = tr_("notice.changed_on_disk", name="one.html")
    qtbot.waitUntil(lambda: second.message() == sentence)
    assert not second.desk.saving.save()
    assert second.message() == sentence
    assert "Theirs." in path.read_text("utf-8")


def test_the_second_save_offers_to_open_the_file_again(two, qtbot: QtBot) -> None:
    """The file on disk comes up; what was typed stays in the history."""
    path, _, second = two
    conflict(two, qtbot)
    second.click_button(tr_("notice.reload"))
    assert second.desk.widgets.body.document_value().text.startswith("Theirs.")
    second.close()
    versions = second.history().versions(str(path))
    assert any("Mine." in version.text for version in versions)
    assert second.history().unsaved() == ()


def test_the_second_save_offers_a_copy(two, qtbot: QtBot) -> None:
    """Both texts are in the library afterwards, each in its own file."""
    path, _, second = two
    conflict(two, qtbot)
    second.click_button(tr_("notice.save_copy"))
    copy = second.desk.workspace.path
    assert copy is not None
    assert copy != path
    assert "Mine." in copy.read_text("utf-8")
    assert "Theirs." in path.read_text("utf-8")
    assert not second.desk.workspace.modified


def test_closing_where_it_cannot_be_saved_asks(two, qtbot: QtBot) -> None:
    """The window stays until the seller chooses; a copy is one way out."""
    path, _, second = two
    conflict(two, qtbot)
    second.desk.window.close()
    assert second.desk.window.isVisible()
    second.click_button(tr_("notice.save_copy"))
    assert not second.desk.window.isVisible()
    assert sorted(each.name for each in path.parent.glob("*.html")) == ["one-2.html", "one.html"]


def test_a_file_taken_away_can_be_saved_as_a_copy(place, qtbot: QtBot) -> None:
    """A template whose file another program deleted stays on screen."""
    path = place.put("one.html", WORDS)
    seller = place.open()
    path.unlink()
    sentence = tr_("notice.gone_from_disk", name="one.html")
    qtbot.waitUntil(lambda: seller.message() == sentence)
    assert str(path) in {row.key for row in seller.templates()}
    seller.click_button(tr_("notice.save_copy"))
    assert path.exists()
    assert "Hello" in path.read_text("utf-8")


def test_files_that_come_and_go_show_in_the_sidebar(place, qtbot: QtBot) -> None:
    """The sidebar follows the folder, and shows what cannot be read with its reason."""
    place.put("one.html", WORDS)
    seller = place.open()
    two = place.put("two.html", WORDS)
    broken = place.library / "broken.html"
    broken.write_bytes(b"x" * 5_000_001)
    qtbot.waitUntil(lambda: len(seller.templates()) == 3)
    names = {row.name for row in seller.templates()}
    assert names == {"one", "two", tr_("app_state.unreadable", name="broken.html")}

    seller.desk.shelf.open(str(broken))
    assert "broken.html" in seller.message()
    assert "too large" in seller.message()
    assert seller.desk.workspace.path == place.library / "one.html"
    two.unlink()
    broken.unlink()
    qtbot.waitUntil(lambda: len(seller.templates()) == 1)


def test_f2_renames_in_the_sidebar(place, qtbot: QtBot) -> None:
    """The new name is in the file, under the file's old name."""
    place.put("one.html", WORDS)
    path = place.put("two.html", WORDS)
    seller = place.open()
    view = seller.desk.widgets.sidebar.findChild(TemplatesView)
    seller.desk.widgets.sidebar.select(str(path))
    view.setFocus()
    seller.press(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    field.selectAll()
    seller.write("Parcel lost", field)
    seller.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "Parcel lost" in {row.name for row in seller.templates()})
    assert 'content="Parcel lost"' in path.read_text("utf-8")


def test_a_duplicate_opens_and_the_bin_takes_it(place, qtbot: QtBot, monkeypatch, tmp_path) -> None:
    """Duplicating opens the copy; deleting moves it to the system's bin and opens another."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = place.put("one.html", WORDS)
    seller = place.open()
    type_into(seller, "Newest words. ")
    seller.desk.actions.duplicate.trigger()
    copy = seller.desk.workspace.path
    assert copy != path
    assert "Newest words." in copy.read_text("utf-8")
    assert "Newest words." in path.read_text("utf-8")

    seller.desk.actions.delete.trigger()
    assert not copy.exists()
    assert seller.desk.workspace.path == path
    assert seller.message() == tr_("notice.deleted", name="one (copy)")


def test_a_new_template_can_be_thrown_away(place) -> None:
    """What was typed in it stays in the history."""
    path = place.put("one.html", WORDS)
    seller = place.open()
    seller.control(Qt.Key.Key_N)
    type_into(seller, "Not needed")
    key = seller.desk.workspace.key
    seller.desk.actions.delete.trigger()
    assert seller.desk.workspace.path == path
    assert key not in {row.key for row in seller.templates()}
    seller.close()
    assert "Not needed" in seller.history().versions(key)[0].text
    assert list(place.library.glob("*.html")) == [path]


def drop(view: TemplatesView, *paths: Path) -> None:
    """Let files fall on the sidebar."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    action, button, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(QPoint(20, 20), action, data, button, none)
    QApplication.sendEvent(view.viewport(), enter)
    assert enter.isAccepted()
    event = QDropEvent(QPointF(20, 20), action, data, button, none)
    QApplication.sendEvent(view.viewport(), event)


def test_messages_of_every_kind_can_be_dragged_in(place, qtbot: QtBot, tmp_path) -> None:
    """An email, a text, a Markdown file and a web page become templates; the last one opens."""
    sources = {
        "mail.eml": "Subject: About your order\nContent-Type: text/plain\n\nHello from a mail",
        "words.txt": "Hello from a text",
        "notes.md": "Hello from **Markdown**",
        "page.html": "<p>Hello from a page</p>",
    }
    for name, text in sources.items():
        (tmp_path / name).write_text(text, "utf-8")
    place.library.mkdir()
    seller = place.open()
    view = seller.desk.widgets.sidebar.findChild(TemplatesView)
    drop(view, *(tmp_path / name for name in sources))
    qtbot.waitUntil(lambda: seller.message() == tr_("notice.imported", count=4))
    texts = {each.template.body.text for each in seller.desk.workspace.library.entries()}
    kinds = ("a mail", "a text", "Markdown", "a page")
    assert texts == {f"Hello from {kind}" for kind in kinds}
    assert seller.desk.widgets.body.document_value().text == "Hello from a page"


def test_importing_many_files_shows_how_far_it_is_and_stops(place, qtbot: QtBot, tmp_path) -> None:
    """The bar counts; Cancel leaves what is done."""
    folder = tmp_path / "mails"
    folder.mkdir()
    for number in range(12):
        (folder / f"{number:02}.txt").write_text(f"Mail {number}", "utf-8")
    place.library.mkdir()
    seller = place.open()
    seller.desk.shelf.add_files((folder,))
    with qtbot.waitSignal(seller.desk.shelf.importing) as told:
        pass
    assert told.args == [1, 12]
    assert seller.message() == tr_("notice.importing", done=1, total=12)
    with qtbot.waitSignal(seller.desk.shelf.imported):
        seller.click_button(tr_("dialog.cancel"))
    made = list(place.library.glob("*.html"))
    assert 1 <= len(made) < 12
    assert seller.message() == tr_("notice.imported", count=len(made))


def test_what_cannot_be_imported_is_said_and_the_rest_is_there(
    place, qtbot: QtBot, tmp_path
) -> None:
    """One bad file does not keep the others out."""
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text("Fine", "utf-8")
    bad.write_bytes(b"x" * 5_000_001)
    place.library.mkdir()
    seller = place.open()
    with qtbot.waitSignal(seller.desk.shelf.imported):
        seller.desk.shelf.add_files((bad, good))
    assert seller.message().startswith("1 file was not imported: “bad.txt”")
    assert seller.desk.widgets.body.document_value().text == "Fine"


def test_a_folder_without_messages_is_said(place, qtbot: QtBot, tmp_path) -> None:
    """Dropping a folder of other files is answered."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    (folder / "logo.png").write_bytes(b"x")
    place.library.mkdir()
    seller = place.open()
    with qtbot.waitSignal(seller.desk.shelf.imported):
        seller.desk.shelf.add_files((folder,))
    assert seller.message() == tr_("notice.nothing_to_import")


def test_a_full_disk_is_said_until_there_is_room(place, qtbot: QtBot, monkeypatch) -> None:
    """Saving fails in one sentence, the file stays as it was, and typing is in the journal."""
    path = place.put("one.html", WORDS)
    seller = place.open()
    before = path.read_bytes()
    type_into(seller, "Kept. ")

    def full(*_args: object, **_names: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", full)
        seller.control(Qt.Key.Key_S)
        assert seller.message().startswith("“one.html” could not be saved: no space left")
        seller.desk.window.close()
        assert seller.message() == tr_("notice.not_saved")
    assert (path.read_bytes(), list(place.library.iterdir())) == (before, [path])
    qtbot.waitUntil(lambda: "Kept." in "".join(it.text for it in seller.history().unsaved()))
    seller.control(Qt.Key.Key_S)
    assert seller.message() == ""
    assert "Kept." in path.read_text("utf-8")


def test_an_empty_library_says_what_to_do(place) -> None:
    """Buttons stand where templates would; the starters fill it."""
    place.library.mkdir()
    seller = place.open()
    assert seller.templates() == []
    sidebar = seller.desk.widgets.sidebar
    assert seller.button(tr_("sidebar.empty_folder")).isEnabled()
    seller.click_button(tr_("sidebar.empty_starters"), sidebar)
    assert len(seller.templates()) >= 12
    assert seller.desk.workspace.path is not None


def test_a_new_template_in_an_empty_library_shows_as_soon_as_it_is_asked_for(place) -> None:
    """The button starts one, and it is in the sidebar before it has a file."""
    place.library.mkdir()
    seller = place.open()
    seller.click_button(tr_("sidebar.empty_new"), seller.desk.widgets.sidebar)
    assert [row.name for row in seller.templates()] == [tr_("app_state.untitled")]


def test_the_first_start_makes_a_library_of_starters_with_a_hint(place) -> None:
    """The demo is open, its four offences are marked, and the hint closes for good."""
    seller = place.open()
    assert place.library.is_dir()
    assert seller.desk.workspace.path.name == "try-me.html"
    assert len(seller.checked()) == 4
    assert seller.hint() == tr_("notice.hint_fix")
    seller.click_button(tr_("notice.hint_done"))
    seller.close()
    assert place.open().hint() == ""


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="folders cannot be made read-only here"
)
def test_a_read_only_folder_is_said_and_loses_nothing(place, qtbot: QtBot) -> None:
    """Saving fails in one sentence, typing goes on and is kept for the next start."""
    path = place.put("one.html", WORDS)
    place.library.chmod(0o500)
    seller = place.open()
    type_into(seller, "Kept. ")
    seller.control(Qt.Key.Key_S)
    assert "could not be saved" in seller.message()
    seller.desk.window.close()
    seller.click_button(tr_("notice.close_anyway"))
    place.library.chmod(0o700)
    again = place.open()
    assert again.desk.workspace.path == path
    assert again.desk.widgets.body.document_value().text.startswith("Kept.")


def test_a_library_folder_that_is_gone_does_not_keep_the_app_from_starting(place) -> None:
    """A folder deleted while the app runs loses nothing that was typed."""
    place.put("one.html", WORDS)
    seller = place.open()
    type_into(seller, "Still here. ")
    shutil.rmtree(place.library)
    seller.desk.shelf.follow_disk()
    seller.control(Qt.Key.Key_S)
    assert seller.desk.widgets.body.document_value().text.startswith("Still here.")
    assert "“one.html”" in seller.message()
    assert seller.desk.workspace.modified
