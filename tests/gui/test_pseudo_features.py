"""What opens, is said or is counted while writing is in the marked language as well."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from composer.gui.images.dialog import ImageDialog
from composer.gui.widgets.popup_delegate import POPUP_ROLE
from composer.gui.words.text import tr_
from devtools.looking_over import NAME, is_english, look_over, look_over_menu
from devtools.pseudo import speaking_pseudo

SMALL, LARGE = (1024, 700), (1440, 900)
LEFT = Qt.MouseButton.LeftButton
FOUR_SIZES = (
    '<h2>Your order</h2><p>Hello order {{order_id}} <span style="font-size:18.5px">Look</span> '
    '<small>stars please</small></p><p style="font-size:12px">at this</p>'
)
PICTURE = f'<p>Hello</p><p><img src="{NAME}.files/a.png" width="50%"></p>'


@pytest.fixture(autouse=True)
def _speaking(qapp: QApplication) -> Iterator[None]:
    yield from speaking_pseudo(qapp)


def opened(place, body: str, **metas: str) -> object:
    """A seller at the body of a template."""
    place.put(f"{NAME}.html", body, **metas)
    seller = place.open()
    seller.desk.window.resize(*SMALL)
    seller.desk.widgets.body.setFocus()
    seller.checked()
    return seller


def picture(path: Path, width: int = 800, height: int = 400) -> Path:
    """A picture's file, made at `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0)
    assert image.save(str(path))
    return path


def drop(seller, *paths: Path) -> None:
    """Drop files at the start of the body."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    body = seller.desk.widgets.body
    action, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    body.dropEvent(QDropEvent(QPointF(10, 10), action, data, LEFT, none))


def open_menu() -> QMenu:
    """The menu that is open."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_the_image_dialog(place, tmp_path) -> None:
    """For a picture that comes in, and for one that is there."""
    seller = opened(place, "<p>Hello</p>")
    seller.answer_file_dialog(picture(tmp_path / "zebra.png"))
    seller.desk.actions.image.trigger()
    dialog = seller.dialog(ImageDialog)
    look_over(dialog)
    dialog.accept()

    seller.desk.widgets.body.select(0, 1)
    seller.press(Qt.Key.Key_Return)
    look_over(seller.dialog(ImageDialog))
    seller.dialog(ImageDialog).reject()


def test_the_handle_of_an_image(place, qtbot) -> None:
    """What it says while it is dragged, and of itself."""
    picture(place.library / f"{NAME}.files" / "a.png")
    seller = opened(place, PICTURE)
    handle = seller.desk.picturing.handle
    seller.desk.widgets.body.select(len("Hello") + 1, len("Hello") + 2)
    qtbot.waitUntil(handle.grip.isVisible)
    look_over(seller.desk.widgets.body)
    middle = handle.grip.rect().center()
    QTest.mousePress(handle.grip, LEFT, pos=middle)
    for by in (20, 600):
        QTest.mouseMove(handle.grip, middle + QPoint(by, 0))
        assert handle.told
        assert not is_english(handle.told)
    QTest.mouseRelease(handle.grip, LEFT, pos=middle)


def test_what_is_said_of_pictures_that_come_in(place, tmp_path) -> None:
    """The bar asks what they show, and says which cannot be used."""
    seller = opened(place, "<p>Hello</p>")
    unusable, damaged = tmp_path / "zebra.svg", tmp_path / "zebra.png"
    unusable.write_bytes(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
    damaged.write_bytes(b"\x89PNG\r\n\x1a\n")
    large = picture(tmp_path / "zebra.bmp", 2000, 1000)
    for path in (unusable, damaged, tmp_path / "zebra.gif", large):
        drop(seller, path)
        assert path.name in seller.message()
        look_over(seller.desk.widgets.bar)
        seller.desk.widgets.bar.clear()
    drop(seller, picture(tmp_path / "zebra-1.png"), picture(tmp_path / "zebra-2.png", 300))
    assert seller.message() == tr_("image.added", count=2)
    look_over(seller.desk.window)


def test_more_sizes_than_permitted(place, qtbot) -> None:
    """The toolbar with its warning, at both sizes, and the menu that lists them."""
    seller = opened(place, FOUR_SIZES)
    desk = seller.desk
    told = tr_("sizes.tip_over", limit=3)
    qtbot.waitUntil(lambda: desk.widgets.toolbar.sizes.toolTip() == told, timeout=3000)
    for size in (SMALL, LARGE):
        desk.window.resize(*size)
        look_over(desk.window)

    desk.actions.sizes.trigger()
    menu = open_menu()
    assert len(menu.actions()) > 5
    look_over_menu(menu)
    menu.close()


def test_what_the_list_of_placeholders_offers(place) -> None:
    """Titles and meanings; examples stay as they are."""
    seller = opened(place, "<p>Hello</p>")
    seller.control(Qt.Key.Key_Space)
    shown = seller.popup()
    items = [shown.item(row).data(POPUP_ROLE) for row in range(shown.count())]
    assert len(items) > 10
    assert not is_english(shown.accessibleName())
    assert [each.label for each in items if is_english(each.label)] == []
    assert [each.sentence for each in items if is_english(each.sentence)] == []


def test_the_tooltip_of_a_chip(place) -> None:
    """What it stands for; the example stays as it is."""
    seller = opened(place, "<p>{{order_id}}</p>")
    viewport = seller.desk.widgets.body.viewport()
    cursor = seller.desk.widgets.body.textCursor()
    cursor.setPosition(0)
    point = seller.desk.widgets.body.cursorRect(cursor).center() + QPoint(12, 0)
    event = QHelpEvent(QEvent.Type.ToolTip, point, viewport.mapToGlobal(point))
    QApplication.sendEvent(viewport, event)
    title, meaning, _example = QToolTip.text().split("\n")
    assert title
    assert [text for text in (title, meaning) if is_english(text)] == []
    QToolTip.hideText()


def test_the_counts_of_the_status_line(place, qtbot) -> None:
    """With a limit, beyond it, and of what is selected."""
    over = {"words": tr_("status.words", count=1), "limit": 2000}
    for letters, key in ((1999, "status.length_of"), (2003, "status.length_over")):
        seller = opened(place, f"<p>{'x' * letters}</p>", channel="api")
        status = seller.desk.widgets.status
        told = tr_(key, characters=letters, over=letters - 2000, **over)
        qtbot.waitUntil(lambda it=status, said=told: it.length == said, timeout=3000)
        look_over(status)

    seller.desk.widgets.body.select(0, 5)
    qtbot.waitUntil(lambda: "5" in status.length and "2" not in status.length, timeout=3000)
    look_over(status)


def test_the_bar_at_the_closed_gate(place) -> None:
    """With findings open, and of a draft that only has to be approved."""
    seller = opened(place, "<p>Hello order {{order_id}} 😊</p>")
    desk = seller.desk
    for action in (desk.actions.copy_seller_central, desk.actions.approve):
        desk.widgets.bar.clear()
        action.trigger()
        assert seller.message()
        look_over(desk.window)

    desk.widgets.body.select(0, 100)
    seller.write("Hello")
    desk.widgets.body.insert_placeholder("order_id")
    desk.widgets.bar.clear()
    assert not seller.checked()
    desk.actions.copy_seller_central.trigger()
    assert seller.message()
    look_over(desk.window)


def test_what_is_said_to_screen_readers(place, qtbot) -> None:
    """Findings, chips that are met, come and go, counts, and what the list reaches."""
    seller = opened(place, "<p>Hello order {{order_id}} 😊</p>")
    told: list[str] = []
    seller.desk.announcer.announced.connect(told.append)
    seller.press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: len(told) >= 1)
    seller.press(Qt.Key.Key_Home)
    seller.desk.widgets.body.insert_placeholder("today")
    chip = tr_("spoken.placeholder", name=tr_("policy.placeholder.today.title"))
    qtbot.waitUntil(lambda: tr_("spoken.inserted", chip=chip) in told)
    seller.press(Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: tr_("spoken.removed", chip=chip) in told)
    seller.checked()
    assert [each for each in told if is_english(each)] == []
