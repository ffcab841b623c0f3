"""Images: inserted, described, made wider and narrower, dropped and pasted."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QContextMenuEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit, QMenu, QPushButton, QSlider

from composer.document import Image
from composer.gui.editor.image_places import image_rect
from composer.gui.findings.card import FindingCard
from composer.gui.images.dialog import ImageDialog
from composer.gui.words.text import tr_

LEFT = Qt.MouseButton.LeftButton


def picture(path: Path, width: int = 800, height: int = 400) -> Path:
    """A picture's file, made at `path`."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#8fb0a0"))
    path.parent.mkdir(exist_ok=True)
    assert image.save(str(path))
    return path


def images(seller) -> list[Image]:
    """The images of the body."""
    runs = seller.desk.widgets.body.document_value().runs()
    return [inline for _, _, inline in runs if isinstance(inline, Image)]


def position(seller) -> int:
    """Where the only image of the body stands."""
    document = seller.desk.widgets.body.document_value()
    return next(start for start, _, inline in document.runs() if isinstance(inline, Image))


def answer(seller, words: str, *, narrower: int = 0) -> None:
    """Say what the picture shows, press Left on the width so often, and confirm."""
    dialog = seller.dialog(ImageDialog)
    if words:
        QTest.keyClicks(dialog.findChild(QLineEdit), words)
    else:
        dialog.findChild(QCheckBox).click()
    for _ in range(narrower):
        QTest.keyClick(dialog.findChild(QSlider), Qt.Key.Key_Left)
    seller.click_button(tr_("dialog.ok"), dialog)


ONE = '<p>One</p><p><img src="one.files/a.png" alt="A box"></p>'


def with_image(place, body: str = ONE) -> Any:
    """A seller with a message that shows a picture."""
    place.put("one.html", body)
    picture(place.library / "one.files" / "a.png")
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    return seller


def drop(seller, data: QMimeData) -> None:
    """Drop at the start of the body."""
    body = seller.desk.widgets.body
    cursor = body.textCursor()
    cursor.setPosition(0)
    point = QPointF(body.cursorRect(cursor).center())
    none = Qt.KeyboardModifier.NoModifier
    body.dropEvent(QDropEvent(point, Qt.DropAction.CopyAction, data, LEFT, none))


def files(*paths: Path) -> QMimeData:
    """Files as a file manager drags or copies them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return data


def test_an_image_is_inserted_with_words_and_width(place, seller, tmp_path) -> None:
    """The dialog asks what it shows and how wide it is; one undo takes the image away."""
    seller.write("Look")
    seller.answer_file_dialog(picture(tmp_path / "box.png"))
    seller.desk.actions.image.trigger()
    dialog = seller.dialog(ImageDialog)
    ok = next(b for b in dialog.findChildren(QPushButton) if b.text() == tr_("dialog.ok"))
    assert not ok.isEnabled()
    answer(seller, "A box", narrower=10)

    [image] = images(seller)
    assert (image.alt, image.width) == ("A box", "40%")
    assert (seller.desk.workspace.path.parent / image.src).is_file()
    seller.activate()
    assert seller.desk.widgets.body.hasFocus()
    seller.control(Qt.Key.Key_Z)
    assert not images(seller)
    assert seller.desk.widgets.body.document_value().text == "Look"


def test_a_picture_that_decorates_has_an_empty_text(seller, tmp_path) -> None:
    """The tick says that there is nothing to say."""
    seller.answer_file_dialog(picture(tmp_path / "line.png", 120, 4))
    seller.desk.actions.image.trigger()
    answer(seller, "")

    [image] = images(seller)
    assert (image.alt, image.width) == ("", "20%")


def test_the_handle_makes_an_image_wider_up_to_the_limit(place, qtbot) -> None:
    """A click frames it; dragging says the width, stops at 80%, and is one undo step."""
    seller = with_image(place, '<p><img src="one.files/a.png" alt="A box" width="50%"></p>')
    body, handle = seller.desk.widgets.body, seller.desk.picturing.handle
    assert not handle.grip.isVisible()
    seller.click(body.viewport(), image_rect(body, 0).center())
    qtbot.waitUntil(handle.grip.isVisible)
    assert body.selection() == (0, 1)

    QTest.mousePress(handle.grip, LEFT, pos=QPoint(7, 7))
    QTest.mouseMove(handle.grip, QPoint(67, 30))
    assert handle.told == tr_("image.width_now", share=0.6)
    assert images(seller)[0].width == "50%"
    QTest.mouseMove(handle.grip, QPoint(900, 30))
    assert handle.told == tr_("image.width_most", share=0.8)
    QTest.mouseRelease(handle.grip, LEFT, pos=QPoint(7, 7))

    assert images(seller)[0].width == "80%"
    assert body.selection() == (0, 1)
    assert "wide-image" not in seller.rules()
    seller.control(Qt.Key.Key_Z)
    assert images(seller)[0].width == "50%"
    assert not body.undo_log.can_undo


def test_escape_leaves_the_width_as_it_was(place, qtbot) -> None:
    """A drag can be thought better of."""
    seller = with_image(place)
    body, handle = seller.desk.widgets.body, seller.desk.picturing.handle
    body.select(4, 5)
    qtbot.waitUntil(handle.grip.isVisible)
    QTest.mousePress(handle.grip, LEFT, pos=QPoint(7, 7))
    QTest.mouseMove(handle.grip, QPoint(-100, 0))
    assert handle.told
    QTest.keyClick(body, Qt.Key.Key_Escape)
    QTest.mouseRelease(handle.grip, LEFT, pos=QPoint(7, 7))

    assert not handle.told
    assert images(seller)[0].width is None
    assert not body.undo_log.can_undo


def test_the_frame_goes_with_the_selection(place, qtbot) -> None:
    """Where the caret goes elsewhere, or the image goes, nothing is framed."""
    seller = with_image(place)
    body, handle = seller.desk.widgets.body, seller.desk.picturing.handle
    body.select(4, 5)
    qtbot.waitUntil(handle.grip.isVisible)
    seller.press(Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: not handle.grip.isVisible())
    body.select(4, 5)
    qtbot.waitUntil(handle.grip.isVisible)
    seller.press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: not handle.grip.isVisible())
    assert not images(seller)


@pytest.mark.parametrize("selection", [(4, 5), (0, 5)], ids=["alone", "with words"])
def test_a_selected_image_keeps_its_colours(place, qtbot, selection: tuple[int, int]) -> None:
    """No veil lies over it: a frame in the accent's colour says that it is selected."""
    seller = with_image(place)
    body = seller.desk.widgets.body
    rect = image_rect(body, 4)
    seller.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    for _ in range(selection[0]):
        seller.press(Qt.Key.Key_Right)
    for _ in range(selection[1] - selection[0]):
        seller.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert body.selection() == selection

    shown = body.viewport().grab(rect).toImage()
    ratio = shown.devicePixelRatio()
    within = [QPoint(20, 20), rect.center() - rect.topLeft()]
    assert {shown.pixelColor(point * ratio).name() for point in within} == {"#8fb0a0"}
    edge = QPoint(1, rect.height() // 2) * ratio
    assert shown.pixelColor(edge).name() == seller.desk.widgets.body.colours.link


def test_in_text_from_the_right_the_handle_is_on_the_left(place, qtbot) -> None:
    """An image grows in the direction of its text."""
    body = '<p dir="rtl"><img src="one.files/a.png" alt="A box" width="50%"></p>'
    seller = with_image(place, body)
    editor, handle = seller.desk.widgets.body, seller.desk.picturing.handle
    editor.select(0, 1)
    qtbot.waitUntil(handle.grip.isVisible)
    assert handle.grip.geometry().center().x() < image_rect(editor, 0).center().x()
    QTest.mousePress(handle.grip, LEFT, pos=QPoint(7, 7))
    QTest.mouseMove(handle.grip, QPoint(-53, 7))
    QTest.mouseRelease(handle.grip, LEFT, pos=QPoint(7, 7))

    assert images(seller)[0].width == "60%"


def test_an_image_is_changed_by_keyboard(place) -> None:
    """Shift+Right selects it, Return opens the dialog, one undo takes both answers back."""
    seller = with_image(place)
    body = seller.desk.widgets.body
    body.select(4)
    seller.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    seller.press(Qt.Key.Key_Return)
    answer(seller, ", open", narrower=5)

    assert (images(seller)[0].alt, images(seller)[0].width) == ("A box, open", "75%")
    seller.activate()
    assert body.hasFocus()
    seller.control(Qt.Key.Key_Z)
    assert (images(seller)[0].alt, images(seller)[0].width) == ("A box", None)


def test_a_double_click_asks_about_an_image(place) -> None:
    """Words alone can be changed: the width stays what it was."""
    seller = with_image(place)
    body = seller.desk.widgets.body
    QTest.mouseDClick(body.viewport(), LEFT, pos=image_rect(body, 4).center())
    answer(seller, "!")

    assert (images(seller)[0].alt, images(seller)[0].width) == ("A box!", None)


def test_a_dropped_picture_is_kept_and_asked_about(place, seller, qtbot, tmp_path) -> None:
    """A file from the file manager stands beside the template; a quiet bar asks what it shows."""
    drop(seller, files(picture(tmp_path / "tea pot.png")))
    [image] = images(seller)
    assert (image.alt, image.width) == (None, "50%")
    assert (seller.desk.workspace.path.parent / image.src).is_file()
    assert seller.message() == tr_("image.added", count=1)
    assert "missing-alternative-text" in seller.rules()

    seller.click_button(tr_("image.describe"), seller.desk.widgets.bar)
    answer(seller, "A tea pot")
    assert images(seller)[0].alt == "A tea pot"
    assert "missing-alternative-text" not in seller.rules()
    seller.control(Qt.Key.Key_Z)
    assert images(seller)[0].alt is None
    seller.control(Qt.Key.Key_Z)
    assert not images(seller)


def test_several_pictures_are_described_one_after_the_other(seller, tmp_path) -> None:
    """Dropped together they are one undo step, and asked about in order."""
    paths = [picture(tmp_path / f"{name}.png", size) for name, size in (("a", 300), ("b", 310))]
    drop(seller, files(*paths))
    assert seller.message() == tr_("image.added", count=2)
    seller.click_button(tr_("image.describe"), seller.desk.widgets.bar)
    answer(seller, "First")
    answer(seller, "Second")

    assert [image.alt for image in images(seller)] == ["First", "Second"]


def test_a_copied_picture_is_pasted(seller) -> None:
    """The clipboard's bits become a file; the bar can say at once that it only decorates."""
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    data = QMimeData()
    data.setImageData(image)
    QApplication.clipboard().setMimeData(data)
    seller.control(Qt.Key.Key_V)
    assert images(seller)[0].width == "10%"
    seller.click_button(tr_("image.only_decoration"), seller.desk.widgets.bar)

    assert images(seller)[0].alt == ""


def test_a_picture_copied_in_a_browser_is_the_picture(seller) -> None:
    """Browsers put its address beside it; what is pasted is a file, with the words it had."""
    data = QMimeData()
    data.setImageData(QImage(600, 60, QImage.Format.Format_RGB32))
    data.setHtml('<meta charset="utf-8"><img src="https://shop.example/a.png" alt="A lamp">')
    QApplication.clipboard().setMimeData(data)
    seller.control(Qt.Key.Key_V)

    [image] = images(seller)
    assert image.src.endswith(".files/image.png")
    assert image.alt == "A lamp"
    assert not seller.message()


def test_a_finding_without_words_offers_to_ask(place) -> None:
    """The card's fix asks what the image shows."""
    seller = with_image(place, '<p>Hello</p><p><img src="one.files/a.png" width="50%"></p>')
    seller.checked()
    number = next(n for n, row in enumerate(seller.cards()) if tr_("image.describe") in row.fixes)
    key = seller.cards()[number].key
    seller.desk.widgets.body.select(0)
    seller.write("More ")  # the check has not seen this yet
    seller.desk.judging.fix(key, 1)
    answer(seller, "A box")

    assert images(seller)[0].alt == "A box"


def test_an_image_is_described_in_the_source(place) -> None:
    """The same fix works in the HTML view, in one undo step."""
    seller = with_image(place, '<p>Hello</p><p><img src="one.files/a.png" width="50%"></p>')
    seller.control(Qt.Key.Key_H, shift=True)
    seller.checked()
    source = seller.desk.widgets.editors.source
    before = source.toPlainText()
    row = next(row for row in seller.cards() if tr_("image.describe") in row.fixes)
    seller.desk.judging.fix(row.key, row.fixes.index(tr_("image.describe")))
    answer(seller, "A box")

    assert 'alt="A box"' in source.toPlainText()
    seller.control(Qt.Key.Key_Z)
    assert source.toPlainText() == before


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("photo.heic", b"\0\0\0\x18ftypheic", "is no image that email programs show"),
        (
            "drawing.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            "is no image that email programs show",
        ),
        ("words.png", b"no picture at all", "is no image that email programs show"),
        ("gone.png", None, "could not be read"),
        ("huge.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 20_000_000, "is too large for a message"),
    ],
)
def test_files_that_cannot_be_used_are_named(seller, tmp_path, name, content, told) -> None:
    """One clear sentence, whichever way the file comes, and nothing changes."""
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    body = seller.desk.widgets.body
    assert body.canInsertFromMimeData(files(path))
    drop(seller, files(path))
    assert seller.message().startswith(f"“{name}” {told}.")
    assert not images(seller)
    seller.desk.widgets.bar.clear()

    if content is not None:
        seller.answer_file_dialog(path)
        seller.desk.actions.image.trigger()
        assert seller.message().startswith(f"“{name}” {told}.")
    assert not body.undo_log.can_undo


def test_a_picture_over_five_megabytes_is_refused_by_name(seller, tmp_path) -> None:
    """What an email should not carry is not kept, and the sentence stays until it is closed."""
    path = picture(tmp_path / "big.bmp", 2000, 1000)
    drop(seller, files(path))

    assert "big.bmp" in seller.message()
    assert "5 MB" in seller.message()
    assert not images(seller)


def test_the_menu_of_an_image_has_its_width_and_description(place) -> None:
    """The right button chooses the image under it, and the entry asks about that one."""
    seller = with_image(place, '<p>Hello</p><p><img src="one.files/a.png" width="50%"></p>')
    body = seller.desk.widgets.body
    body.select(0)
    point = image_rect(body, body.document_value().text.index("\ufffc")).center()
    at = body.viewport().mapToGlobal(point)
    QApplication.sendEvent(
        body.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, point, at)
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert body.selection() == (6, 7)
    entry = next(it for it in menu.actions() if it.text() == tr_("image.open"))
    menu.setActiveAction(entry)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    answer(seller, "A box")

    assert images(seller)[0].alt == "A box"


def test_the_card_leaves_the_image_in_sight(place) -> None:
    """It stands under or over the one clicked."""
    seller = with_image(place, '<p>Hello</p><p><img src="one.files/a.png" width="50%"></p>')
    seller.checked()
    body = seller.desk.widgets.body
    rect = image_rect(body, body.document_value().text.index("\ufffc"))

    QTest.mouseClick(
        body.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, rect.center()
    )

    card = seller.desk.window.findChild(FindingCard)
    assert card is not None
    assert card.isVisible()
    shown = rect.translated(body.viewport().mapToGlobal(QPoint()))
    assert not card.visible_rect().intersects(shown)
