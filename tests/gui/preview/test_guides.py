"""The lines at the limits."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from composer.gui.preview.message import Mode, PreviewMessage
from composer.gui.preview.pane import PreviewPane

LONG = "".join(f"<p>Paragraph {number}</p>" for number in range(80))


def button(pane: PreviewPane, text: str) -> QPushButton:
    """The button that reads `text`."""
    return next(one for one in pane.findChildren(QPushButton) if one.text() == text)


@pytest.mark.parametrize("mode", [Mode.DESKTOP, Mode.BOTH])
def test_the_guides_stand_at_20_and_80_percent_of_the_message(looker, mode: Mode) -> None:
    """The guides span the message area and keep their place at any scale."""
    looker.pane.set_mode(mode)
    looker.pane.set_guides(True)
    looker.show(LONG)
    left, width, guides_left, guides_width, top, guides_top = looker.ask(
        "[frame('desktop'), view('desktop').querySelector('.guides')]"
        ".map((e) => e.getBoundingClientRect())"
        ".reduce((f, g) => [f.left, f.width, g.left, g.width, f.top, g.top])"
    )
    assert guides_left == pytest.approx(left, abs=0.6)
    assert guides_width == pytest.approx(width, abs=0.6)
    assert guides_top == pytest.approx(top, abs=0.6)
    first = looker.ask(
        "getComputedStyle(view('desktop').querySelector('.guides'), '::before').left"
    )
    assert float(first.removesuffix("px")) == pytest.approx(width * 0.2, abs=0.6)


def hidden(looker) -> bool:
    """Whether the guides are not on the sheet."""
    return looker.ask("view('desktop').querySelector('.guides').hidden")


def test_guides_show_when_asked_for(looker, qtbot: QtBot) -> None:
    """The toggle shows the guides, takes them away again and tells the owner."""
    assert hidden(looker)
    for wanted in (True, False):
        with qtbot.waitSignal(looker.pane.guides_changed) as changed:
            qtbot.mouseClick(button(looker.pane, "Guides"), Qt.MouseButton.LeftButton)
        assert changed.args == [wanted]
        assert hidden(looker) is not wanted


def test_guides_show_by_themselves_at_a_limit(looker, qtbot: QtBot) -> None:
    """They come and go with what is at its limit; turned off, they stay off for this template."""
    plain = PreviewMessage(html=LONG, text="")
    wide = replace(plain, at_limit=True, has_images=True)
    looker.show(wide)
    assert not hidden(looker)
    assert button(looker.pane, "Guides").isChecked()
    looker.show(plain)
    assert hidden(looker)

    looker.show(wide)
    qtbot.mouseClick(button(looker.pane, "Guides"), Qt.MouseButton.LeftButton)
    looker.show(replace(wide, html=LONG.replace("Paragraph 4", "Another")))
    assert hidden(looker)
    looker.show(plain)
    looker.show(wide)
    assert hidden(looker)
    assert looker.pane.state().guides is False

    looker.pane.set_template("another")
    assert not hidden(looker)
    looker.pane.set_template("")
    assert hidden(looker)
    qtbot.mouseClick(button(looker.pane, "Guides"), Qt.MouseButton.LeftButton)
    assert not hidden(looker)


def test_the_far_guide_is_for_images_and_right_margins(looker) -> None:
    """Words may cross that line, so without images it would mislead."""
    looker.pane.set_guides(True)
    line = "getComputedStyle(view('desktop').querySelector('.guides'), '::after').display"
    looker.show(PreviewMessage(html=LONG, text=""))
    assert looker.ask(line) == "none"
    looker.show(PreviewMessage(html=LONG, text="", has_images=True))
    assert looker.ask(line) != "none"
    far = "view('desktop').querySelector('.far').textContent"
    assert looker.ask(far) == "80% image limit"
    looker.show(PreviewMessage(html=LONG, text="", at_limit=True, right_at_limit=True))
    assert looker.ask(line) != "none"
    assert looker.ask(far) == "20% margin limit"
