"""Templates moved to another reason in the library, by mouse and by keys."""

from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QMenu

from composer.gui.library.view import TemplatesView
from composer.gui.widgets.choice import Choice
from composer.gui.words.text import tr_
from composer.library.approval import is_approved

KEYS = Qt.Key
PROBLEM, INVOICE = "Order problem", "Invoice"
COPY = Qt.DropAction.CopyAction
LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def mover(place) -> Any:
    """A seller with two templates for one reason and one for another."""
    place.put("late.html", "<p>{{order_id}}</p>")
    place.put("lost.html", "<p>{{order_id}}</p>")
    place.put("bill.html", "<p>{{order_id}}</p>", reason="invoice")
    return place.open()


def view(seller) -> TemplatesView:
    """The list."""
    found: TemplatesView = seller.desk.widgets.sidebar.findChild(TemplatesView)
    return found


def where(seller, name: str) -> QModelIndex:
    """The heading or template called so."""
    model = view(seller).model()
    groups = [model.index(number, 0) for number in range(model.rowCount())]
    rows = [model.index(n, 0, top) for top in groups for n in range(model.rowCount(top))]
    return next(each for each in (*groups, *rows) if each.data() == name)


def listed(seller) -> list[tuple[str, str]]:
    """Name and heading of each template."""
    return [(row.name, row.group) for row in seller.templates()]


def drag(seller, name: str, onto: str) -> bool:
    """Drag a template onto a heading or a template; return whether it can be dropped there."""
    tree = view(seller)
    seller.click(tree.viewport(), tree.visualRect(where(seller, name)).center())
    data: QMimeData = tree.model().mimeData([where(seller, name)])
    at = tree.visualRect(where(seller, onto)).center()
    enter = QDragEnterEvent(QPoint(), COPY, data, LEFT, NO_KEY)
    QApplication.sendEvent(tree.viewport(), enter)
    over = QDragMoveEvent(at, COPY, data, LEFT, NO_KEY)
    QApplication.sendEvent(tree.viewport(), over)
    if not over.isAccepted():
        return False
    drop = QDropEvent(QPointF(at), COPY, data, LEFT, NO_KEY)
    QApplication.sendEvent(tree.viewport(), drop)
    assert drop.dropAction() == COPY  # with a move Qt would take the row away
    QApplication.processEvents()
    return drop.isAccepted()


def in_header(seller) -> str:
    """The reason in the header."""
    boxes = seller.desk.widgets.header.findChildren(Choice)
    return str(next(b for b in boxes if b.accessibleName() == tr_("header.reason")).currentText())


def reason(seller) -> str:
    """The reason of the template on screen."""
    return str(seller.desk.workspace.template.reason)


@pytest.mark.parametrize("onto", [INVOICE, "bill"])
def test_a_template_is_dragged_to_another_reason(mover, place, onto: str) -> None:
    """Onto its heading or a template under it; one step of Undo takes it back."""
    assert drag(mover, "lost", onto)
    assert listed(mover) == [("late", PROBLEM), ("bill", INVOICE), ("lost", INVOICE)]
    assert mover.desk.workspace.path == place.library / "lost.html"
    assert in_header(mover) == INVOICE

    mover.control(KEYS.Key_Z)
    assert reason(mover) == "order-problem"
    place.qtbot.waitUntil(lambda: ("lost", PROBLEM) in listed(mover))
    mover.control(KEYS.Key_Y)
    assert reason(mover) == "invoice"
    mover.control(KEYS.Key_S)
    assert 'content="invoice"' in (place.library / "lost.html").read_text("utf-8")


@pytest.mark.parametrize("onto", [PROBLEM, "late"])
def test_a_template_stays_under_its_own_reason(mover, onto: str) -> None:
    """There is nothing to drop it for."""
    assert not drag(mover, "lost", onto)
    assert not mover.desk.workspace.modified


def test_where_words_were_found_is_no_reason(mover) -> None:
    """The heading over templates that say what is looked for takes none."""
    mover.desk.widgets.sidebar.focus_search()
    for letter in "order":
        mover.press(getattr(KEYS, f"Key_{letter.upper()}"))
    assert {group for _, group in listed(mover)} == {PROBLEM, tr_("sidebar.in_text")}
    assert not drag(mover, "late", tr_("sidebar.in_text"))
    assert not drag(mover, "late", "bill")
    assert drag(mover, "bill", PROBLEM)


def test_an_approval_ends_with_the_reason_it_was_given_for(mover) -> None:
    """As after a change in the header."""
    mover.desk.shelf.open(str(mover.desk.workspace.library.folder / "lost.html"))
    mover.checked()
    mover.approve()
    assert is_approved(mover.desk.workspace.template)
    assert drag(mover, "lost", INVOICE)
    assert not is_approved(mover.desk.workspace.template)
    mover.checked()
    assert mover.button(tr_("header.approve")).isEnabled()


def test_the_reason_is_changed_by_keys(mover, place) -> None:
    """In the menu of the list; it is said where the template went."""
    heard: list[str] = []
    mover.desk.announcer.announced.connect(heard.append)
    mover.activate()
    view(mover).setFocus()
    mover.press(KEYS.Key_Home)
    mover.press(KEYS.Key_Down)
    assert mover.desk.workspace.path == place.library / "lost.html"
    at = view(mover).visualRect(view(mover).currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, view(mover).mapToGlobal(at))
    QApplication.sendEvent(view(mover).viewport(), event)
    mover.press(KEYS.Key_O)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [each.text() for each in menu.actions() if each.isChecked()] == [PROBLEM]
    while menu.activeAction() is None or menu.activeAction().text() != INVOICE:
        mover.press(KEYS.Key_Down)
    mover.press(KEYS.Key_Return)

    assert ("lost", INVOICE) in listed(mover)
    assert heard == [tr_("sidebar.moved", name="lost", reason=INVOICE)]
    assert mover.desk.widgets.sidebar.current_key() == str(place.library / "lost.html")
    assert QApplication.focusWidget() is view(mover)
    mover.control(KEYS.Key_Z)
    assert reason(mover) == "order-problem"
