"""Dialogs for files open where the seller's files are, and then where the last one was."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from composer.gui.images.dialog import ImageDialog


class Asked:
    """Notes where file dialogs open, and answers or closes them."""

    def __init__(self) -> None:
        self.folder = Path()
        self.answer: Path | None = None
        self._timer = QTimer(interval=20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def stop(self) -> None:
        """Look for dialogs no more."""
        self._timer.stop()

    def _look(self) -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            return
        self.folder = Path(dialog.directory().absolutePath())
        field = dialog.findChild(QLineEdit)
        assert field is not None
        if self.answer is None:
            dialog.reject()
        else:
            field.setText(str(self.answer))
            QTest.keyClick(field, Qt.Key.Key_Return)


@pytest.fixture
def asked(qapp: QApplication) -> Iterator[Asked]:
    """Watches file dialogs."""
    watcher = Asked()
    yield watcher
    watcher.stop()


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A seller's home with folders for pictures and documents, and one for a job."""
    folders = {name: tmp_path / "home" / name for name in ("Pictures", "Documents", "job")}
    for folder in folders.values():
        folder.mkdir(parents=True)
    monkeypatch.setattr(
        "composer.gui.images.picturing.user_pictures_path", lambda: folders["Pictures"]
    )
    monkeypatch.setattr(
        "composer.gui.desk.commands.user_documents_path", lambda: folders["Documents"]
    )
    return tmp_path / "home"


def seller_of(place) -> Any:
    """A seller with one template."""
    if not place.library.exists():
        place.put("one.html", "<p>Order {{order_id}}</p>", channel="email")
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    return seller


def test_pictures_are_looked_for_where_they_are(place, asked: Asked, home: Path) -> None:
    """At first among the pictures, then where the last was, also after the app was closed."""
    image = QImage(300, 200, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.blue)
    assert image.save(str(home / "job" / "logo.png"))
    seller = seller_of(place)
    seller.desk.actions.image.trigger()
    assert asked.folder == home / "Pictures"

    asked.answer = home / "job" / "logo.png"
    seller.desk.actions.image.trigger()
    QTest.keyClick(seller.dialog(ImageDialog), Qt.Key.Key_Escape)
    asked.answer = None
    seller.desk.actions.image.trigger()
    assert asked.folder == home / "job"

    seller.close()
    again = seller_of(place)
    again.desk.actions.image.trigger()
    assert asked.folder == home / "job"


def test_messages_are_looked_for_in_the_documents_first(
    place, qtbot, asked: Asked, home: Path
) -> None:
    """A folder that is gone since is not looked into."""
    (home / "job" / "old.txt").write_text("Hello", "utf-8")
    seller = seller_of(place)
    seller.desk.actions.open.trigger()
    assert asked.folder == home / "Documents"

    asked.answer = home / "job" / "old.txt"
    with qtbot.waitSignal(seller.desk.shelf.imported):
        seller.desk.actions.open.trigger()
    asked.answer = None
    seller.desk.actions.open.trigger()
    assert asked.folder == home / "job"

    (home / "job" / "old.txt").unlink()
    (home / "job").rmdir()
    seller.desk.actions.open.trigger()
    assert asked.folder == home / "Documents"


def test_copies_and_libraries_begin_where_they_belong(place, asked: Asked, home: Path) -> None:
    """A copy among the documents, another library beside the one that is open."""
    seller = seller_of(place)
    seller.desk.actions.save_as.trigger()
    assert asked.folder == home / "Documents"
    seller.desk.actions.open_library.trigger()
    assert asked.folder == place.library
