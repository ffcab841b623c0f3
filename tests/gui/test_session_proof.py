"""A proof saved as a PDF from the window, while the seller writes on."""

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from composer.gui.findings.reason_dialog import ReasonDialog
from composer.gui.preview import chromium_flags
from composer.gui.words.text import day_text, tr_
from composer.library.approval import content_hash

LATE = "<p>Hello {{buyer_name}},</p><p>Order {{order_id}} is late, and we are sorry about it.</p>"


def words_of(path: Path) -> str:
    """All text of a PDF, on one line."""
    document = QPdfDocument()
    assert document.load(str(path)) is QPdfDocument.Error.None_
    pages = (document.getAllText(number).text() for number in range(document.pageCount()))
    return " ".join(" ".join(pages).split())


def saved(seller, qtbot, path: Path) -> str:
    """Save a proof by the menu's command, and return its words."""
    seller.answer_file_dialog(path)
    seller.desk.actions.save_proof.trigger()
    told = tr_("proof.saved", name=path.name, folder=str(path.parent))
    qtbot.waitUntil(lambda: seller.message() == told, timeout=20_000)
    return words_of(path)


@pytest.fixture
def late(place) -> Any:
    """A seller with an email about a late order on screen."""
    place.put("late.html", LATE, channel="email")
    return place.open()


def test_a_proof_says_what_is_known_of_the_template(late, qtbot, tmp_path) -> None:
    """Both widths, the content's hash, and that nothing is open; no approval is needed."""
    words = saved(late, qtbot, tmp_path / "late.pdf")
    template = late.desk.workspace.template
    assert "Proof: late" in words
    assert words.count("Order 112-3456789-0123456 is late, and we are sorry about it.") == 2
    assert "Desktop, 600 px" in words
    assert "Phone, 375 px" in words
    assert "No findings under the guidelines of 6 November 2020" in words
    assert "Not approved as it is" in words
    assert content_hash(template) in words
    assert "Page 1 of 1" in words
    assert not late.desk.workspace.modified


def test_open_findings_are_listed_and_an_approval_is_told(late, qtbot, tmp_path) -> None:
    """What is unsaved on screen is proved, with what is found in it."""
    late.approve()
    assert "Approved by the seller on" in saved(late, qtbot, tmp_path / "approved.pdf")

    body = late.desk.widgets.body
    body.setFocus()
    late.control(Qt.Key.Key_End)
    late.write(" See http://www.amazon.com")
    late.checked()
    words = saved(late, qtbot, tmp_path / "open.pdf")
    assert "Link is not secure: http://www.amazon.com" in words
    assert "Must fix" in words
    assert "C-LINK (6 November 2020)" in words
    assert "Not approved as it is" in words


def test_what_is_set_aside_is_told_with_its_reason_and_date(reviewed, qtbot, tmp_path) -> None:
    """The decision made a moment ago is in the proof."""
    reviewed.press(Qt.Key.Key_F8)
    reviewed.control(Qt.Key.Key_Period)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    while menu.activeAction().text() != tr_("set_aside.offer"):
        reviewed.press(Qt.Key.Key_Down)
    reviewed.press(Qt.Key.Key_Return)
    reviewed.dialog(ReasonDialog)
    reviewed.write("That is what they are called", QApplication.focusWidget())
    reviewed.press(Qt.Key.Key_Return)
    reviewed.checked()

    words = saved(reviewed, qtbot, tmp_path / "aside.pdf")
    (entry,) = reviewed.desk.workspace.template.set_aside
    day = day_text(datetime.fromisoformat(entry.date))
    assert f"Set aside on {day}" in words
    assert "because: That is what they are called" in words
    assert "To check" in words


def test_a_file_is_replaced_only_after_asking(late, qtbot, tmp_path) -> None:
    """No leaves the file as it is, and makes no proof."""
    path = tmp_path / "kept.pdf"
    path.write_bytes(b"mine")
    asked: list[str] = []
    timer = QTimer(late.desk.window, interval=20)

    def refuse() -> None:
        question = QApplication.activeModalWidget()
        if isinstance(question, QMessageBox):
            asked.append(question.text())
            question.button(QMessageBox.StandardButton.No).click()
        elif asked and isinstance(question, QFileDialog):
            timer.stop()
            question.reject()

    timer.timeout.connect(refuse)
    timer.start()
    late.answer_file_dialog(path)
    late.desk.actions.save_proof.trigger()
    qtbot.waitUntil(lambda: not timer.isActive())
    assert len(asked) == 1
    assert path.read_bytes() == b"mine"
    assert late.message() == ""


def test_a_folder_that_cannot_be_written_is_told(late, qtbot, tmp_path) -> None:
    """The bar says so, and the next proof is made."""
    late.desk.proofing.save(tmp_path / "gone" / "late.pdf")
    qtbot.waitUntil(lambda: "late.pdf" in late.message(), timeout=20_000)
    assert not (tmp_path / "gone").exists()
    assert "Proof: late" in saved(late, qtbot, tmp_path / "late.pdf")


def test_without_an_engine_the_bar_says_why(late, qtbot, tmp_path, monkeypatch) -> None:
    """In one sentence; everything else works, and so does a proof once there is one."""
    printing = "composer.gui.proof.printing"
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, printing, None)
        late.desk.proofing.save(tmp_path / "late.pdf")
        told = tr_("proof.failed", reason=tr_("proof.no_engine"))
        qtbot.waitUntil(lambda: late.message() == told, timeout=20_000)
    with monkeypatch.context() as patch:
        patch.setattr(chromium_flags, "would_end_the_app", lambda: True)
        late.desk.proofing.save(tmp_path / "late.pdf")
        told = tr_("proof.failed", reason=tr_("preview.engine.root"))
        qtbot.waitUntil(lambda: late.message() == told, timeout=20_000)
    assert not (tmp_path / "late.pdf").exists()
    assert "Proof: late" in saved(late, qtbot, tmp_path / "late.pdf")
