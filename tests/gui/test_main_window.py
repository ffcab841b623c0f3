"""The window shows everything at every size, and remembers what it showed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QMenu,
    QTabBar,
    QTextEdit,
    QWidget,
)

from composer.gui.findings.model import FindingRow
from composer.gui.findings.panel import FindingsPanel
from composer.gui.library.model import TemplateRow
from composer.gui.library.sidebar import Sidebar
from composer.gui.theme.marks import Mark
from composer.gui.widgets.choice import ChoiceItem
from composer.gui.widgets.find_bar import FindBar
from composer.gui.widgets.message_bar import Message, MessageBar
from composer.gui.window.actions import build_actions
from composer.gui.window.frame import Panes
from composer.gui.window.header import Header, HeaderState, Purpose, PurposeChoices
from composer.gui.window.main_window import MainWindow
from composer.gui.window.status import Status, StatusLine
from composer.gui.window.toolbar import FormatToolBar
from composer.gui.words.text import tr_
from composer.lint.finding import Severity

EDITION = "6 November 2020, with changes to 25 April 2025"
NAME = "Out of stock, offer a refund or a replacement from the next delivery"


@pytest.fixture
def settings(tmp_path) -> QSettings:
    """Settings in a file of their own."""
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def panes(theme) -> Panes:
    """The real panes, with text fields for editor and preview."""
    finding = FindingRow("a", Severity.MUST_FIX, "Emoji", "None.", 2, "😊", ("Remove emoji",))
    sidebar, findings = Sidebar(theme), FindingsPanel(theme)
    sidebar.set_rows((TemplateRow("a", NAME, "Order problem", "en", Mark.MUST_FIX),))
    findings.set_edition(EDITION)
    findings.set_rows((finding,), fixable=("a",))
    message_bar = MessageBar(theme)
    message_bar.show_message(Message("paste", "Pasted without colours.", ("Keep them",)))
    status = StatusLine(theme)
    status.set_status(Status("Saved 10:42", "Language looks like English", EDITION))
    toolbar = FormatToolBar(build_actions(theme, theme), theme)
    menu = QMenu()
    header = Header(menu)
    menu.setParent(header, menu.windowFlags())
    words = ("Product review request", "Seller Central", "Amazon.com.tr", "English")
    header.set_choices(PurposeChoices(*((ChoiceItem("a", word),) for word in words)))
    header.set_purpose(Purpose("a", "a", "a", "a"))
    header.set_state(HeaderState(NAME, Mark.MUST_FIX, "12 must fix, 12 to check", "Fix first."))
    find_bar = FindBar(theme)
    find_bar.open("", replacing=True)
    writing, preview = QTextEdit(), QTextEdit()
    return Panes(
        sidebar,
        header,
        toolbar,
        message_bar,
        MessageBar(theme),
        find_bar,
        writing,
        findings,
        preview,
        status,
    )


@pytest.fixture
def make(qtbot, theme, panes, settings) -> Callable[..., MainWindow]:
    """Return a function that shows the window at a size."""

    def make(width: int = 1440, height: int = 900) -> MainWindow:
        window = MainWindow(panes, build_actions(theme, theme), settings)
        qtbot.addWidget(window, before_close_func=lambda closing: closing.allow_close())
        window.resize(width, height)
        window.show()
        qtbot.waitExposed(window)
        return window

    return make


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 700)])
def test_nothing_is_clipped(make, width, height) -> None:
    """Every button, choice and line of text has the room its words need, inside the window."""
    window = make(width, height)
    assert (window.width(), window.height()) == (width, height)
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(
            widget, QAbstractButton | QComboBox | QLabel | QTabBar
        ):
            continue
        if isinstance(widget, QLabel) and widget.buddy() and not widget.width():
            continue  # what the choice beside it says gives way to it
        words = getattr(widget, "text", str)() or widget.accessibleName()
        wraps = isinstance(widget, QLabel) and widget.wordWrap()
        needed = 0 if wraps else widget.sizeHint().width()
        assert widget.width() >= needed, words
        assert widget.height() >= widget.minimumSizeHint().height(), words
        corner = widget.mapTo(window, QPoint(widget.width(), widget.height()))
        assert corner.x() <= width, words
        assert corner.y() <= height, words


def test_a_wide_window_shows_the_preview_beside(make, panes) -> None:
    """At 1440 px editor and preview are side by side without tabs."""
    window = make()

    assert panes.editor.isVisible()
    assert panes.preview.isVisible()
    assert not window.findChild(QTabBar).isVisible()


def test_a_narrow_window_makes_the_preview_a_tab(make, panes) -> None:
    """At 1024 px a tab switches between them; widening brings both back."""
    window = make(1024, 700)
    tabs = window.findChild(QTabBar)
    assert panes.editor.isVisible()
    assert not panes.preview.isVisible()

    tabs.setCurrentIndex(1)
    assert not panes.editor.isVisible()
    assert panes.preview.isVisible()

    window.show_template()
    assert panes.editor.isVisible()

    window.resize(1300, 800)
    QApplication.processEvents()
    assert panes.editor.isVisible()
    assert panes.preview.isVisible()


def test_the_view_menu_hides_panes(make, panes) -> None:
    """Unticking a pane hides it; ticking shows it again."""
    window = make()
    hide = next(a for a in window.actions() if a.objectName() == "show_sidebar")
    hide.trigger()
    assert not panes.sidebar.isVisible()

    hide.trigger()
    assert panes.sidebar.isVisible()


def test_sizes_and_hidden_panes_are_remembered(make, panes, settings, theme, qtbot) -> None:
    """What was resized or hidden is so at the next start."""
    window = make()
    next(a for a in window.actions() if a.objectName() == "show_preview").trigger()
    window.resize(780, 640)  # fits the smallest screen
    window.save_layout()

    bars = MessageBar(theme), MessageBar(theme)
    rest = (QTextEdit() for _ in range(5))
    others = Panes(QTextEdit(), Header(QMenu()), QTextEdit(), *bars, *rest)
    second = MainWindow(others, build_actions(theme, theme), settings)
    qtbot.addWidget(second, before_close_func=lambda closing: closing.allow_close())
    second.show()

    assert (second.width(), second.height()) == (780, 640)
    assert others.editor.isVisible()
    assert not others.preview.isVisible()


def test_f6_goes_round_the_panes(qtbot, make, panes) -> None:
    """F6 visits editor, bar, findings and preview in their order; Shift+F6 goes back."""
    window = make()
    with qtbot.waitActive(window):
        window.activateWindow()
    panes.editor.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert _pane_with_focus(panes) == "message_bar"
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert _pane_with_focus(panes) == "findings"
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert _pane_with_focus(panes) == "preview"
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert _pane_with_focus(panes) == "findings"


def test_closing_asks_first(qtbot, make) -> None:
    """The window stays open until its owner says that nothing would be lost."""
    window = make()
    with qtbot.waitSignal(window.close_requested):
        window.close()
    assert window.isVisible()

    window.allow_close()
    assert not window.isVisible()


def _pane_with_focus(panes) -> str:
    focused = QApplication.focusWidget()
    assert focused is not None
    named: dict[str, QWidget] = {name: getattr(panes, name) for name in panes.__slots__}
    return next(n for n, pane in named.items() if pane is focused or pane.isAncestorOf(focused))


def test_in_a_narrow_window_the_header_stands_above_both(make, panes) -> None:
    """Name, approving and exporting are there with the preview, too; no two views share a name."""
    window = make(1024, 700)
    panes.header.views.setCurrentIndex(1)
    assert panes.header.isVisible()
    assert panes.header.mapTo(window, QPoint(0, 0)).y() < panes.preview.mapTo(window, QPoint()).y()

    window.resize(1300, 800)
    assert panes.header.isVisible()
    assert panes.header.mapTo(window, QPoint()).y() == panes.preview.mapTo(window, QPoint()).y()
    assert tr_("window.edit") != tr_("toolbar.write")
