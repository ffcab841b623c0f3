"""In a narrow window what has no room is left out or ends in dots, and typing moves nothing."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolTip, QWidget

from composer.gui.widgets.cut_label import CutLabel
from composer.gui.widgets.title_edit import TitleEdit
from composer.gui.words.text import tr_
from tests.gui.seller import Seller

NAME = "Phone number needed"
WORDS = "<p>Order {{order_id}} waits for your telephone number.</p>"


def narrow(place, width, name=NAME) -> Seller:
    """A seller with one template, in a window of this width with a preview behind a tab."""
    path = place.put(f"{name}.html", WORDS, reason="missing-information", channel="contact-form")
    path.write_text(path.read_text("utf-8").replace('lang="en"', 'lang="en-US"'), "utf-8")
    place.preferences.store.setValue("window/show_preview", True)
    seller = place.open()
    seller.desk.window.resize(width, 700)
    QApplication.processEvents()
    seller.desk.widgets.body.setFocus()
    return seller


def hover(widget: QWidget) -> str:
    """Rest the pointer on a widget and return what it tells."""
    at = widget.rect().center()
    QApplication.sendEvent(widget, QHelpEvent(QHelpEvent.Type.ToolTip, at, widget.mapToGlobal(at)))
    return QToolTip.text()


def title(seller) -> TitleEdit:
    """The name above the message."""
    found = seller.desk.window.findChild(TitleEdit)
    assert found is not None
    return found


@pytest.mark.parametrize("width", [760, 820, 1024])
def test_no_word_of_the_status_is_cut_within_a_letter(place, qtbot, width) -> None:
    """Each part is whole, ends in dots, or is left out; at 1024 all are there."""
    seller = narrow(place, width)
    seller.write("More. ")
    seller.checked()
    labels: list[QLabel] = seller.desk.widgets.status.findChildren(QLabel)
    qtbot.waitUntil(lambda: tr_("app_state.modified") in {it.text() for it in labels})
    QApplication.processEvents()
    parts = [part for part in labels if part.isVisible() and part.text()]
    for part in parts:
        whole = part.width() >= part.sizeHint().width()
        dotted = isinstance(part, CutLabel) and part.shown.endswith("…")
        assert whole or dotted or part.width() == 0, part.text()
    if width == 1024:
        assert all(part.width() for part in parts)


def test_the_name_has_room_before_the_state(place) -> None:
    """At 820 px a name of common length is whole; a longer one is told under the pointer."""
    seller = narrow(place, 820)
    seller.checked()
    seller.approve()
    seller.write("More. ")
    seller.checked()
    QApplication.processEvents()
    assert not title(seller).is_cut

    header = seller.desk.window.findChildren(CutLabel)
    state = next(it for it in header if it.property("pill"))
    assert state.shown != state.text()
    assert hover(state) == state.text()


def test_a_cut_name_is_told(place) -> None:
    """All of it is under the pointer."""
    name = "A name that is longer than any window of this width has room for"
    seller = narrow(place, 760, name)

    assert title(seller).is_cut
    assert hover(title(seller)) == name


def test_nothing_beside_the_message_moves_while_it_is_typed(place) -> None:
    """The state gets longer words by that: the list and the page stay where they are."""
    seller = narrow(place, 820)
    seller.checked()
    seller.approve()
    widgets, window = seller.desk.widgets, seller.desk.window

    def places() -> tuple[int, QPoint, int]:
        QApplication.processEvents()
        at = widgets.body.mapTo(window, QPoint(0, 0))
        return widgets.sidebar.width(), at, widgets.body.width()

    before = places()
    for letter in "We only use it for this delivery. Thank you!":
        seller.write(letter)
        assert places() == before
    seller.checked()
    assert places() == before
    assert tr_("app_state.changed") in {
        it.text() for it in window.findChildren(CutLabel) if it.property("pill")
    }
