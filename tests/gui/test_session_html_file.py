"""A seller saves an HTML file whose pictures stand in a folder beside it."""

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from composer.gui.export.dialog import ExportDialog
from composer.gui.words.text import tr_

WORDS = (
    '<p>Order {{order_id}} is late.<img src="old.files/a.png" alt="The new route" width="50%"></p>'
)


def pictured(place) -> Any:
    """A seller with an approved email "New name" in `old.html`, with a picture."""
    path = place.put("old.html", WORDS, channel="email")
    path.write_text(path.read_text("utf-8").replace('content="old"', 'content="New name"'), "utf-8")
    (place.library / "permitted.toml").write_text('pictures = ["old.files/a.png"]\n', "utf-8")
    (place.library / "old.files").mkdir()
    image = QImage(800, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    assert image.save(str(place.library / "old.files" / "a.png"))
    seller = place.open()
    seller.approve()
    return seller


def said(dialog: ExportDialog) -> str:
    """The sentences that the dialog shows."""
    return "\n".join(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())


def test_the_folder_has_the_name_of_the_file_and_is_named(
    place, qtbot: QtBot, tmp_path: Path
) -> None:
    """Before saving in the dialog, afterwards in the bar; the page shows what is in it."""
    seller = pictured(place)
    seller.control(Qt.Key.Key_E)
    dialog: ExportDialog = seller.dialog(ExportDialog)
    dialog.choose("html")
    qtbot.waitUntil(lambda: "the folder “new-name.files” with 1 image" in said(dialog))

    folder = tmp_path / "out"
    folder.mkdir()
    seller.answer_file_dialog(folder / "For UK & Ä.html")
    seller.click_button(tr_("export.save"), dialog)

    assert sorted(it.name for it in folder.iterdir()) == ["For UK & Ä.files", "For UK & Ä.html"]
    written = (folder / "For UK & Ä.html").read_text("utf-8")
    assert re.findall('src="(.*?)"', written) == ["For%20UK%20%26%20%C3%84.files/a.png"]
    original = (place.library / "old.files" / "a.png").read_bytes()
    assert (folder / "For UK & Ä.files" / "a.png").read_bytes() == original
    assert seller.message() == (
        "Exported to “For UK & Ä.html” and the folder “For UK & Ä.files” with 1 image, "
        f"in {folder}. Its placeholder stays, for the program that sends it."
    )


def test_a_copy_names_the_picture_where_it_is(place, qtbot: QtBot) -> None:
    """Nothing is saved then: it lies beside the template, in the folder named after that."""
    seller = pictured(place)
    seller.control(Qt.Key.Key_E)
    dialog: ExportDialog = seller.dialog(ExportDialog)
    dialog.choose("both")
    words = "a.png, from the folder “old.files” beside the template"
    qtbot.waitUntil(lambda: words in said(dialog))
