"""How wide the message is laid out, and how two sheets of it go together."""

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from composer.gui.preview.memory import keep_state, read_state
from composer.gui.preview.message import Mode, PreviewMessage, PreviewState, Widths

LONG = "".join(f"<p>{'Paragraph ' * 30}{number}</p>" for number in range(60))


def widths_button(looker) -> QPushButton:
    """The button that says the widths."""
    return looker.pane.findChild(QPushButton, "previewWidths")


def entry(looker, text: str) -> QAction:
    """An entry of its menu."""
    return next(each for each in widths_button(looker).menu().actions() if each.text() == text)


def inner_width(looker, view: str) -> object:
    """How wide the window of a view's message is."""
    return looker.ask(f"frame({view!r}).contentWindow.innerWidth")


def test_the_menu_of_widths_offers_those_of_the_view(looker) -> None:
    """Phones by plain names; the choice is shown, and told to the owner."""
    looker.show("<p>a</p>")
    button = widths_button(looker)
    assert button.text() == "600 px"
    assert not entry(looker, "390 px, iPhone").isVisible()
    looker.pane.set_mode(Mode.PHONE)
    assert button.text() == "375 px"
    entry(looker, "390 px, iPhone").trigger()
    assert inner_width(looker, "phone") == 390
    assert looker.pane.state().widths == Widths(600, 390)
    looker.pane.set_mode(Mode.BOTH)
    assert button.text() == "600 + 390 px"
    assert button.accessibleName() == "Width: Desktop, 600 px, Phone, 390 px"
    looker.pane.set_mode(Mode.TEXT)
    assert button.isHidden()


def test_a_width_taken_again_stays_ticked(looker) -> None:
    """A menu entry that is on is no switch."""
    looker.show("<p>a</p>")
    entry(looker, "600 px, reference").trigger()
    assert entry(looker, "600 px, reference").isChecked()
    assert looker.pane.state().widths == Widths()


def drag(looker, qtbot: QtBot, by: int) -> None:
    """Draw the edge of the desktop sheet sideways with the mouse."""
    left, top, width = looker.ask(
        "(({left, top, width}) => [left, top, width])"
        "(view('desktop').querySelector('.handle').getBoundingClientRect())"
    )
    target = looker.pane.rendering.findChild(QPushButton) or looker.pane.rendering
    view = target.layout().itemAt(0).widget()
    surface = view.focusProxy() or view
    start = QPoint(round(left + width / 2), round(top + 200))
    QTest.mousePress(surface, Qt.MouseButton.LeftButton, pos=start)
    for step in range(1, 5):
        QTest.mouseMove(surface, start + QPoint(by * step // 4, 0))
        qtbot.wait(30)
    QTest.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=start + QPoint(by, 0))


def test_the_edge_of_the_sheet_is_drawn_to_another_width(looker, qtbot: QtBot) -> None:
    """The message is laid out anew while it is drawn, within the range, and the owner told."""
    looker.pane.resize(900, 700)
    looker.show("<p>a</p>")
    qtbot.waitUntil(lambda: looker.pane.rendering.scale == 1.0, timeout=5000)
    with qtbot.waitSignal(looker.pane.widths_changed, timeout=5000):
        drag(looker, qtbot, 40)
    qtbot.waitUntil(lambda: inner_width(looker, "desktop") == 680, timeout=5000)
    assert looker.pane.state().widths.desktop == 680
    assert widths_button(looker).text() == "680 px"
    drag(looker, qtbot, -250)
    qtbot.waitUntil(lambda: inner_width(looker, "desktop") == 480, timeout=5000)


def test_widths_are_remembered(tmp_path) -> None:
    """From one start to the next, as far as they make sense."""
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    assert read_state(store) == PreviewState()
    state = PreviewState(Mode.BOTH, guides=True, widths=Widths(700, 412))
    keep_state(store, state)
    assert read_state(store) == state
    for key, value in (("desktop_width", 20_000), ("phone_width", "wide"), ("mode", "cinema")):
        store.setValue(f"preview/{key}", value)
    assert read_state(store) == PreviewState(guides=True)


def scroll(looker, view: str, top: int) -> None:
    """Scroll one of the sheets."""
    looker.ask(f"(view({view!r}).scrollTop = {top})")


def top_of(looker, view: str, number: int) -> float:
    """How far below the upper edge of the pane a paragraph begins."""
    return float(
        str(
            looker.ask(
                f"(() => {{ const f = frame({view!r}).getBoundingClientRect();"
                f" const scale = f.width / frame({view!r}).offsetWidth;"
                f" return f.top + scale * page({view!r}).body.children[{number}]"
                ".getBoundingClientRect().top; })()"
            )
        )
    )


@pytest.mark.parametrize(("leader", "other"), [("desktop", "phone"), ("phone", "desktop")])
@pytest.mark.parametrize("part", [0.25, 0.5, 0.8])
def test_the_other_sheet_follows_to_the_same_paragraph(
    looker, qtbot: QtBot, leader: str, other: str, part: float
) -> None:
    """What is read on one sheet stands level on the other beside it, however it wraps."""
    looker.pane.resize(900, 700)
    looker.pane.set_mode(Mode.BOTH)
    looker.show(LONG)
    way = float(str(looker.ask(f"view({leader!r}).scrollHeight - view({leader!r}).clientHeight")))
    scroll(looker, leader, round(way * part))
    line = part * looker.pane.rendering.height()

    def here() -> int:
        """The paragraph at the reading line of the sheet that was scrolled."""
        return max(n for n in range(60) if top_of(looker, leader, n) <= line or n == 0)

    def level() -> bool:
        number = here()
        following = min(59, number + 1)
        return top_of(looker, other, number) - 1 <= line <= top_of(looker, other, following) + 1

    qtbot.waitUntil(level, timeout=5000)


def test_both_sheets_reach_their_ends_together(looker, qtbot: QtBot) -> None:
    """Neither end of the longer sheet is out of reach."""
    looker.pane.set_mode(Mode.BOTH)
    looker.show(LONG)
    at_end = "((v) => v.scrollHeight - v.clientHeight - v.scrollTop)(view({0!r})) < 2"
    scroll(looker, "desktop", 100_000)
    qtbot.waitUntil(lambda: looker.ask(at_end.format("phone")) is True, timeout=5000)
    scroll(looker, "phone", 0)
    qtbot.waitUntil(lambda: looker.ask("view('desktop').scrollTop") == 0, timeout=5000)


def test_a_sheet_that_follows_does_not_pull_back(looker, qtbot: QtBot) -> None:
    """The one the seller scrolls stays where it was put."""
    looker.pane.set_mode(Mode.BOTH)
    looker.show(LONG)
    scroll(looker, "phone", 333)
    qtbot.waitUntil(lambda: looker.ask("view('desktop').scrollTop") > 0, timeout=5000)
    qtbot.wait(150)  # several frames, in which it could
    assert looker.ask("view('phone').scrollTop") == 333


@pytest.mark.parametrize(
    ("language", "order", "sender"),
    [
        ("en-GB", "Order \u2068112-1\u2069", "From: \u2068Tea\u2069 via Amazon Marketplace"),
        ("de", "Bestellung \u2068112-1\u2069", "Von: \u2068Tea\u2069 über Amazon Marketplace"),
        ("ja", "注文番号 \u2068112-1\u2069", "差出人：\u2068Tea\u2069（Amazonマーケットプレイス）"),
        ("ar", "الطلب \u2068112-1\u2069", "من: \u2068Tea\u2069 عبر Amazon Marketplace"),
        ("xx", "Order \u2068112-1\u2069", "From: \u2068Tea\u2069 via Amazon Marketplace"),
    ],
)
def test_the_frame_speaks_the_language_of_the_message(
    looker, language: str, order: str, sender: str
) -> None:
    """What is ours in it stays in the language of the app."""
    looker.show(
        PreviewMessage(html="<p>a</p>", text="", sender="Tea", order="112-1", language=language)
    )
    header = "view('desktop').querySelector('header')"
    line = "{0}.querySelector('.{1}').textContent"
    assert looker.ask(line.format(header, "order-line")) == order
    assert looker.ask(line.format(header, "from")) == sender
    assert looker.ask(f"[{header}.lang, {header}.querySelector('.note').lang]") == [language, "en"]
    assert looker.ask(line.format(header, "note")).startswith("Approximation with")


def test_the_edge_looks_like_one_until_the_pointer_is_there(looker, qtbot: QtBot) -> None:
    """At rest nothing stands on the sheet; at the edge a grip shows, with a tip and its cursor."""
    looker.pane.resize(900, 700)
    looker.show("<p>a</p>")
    grip = "getComputedStyle(view('desktop').querySelector('.grip')).visibility"
    assert looker.ask(grip) == "hidden"
    handle = "view('desktop').querySelector('.handle')"
    assert looker.ask(f"{handle}.title") == "Drag to change the width"
    assert looker.ask(f"getComputedStyle({handle}).cursor") == "ew-resize"
    left, width = looker.ask(
        f"(({{left, width}}) => [left, width])({handle}.getBoundingClientRect())"
    )
    host = looker.pane.rendering.findChild(QPushButton) or looker.pane.rendering
    view = host.layout().itemAt(0).widget()
    QTest.mouseMove(view.focusProxy() or view, QPoint(round(left + width / 2), 300))
    qtbot.waitUntil(lambda: looker.ask(grip) == "visible", timeout=5000)
