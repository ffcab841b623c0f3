"""Going from pane to pane by key, and what is left when parts of the window go."""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QTabBar
from shiboken6 import Shiboken

from composer.gui.preview.arrangement import arrange
from composer.gui.preview.message import Mode, Widths
from composer.gui.widgets.choice import Choice

KEYS = Qt.Key

OFFENCES = (
    "<p>Order {{order_id}}: look at <a href='http://www.amazon.com/a'>this page</a>, "
    "<a href='http://www.amazon.com/b'>that page</a> and \N{GRINNING FACE} write.</p>"
)
FIX_AND_GO_ROUND = (
    *(KEYS.Key_F8, KEYS.Key_Escape, KEYS.Key_F6, KEYS.Key_Down),
    *(KEYS.Key_Return, KEYS.Key_Return),
    *(KEYS.Key_F6, KEYS.Key_F6, KEYS.Key_F6),
)


def test_fixing_by_key_and_writing_on(place) -> None:
    """A look at a finding, a fix from the list, more words: as often as one likes."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    body = seller.desk.widgets.body
    texts = (body.document(), seller.desk.widgets.subject.document())
    body.setFocus()
    seller.checked()
    for word in ("One", "Two", "Three"):
        QTest.keyClicks(body, " Call 030 12345678, see http://www.example.org")
        seller.checked()
        for key in FIX_AND_GO_ROUND:
            QTest.keyClick(QApplication.focusWidget(), key)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert all(map(Shiboken.isValid, texts))
        seller.checked()
        body.setFocus()
        seller.control(KEYS.Key_End)
        QTest.keyClicks(body, word)
        assert body.toPlainText().endswith(word)
        seller.checked()


def test_the_purpose_is_one_row_beside_a_readable_preview(place) -> None:
    """At the size the window starts with, where nothing else is remembered."""
    place.put("one.html", "<p>Order {{order_id}}</p>", reason="delivery-scheduling")
    place.preferences.store.setValue("window/show_preview", True)
    seller = place.open()
    seller.desk.window.resize(1440, 900)
    QApplication.processEvents()
    boxes = seller.desk.widgets.header.findChildren(Choice)
    assert len({box.mapTo(seller.desk.window, box.rect().topLeft()).y() for box in boxes}) == 1
    assert arrange(Mode.DESKTOP, seller.desk.widgets.preview.width(), Widths()).scale > 0.75


def test_the_header_stays_in_sight_beside_a_preview_in_a_tab(place) -> None:
    """At 1024 px name, state, Approve and Export are there in both tabs, whose words differ."""
    place.put("one.html", "<p>Order {{order_id}}</p>")
    place.preferences.store.setValue("window/show_preview", True)
    seller = place.open()
    window, widgets = seller.desk.window, seller.desk.widgets
    window.resize(1024, 700)
    QApplication.processEvents()
    tabs = window.findChild(QTabBar)
    assert [tabs.tabText(it) for it in range(tabs.count())] == ["Edit", "Preview"]
    for tab in (1, 0):
        seller.click(tabs, tabs.tabRect(tab).center())
        assert widgets.preview.isVisible() == (tab == 1)
        assert widgets.header.isVisible()
        assert widgets.header.mapTo(window, widgets.header.rect().bottomLeft()).y() < 200
        assert "Export" in [
            each.text() for each in widgets.header.findChildren(QPushButton) if each.isVisible()
        ]
    window.resize(1440, 900)
    QApplication.processEvents()
    edge = widgets.header.mapTo(window, widgets.header.rect().topRight()).x()
    assert edge < widgets.preview.mapTo(window, widgets.preview.rect().topLeft()).x()
