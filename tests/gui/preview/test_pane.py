import os
import signal
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from composer.gui.preview.conditions import Conditions
from composer.gui.preview.fact import Fact
from composer.gui.preview.message import Mode, PreviewMessage, PreviewState, Widths
from composer.gui.preview.pane import PreviewPane
from composer.gui.theme.theme import LookChoice

LONG = "".join(f"<p>Paragraph {number}</p>" for number in range(80))


def button(pane: PreviewPane, text: str) -> QPushButton:
    """The button that reads `text`."""
    return next(one for one in pane.findChildren(QPushButton) if one.text() == text)


def test_each_view_lays_out_in_a_window_of_its_own_width(looker, make_document) -> None:
    """Media queries see 600 px on the desktop and 375 px on the phone, whatever the scale."""
    style = "<style>p { color: rgb(1, 1, 1) } @media (max-width: 400px) { p { color: rgb(2, 2, 2) } }</style>"
    looker.pane.set_mode("both")
    looker.show(PreviewMessage(html=make_document("<p>a</p>", style), text="a"))
    color = "frame('{0}').contentWindow.getComputedStyle(page('{0}').querySelector('p')).color"
    assert looker.ask("frame('desktop').contentWindow.innerWidth") == 600
    assert looker.ask("frame('phone').contentWindow.innerWidth") == 375
    assert looker.ask(color.format("desktop")) == "rgb(1, 1, 1)"
    assert looker.ask(color.format("phone")) == "rgb(2, 2, 2)"


@pytest.mark.parametrize("mode", [Mode.DESKTOP, Mode.PHONE, Mode.BOTH])
@pytest.mark.parametrize("width", [430, 700])
def test_the_sheets_fit_without_sideways_scrolling(looker, qtbot, mode: Mode, width: int) -> None:
    """Every view is fully visible, and the foot tells the scale."""
    looker.pane.resize(width, 700)
    looker.pane.set_mode(mode)
    looker.show(LONG)
    qtbot.waitUntil(
        lambda: looker.ask(
            "[...document.querySelectorAll('.view:not([hidden])')].every((v) => v.scrollWidth <= v.clientWidth)"
        ),
        timeout=5000,
    )
    edges = looker.ask(
        "[...document.querySelectorAll('.view:not([hidden]) .sheet')]"
        ".map((s) => s.getBoundingClientRect()).map((r) => [r.left, r.right])"
    )
    assert len(edges) == (2 if mode is Mode.BOTH else 1)
    assert all(left >= 0 and right <= width for left, right in edges)
    assert looker.pane.foot.scale_text == f"{round(looker.pane.rendering.scale * 100)}%"


def test_an_update_keeps_the_scroll_and_what_did_not_change(looker) -> None:
    """Changing one paragraph reloads nothing: same page, same nodes, same scroll position."""
    looker.show(LONG)
    looker.ask("view('desktop').scrollTop = 300")
    looker.ask("(page('desktop').body.children[20].mark = 1, window.mark = 1)")
    looker.show(LONG.replace("Paragraph 40<", "Changed<"))
    assert looker.ask("view('desktop').scrollTop") == 300
    assert looker.ask("window.mark") == 1
    assert looker.ask("page('desktop').body.children[20].mark") == 1
    assert looker.ask("page('desktop').body.children[40].textContent") == "Changed"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<p>a</p><p>b</p>", "<p>a</p><p>x</p><p>b</p>"),
        ("<p>a</p><p>x</p><p>b</p>", "<p>a</p><p>b</p>"),
        ("<p>a</p><p>a</p>", "<p>a</p>"),
        ("<div><p>a</p><p>b</p></div>", "<div><p>a</p><p>c</p></div>"),
        ("<div class=a><p>a</p></div>", "<div class=b><p>a</p></div>"),
        ("text", "<p>a</p>"),
        ("<p>a</p>", ""),
        ("", "<p>a</p>"),
    ],
)
def test_an_update_ends_where_a_fresh_page_would(looker, before: str, after: str) -> None:
    """Patching one message into another gives exactly the second one."""
    looker.show(before)
    looker.show(after)
    patched = looker.ask("page('desktop').body.innerHTML")
    looker.show("<hr>")
    looker.show(after)
    assert patched == looker.ask("page('desktop').body.innerHTML")
    assert looker.ask("page('desktop').body.textContent") == looker.ask(
        f"new DOMParser().parseFromString({after!r}, 'text/html').body.textContent"
    )


def test_the_sheet_grows_and_shrinks_with_the_message(looker) -> None:
    """The message is never cut off, and a short one leaves no empty page behind."""
    heights = []
    for body in ("<p>a</p>", LONG, "<p>a</p>"):
        looker.show(body)
        heights.append(looker.ask("frame('desktop').clientHeight"))
        assert looker.ask("page('desktop').documentElement.scrollHeight") <= heights[-1]
    assert heights[0] == heights[2] < heights[1]


def test_the_last_of_many_updates_is_shown(looker, qtbot: QtBot) -> None:
    """Updates that come faster than they are drawn are skipped, the last one never."""
    for number in range(30):
        looker.pane.set_message(PreviewMessage(html=f"<p>{number}</p>", text=""))
    qtbot.waitUntil(lambda: looker.ask("page('desktop').body.textContent") == "29", timeout=5000)


def test_an_image_of_the_seller_shows(looker, qtbot: QtBot) -> None:
    """A relative image is drawn from the bytes the owner gives."""
    looker.show("<img src='mail.files/good.png' alt='Good'>")
    qtbot.waitUntil(
        lambda: looker.ask("page('desktop').querySelector('img').naturalWidth") == 1, timeout=5000
    )


def test_the_frame_says_that_it_is_an_approximation(looker) -> None:
    """Sender, order and subject surround the message, plainly marked as ours."""
    looker.show(
        PreviewMessage(
            html="<p>a</p>", text="a", subject="Your <order>", sender="Kitchen & Co.",
            order="1",
        )
    )  # fmt: skip
    header = looker.ask("view('desktop').querySelector('header').innerText")
    for words in (
        "Kitchen & Co.",
        "Order \u20681\u2069",
        "Your <order>",
        "Approximation with example values. Amazon adds its own",
    ):
        assert words in header


def test_a_right_to_left_message_turns_frame_text_and_guides(looker) -> None:
    """Direction and language reach the message, the frame, the guides and the text view."""
    looker.show(PreviewMessage(html="<p>a</p>", text="a", language="ar", direction="rtl"))
    assert looker.ask(
        "[page('desktop').documentElement.dir, page('desktop').documentElement.lang]"
    ) == ["rtl", "ar"]
    assert looker.ask("view('desktop').querySelector('header').dir") == "rtl"
    assert looker.ask("view('desktop').querySelector('.guides').dir") == "rtl"
    looker.pane.set_mode(Mode.TEXT)
    assert looker.pane.text_view.layoutDirection() is Qt.LayoutDirection.RightToLeft


def test_a_click_on_a_mode_changes_the_view(looker, qtbot: QtBot) -> None:
    """A mode button shows its view and tells the owner."""
    with qtbot.waitSignal(looker.pane.mode_changed) as changed:
        qtbot.mouseClick(button(looker.pane, "Phone"), Qt.MouseButton.LeftButton)
    assert changed.args == ["phone"]
    assert looker.ask("[view('desktop').hidden, view('phone').hidden]") == [True, False]


def test_the_text_mode_shows_the_plain_text(looker) -> None:
    """The text view holds the plain text as it is, and cannot be edited."""
    looker.show(PreviewMessage(html="<p>a</p>", text="Hello,\n\nthank you."))
    looker.pane.set_mode(Mode.TEXT)
    assert looker.pane.text_view.isVisible()
    assert looker.pane.text_view.toPlainText() == "Hello,\n\nthank you."
    assert looker.pane.text_view.isReadOnly()
    assert looker.pane.foot.scale_text == ""


def test_the_state_can_be_remembered(looker) -> None:
    """What state() gives brings mode and guides back."""
    looker.pane.restore(PreviewState(Mode.BOTH, guides=True))
    assert looker.pane.state() == PreviewState(Mode.BOTH, guides=True)
    assert button(looker.pane, "Both").isChecked()
    assert button(looker.pane, "Limits").isChecked()


def test_the_foot_shows_all_facts_and_breaks_none(qtbot: QtBot, theme) -> None:
    """A narrow foot takes another line, between two facts: half a number would mislead."""
    pane = PreviewPane({}.get, theme)
    qtbot.addWidget(pane)
    facts = tuple(Fact(f"fact number {number}") for number in range(9))
    pane.resize(430, 500)
    pane.set_message(PreviewMessage(html="", text="", facts=facts))
    pane.show()
    shown = [each for each in pane.foot.findChildren(QLabel) if "number" in each.text()]
    assert tuple(each.text() for each in shown) == pane.foot.facts
    assert pane.foot.facts == tuple(fact.words for fact in facts)
    assert len({each.y() for each in shown}) > 1
    assert all(each.width() >= each.sizeHint().width() for each in shown)


def test_a_crash_shows_a_bar_and_reload_brings_the_message_back(looker, qtbot: QtBot) -> None:
    """When the render process dies the text still works, and Reload shows the message again."""
    looker.show(PreviewMessage(html="<p>Kept</p>", text="Kept"))
    with qtbot.waitSignal(looker.pane.rendering.failed, timeout=10_000):
        os.kill(looker.pane.rendering.process_id, signal.SIGKILL)
    assert looker.pane.notice.sentence == ("The preview stopped working. Your message is safe.")
    looker.pane.set_message(PreviewMessage(html="<p>Newer</p>", text="Newer"))
    looker.pane.set_mode(Mode.TEXT)
    assert looker.pane.text_view.toPlainText() == "Newer"
    looker.pane.set_mode(Mode.DESKTOP)
    with qtbot.waitSignal(looker.pane.rendered, timeout=10_000):
        qtbot.mouseClick(button(looker.pane, "Reload"), Qt.MouseButton.LeftButton)
    assert looker.pane.notice.sentence == ""
    assert looker.ask("page('desktop').body.textContent") == "Newer"


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_without_an_engine_the_text_view_still_works(
    qtbot: QtBot, theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the engine cannot start one sentence says so and the plain text is shown."""
    monkeypatch.delenv("QTWEBENGINE_DISABLE_SANDBOX", raising=False)
    monkeypatch.delenv("QTWEBENGINE_CHROMIUM_FLAGS", raising=False)
    pane = PreviewPane({}.get, theme)
    qtbot.addWidget(pane)
    pane.set_message(PreviewMessage(html="<p>a</p>", text="a"))
    pane.show()
    qtbot.waitUntil(lambda: pane.notice.sentence != "", timeout=5000)
    for mode in Mode:
        pane.set_mode(mode)
    assert pane.text_view.toPlainText() == "a"
    assert pane.rendering is None
    pane.close_engine()


def test_where_the_engine_cannot_be_loaded_the_rest_still_works(
    qtbot: QtBot, theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One sentence says why; every control works, and Reload tries again."""
    monkeypatch.delitem(sys.modules, "composer.gui.preview.rendering", raising=False)
    monkeypatch.setitem(sys.modules, "PySide6.QtWebEngineWidgets", None)
    pane = PreviewPane({}.get, theme)
    qtbot.addWidget(pane)
    pane.set_message(PreviewMessage(html="<p>a</p>", text="a"))
    pane.show()
    qtbot.waitUntil(lambda: pane.notice.sentence != "", timeout=5000)
    assert pane.notice.sentence.startswith("The preview needs QtWebEngine")
    pane.set_conditions(Conditions(images=False))
    pane.set_widths(Widths(700, 412))
    pane.set_guides(True)
    pane.reveal(0, 0)
    for mode in Mode:
        pane.set_mode(mode)
    assert pane.text_view.toPlainText() == "a"
    assert pane.rendering is None
    qtbot.mouseClick(button(pane, "Reload"), Qt.MouseButton.LeftButton)
    assert pane.notice.sentence.startswith("The preview needs QtWebEngine")
    monkeypatch.undo()
    with qtbot.waitSignal(pane.rendered, timeout=20_000):
        pane.set_mode(Mode.DESKTOP)
        qtbot.mouseClick(button(pane, "Reload"), Qt.MouseButton.LeftButton)
    assert pane.notice.sentence == ""
    pane.close_engine()


def test_an_update_leaves_the_focus_where_the_seller_types(qtbot: QtBot, theme) -> None:
    """Neither the start of the engine nor an update takes the keyboard."""
    window = QWidget()
    row = QHBoxLayout(window)
    field, pane = QLineEdit(), PreviewPane({}.get, theme)
    row.addWidget(field)
    row.addWidget(pane)
    window.show()
    qtbot.waitExposed(window)
    window.activateWindow()
    field.setFocus()
    for text in ("a", "b"):
        with qtbot.waitSignal(pane.rendered, timeout=20_000):
            pane.set_message(PreviewMessage(html=f"<p>{text}</p>", text=text))
    assert window.focusWidget() is field
    rendering = pane.rendering
    assert rendering is not None
    pane.close_engine()
    window.deleteLater()
    qtbot.waitUntil(lambda: not isValid(rendering), timeout=10_000)


def test_the_stage_follows_the_look_and_the_sheet_stays_white(looker, qtbot, theme) -> None:
    """In a dark window the stage is dark, while the message keeps the buyer's white page."""
    theme.choose(LookChoice.DARK)
    window = looker.pane.palette().color(QPalette.ColorRole.Window)
    assert window.lightness() < 128
    dark = window.darker(120).name()

    def edge() -> str:
        """The colour beside the sheet, in the gutter that a scroll bar would take."""
        qtbot.wait(100)  # grabbing again and again would leave the engine no time to paint
        picture = looker.pane.rendering.grab().toImage()
        return picture.pixelColor(2, picture.height() // 2).name()

    for _ in range(50):
        qtbot.wait(100)  # grabbing in every turn of the event loop keeps new frames away
        if edge() == dark:
            break
    assert edge() == dark
    assert (
        looker.ask("getComputedStyle(view('desktop').querySelector('.sheet')).backgroundColor")
        == "rgb(255, 255, 255)"
    )


def test_a_dark_window_does_not_turn_the_message_dark(looker, make_document) -> None:
    """The author's dark style stays off, whatever the window or the desktop asks for."""
    style = "<style>@media (prefers-color-scheme: dark) { p { color: rgb(9, 9, 9) } }</style>"
    looker.show(PreviewMessage(html=make_document("<p>a</p>", style), text="a"))
    color = (
        "frame('desktop').contentWindow.getComputedStyle(page('desktop').querySelector('p')).color"
    )
    looker.ask("(document.documentElement.style.colorScheme = 'dark')")
    seen = looker.ask(color)
    looker.ask("(document.documentElement.style.colorScheme = '') || 'reset'")
    assert seen == "rgb(0, 0, 0)"


def test_an_image_that_is_not_loaded_still_takes_its_room(looker) -> None:
    """A remote image shows as an empty box of its size, so that its width can be judged."""
    looker.show("<img src='https://example.com/a.png' alt='Banner' width=552 height=90>")
    box = "page('desktop').querySelector('img').getBoundingClientRect()"
    assert looker.ask(f"[{box}.width, {box}.height]") == [552, 90]


def test_a_screenful_high_block_does_not_grow_the_sheet_without_end(looker) -> None:
    """Heights given in parts of the window settle, and stay the same on the next update."""
    looker.show("<div style='min-height: 100vh'>a</div><p>b</p>")
    height = looker.ask("frame('desktop').clientHeight")
    looker.show("<div style='min-height: 100vh'>a</div><p>c</p>")
    assert looker.ask("frame('desktop').clientHeight") == height


def test_ctrl_and_the_wheel_leave_the_scale_alone(looker, qtbot: QtBot) -> None:
    """The scale comes from the pane's width only."""
    assert looker.ask(
        "[document, page('desktop')].every((d) => !d.dispatchEvent("
        "new WheelEvent('wheel', {ctrlKey: true, deltaY: -100, bubbles: true, cancelable: true})))"
    )
