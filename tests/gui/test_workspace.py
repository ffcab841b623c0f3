"""The open template: purpose, approval, autosave, and settings that cannot be read."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_

FINE = "<p>Order {{order_id}} will come a day late.</p>"


def test_typing_is_in_the_journal_within_a_second(seller, qtbot: QtBot) -> None:
    """A template without a file is journaled too, and the file is not touched before saving."""
    seller.write("Hello")
    qtbot.waitUntil(lambda: bool(seller.history().unsaved()), timeout=1000)
    assert "Hello" in seller.history().unsaved()[0].text
    assert list(seller.desk.workspace.library.folder.glob("*.html")) == []


def test_switching_templates_saves_the_one_before(place) -> None:
    """No question is asked, and the journal is empty afterwards."""
    one, two = place.put("one.html", FINE), place.put("two.html", FINE)
    seller = place.open()
    seller.desk.shelf.open(str(one))
    seller.desk.widgets.body.setFocus()
    seller.write("Newer. ")
    seller.desk.shelf.open(str(two))
    assert "Newer." in one.read_text("utf-8")
    seller.desk.shelf.open(str(one))
    assert seller.desk.widgets.body.document_value().text.startswith("Newer.")
    seller.close()
    assert seller.history().unsaved() == ()


def test_opening_and_closing_leaves_files_as_they_are(place) -> None:
    """A file that nobody edited keeps its bytes, however it is written."""
    path = place.put("one.html", FINE)
    before = path.read_bytes()
    seller = place.open()
    seller.close()
    assert path.read_bytes() == before


def test_another_purpose_takes_the_approval_and_is_checked(place) -> None:
    """A template approved for email is not approved for the contact form."""
    place.put("one.html", FINE)
    seller = place.open()
    seller.approve()
    assert seller.desk.heading.mark is Mark.APPROVED
    seller.choose(tr_("header.channel"), seller.desk.judging.policy.channels["api"].title)
    seller.checked()
    assert seller.desk.heading.mark is not Mark.APPROVED
    assert seller.desk.workspace.template.channel == "api"
    assert seller.desk.workspace.modified


def test_approving_waits_for_the_check(place) -> None:
    """Between a key and its check the button is off, and the tooltip says why."""
    place.put("one.html", FINE)
    seller = place.open()
    approve = seller.approve_button()
    assert approve.isEnabled()
    seller.desk.widgets.body.setFocus()
    seller.write("x")
    assert not approve.isEnabled()
    assert approve.toolTip() == tr_("app_state.why_not_checking")
    seller.checked()
    assert approve.isEnabled()


def test_the_name_is_edited_in_place(place) -> None:
    """Renaming from the menu puts the caret into the name; Return keeps it."""
    path = place.put("one.html", FINE)
    seller = place.open()
    seller.desk.actions.rename.trigger()
    seller.write("Parcel left", QApplication.focusWidget())
    seller.press(Qt.Key.Key_Return)
    seller.control(Qt.Key.Key_S)
    assert 'content="Parcel left"' in path.read_text("utf-8")


def test_settings_that_cannot_be_read_are_said(place) -> None:
    """A broken permitted.toml keeps neither the app from starting nor the check from running."""
    place.put("one.html", "<p>Order {{order_id}} 😊</p>")
    (place.library / "permitted.toml").write_text("words = 3", "utf-8")
    seller = place.open()
    assert seller.rules() == ["emoji"]
    assert "permitted.toml" in seller.message()


def test_another_library_comes_with_its_own_settings_and_templates(place, tmp_path) -> None:
    """What is open is saved first; then the first template of the other folder is open."""
    one = place.put("one.html", FINE)
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    seller.write("Newer. ")
    other = tmp_path / "Other"
    other.mkdir()
    (other / "two.html").write_text("<p>Two {{order_id}}</p>", "utf-8")
    seller.answer_file_dialog(other)
    seller.desk.actions.open_library.trigger()
    assert [row.name for row in seller.templates()] == ["two"]
    assert seller.desk.workspace.path == other / "two.html"
    assert "Newer." in one.read_text("utf-8")
    assert place.preferences.library == other


def test_an_unchanged_value_is_the_same_object(place) -> None:
    """Asking twice for a template that nobody edited costs nothing."""
    place.put("one.html", FINE)
    seller = place.open()
    workspace = seller.desk.workspace
    assert workspace.template is workspace.template
