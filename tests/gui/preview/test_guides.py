"""The lines at the limits."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from composer.gui.preview.message import Mode, PreviewMessage, Widths
from composer.gui.preview.pane import PreviewPane
from tests.gui.preview.test_outlines import marked

LONG = "".join(f"<p>Paragraph {number}</p>" for number in range(80))


def button(pane: PreviewPane, text: str) -> QPushButton:
    """The button that reads `text`."""
    return next(one for one in pane.findChildren(QPushButton) if one.text() == text)


# Where the guides stand, and an element of the message ends, in CSS px of its page.
PLACES = """((query) => {
  const inner = frame('desktop'), f = inner.getBoundingClientRect();
  const guides = view('desktop').querySelector('.guides'), g = guides.getBoundingClientRect();
  const scale = f.width / inner.offsetWidth, px = (v) => (v - f.left) / scale;
  const line = (side) => px(g.left + parseFloat(getComputedStyle(guides, side).left));
  const found = inner.contentDocument.querySelector(query).getBoundingClientRect();
  return { near: line('::before'), far: line('::after'), left: found.left, right: found.right,
           level: Math.abs(f.top - g.top) };
})"""


@pytest.mark.parametrize("mode", [Mode.DESKTOP, Mode.BOTH])
@pytest.mark.parametrize("margin", [None, 0, 30])
def test_the_guides_stand_at_20_and_80_percent_of_the_message(
    looker, mode: Mode, margin: int | None
) -> None:
    """At any scale. A margin that the message sets is part of it, a browser's own is none."""
    looker.pane.set_mode(mode)
    looker.pane.set_guides(True)
    style = "" if margin is None else f"<style>body {{ margin: {margin}px }}</style>"
    looker.show(PreviewMessage(html=style + LONG, text="", has_images=True))
    places = looker.ask(f"{PLACES}('p')")
    outside = 8 if margin is None else 0
    width = 600 - 2 * outside
    assert places["near"] == pytest.approx(outside + width * 0.2, abs=1)
    assert places["far"] == pytest.approx(outside + width * 0.8, abs=1)
    assert places["left"] == (8 if margin is None else margin)
    assert places["level"] < 1


@pytest.mark.parametrize("mode", [Mode.DESKTOP, Mode.BOTH])
@pytest.mark.parametrize(
    "size", ["width:80%", "width:60%;margin-left:20%", "max-width:80%;min-width:80%"]
)
def test_an_image_at_its_limit_ends_at_the_guide(looker, mode: Mode, size: str) -> None:
    """What is said and measured to be 80% of the message ends at 80%, at any scale."""
    looker.pane.set_mode(mode)
    looker.pane.set_guides(True)
    image = f"<p><img src='mail.files/good.png' alt='' height='9' style='{size}'></p>"
    looker.show(PreviewMessage(html=image, text="", has_images=True))
    places = looker.ask(f"{PLACES}('img')")
    assert places["right"] == pytest.approx(places["far"], abs=1)
    assert looker.ask("view('desktop').querySelectorAll('.outline').length") == 0


def hidden(looker) -> bool:
    """Whether the guides are not on the sheet."""
    return looker.ask("view('desktop').querySelector('.guides').hidden")


def test_guides_show_when_asked_for(looker, qtbot: QtBot) -> None:
    """The toggle shows the guides, takes them away again and tells the owner."""
    assert hidden(looker)
    for wanted in (True, False):
        with qtbot.waitSignal(looker.pane.guides_changed) as changed:
            qtbot.mouseClick(button(looker.pane, "Limits"), Qt.MouseButton.LeftButton)
        assert changed.args == [wanted]
        assert hidden(looker) is not wanted


def test_guides_show_by_themselves_at_a_limit(looker, qtbot: QtBot) -> None:
    """They come and go with what is at its limit; turned off, they stay off for this template."""
    plain = PreviewMessage(html=LONG, text="")
    wide = replace(plain, at_limit=True, has_images=True)
    looker.show(wide)
    assert not hidden(looker)
    assert button(looker.pane, "Limits").isChecked()
    looker.show(plain)
    assert hidden(looker)

    looker.show(wide)
    qtbot.mouseClick(button(looker.pane, "Limits"), Qt.MouseButton.LeftButton)
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
    qtbot.mouseClick(button(looker.pane, "Limits"), Qt.MouseButton.LeftButton)
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


# Of each view on the stage: the words that can be seen, and the labels of the guides.
SEEN = """[...document.querySelectorAll('.view:not([hidden])')].map((view) => {
  const box = (r) => [r.left, r.top, r.right, r.bottom];
  const labels = view.querySelector('.labels');
  const covers = !getComputedStyle(labels).backgroundColor.endsWith(', 0)');
  const shownFrom = covers ? labels.getBoundingClientRect().bottom : 0;
  const said = [...view.querySelectorAll('.labels span')].filter((s) => s.textContent);
  const inner = view.querySelector('iframe'), f = inner.getBoundingClientRect();
  const scale = f.width / inner.offsetWidth, words = [];
  const walker = inner.contentDocument.createTreeWalker(inner.contentDocument.body, 4);
  while (walker.nextNode()) {
    const range = inner.contentDocument.createRange();
    range.selectNodeContents(walker.currentNode);
    for (const r of range.getClientRects()) {
      const [left, top, right, bottom] = box(r).map((v, i) => v * scale + (i % 2 ? f.top : f.left));
      if (bottom > shownFrom) words.push([left, Math.max(top, shownFrom), right, bottom]);
    }
  }
  const outlines = [...view.querySelectorAll('.outline span')];
  const edge = view.getBoundingClientRect();
  const boxes = (spans) => spans.map((span) => box(span.getBoundingClientRect()));
  return { words, edge: box(edge), labels: boxes(said), numbers: boxes(outlines) };
})"""
PARAGRAPH = "<p>Many words that go on and on until the line is full and another one begins.</p>"
LIMITS = (
    PARAGRAPH * 3
    + "<p style='margin-left:25%'>Set in</p>"
    + PARAGRAPH
    + "<p style='margin-right:30%'>Many words that go on and on until the line is full.</p>"
    + PARAGRAPH * 30
)


def apart(one: list[float], other: list[float]) -> bool:
    """Whether two boxes share no more than a hair."""
    hair = 0.6
    across = min(one[2], other[2]) - max(one[0], other[0])
    return across < hair or min(one[3], other[3]) - max(one[1], other[1]) < hair


@pytest.mark.parametrize("pane_width", [430, 900])
@pytest.mark.parametrize(
    ("mode", "widths"),
    [
        *((Mode.PHONE, Widths(phone=width)) for width in (320, 375, 430)),
        *((Mode.DESKTOP, Widths(desktop=width)) for width in (480, 600, 800)),
        (Mode.BOTH, Widths(480, 320)),
        (Mode.BOTH, Widths(800, 430)),
    ],
)
def test_labels_lie_over_no_words(looker, mode: Mode, widths: Widths, pane_width: int) -> None:
    """At every width, however far the message is scrolled; nor over each other or the edge."""
    looker.pane.resize(pane_width, 700)
    looker.pane.set_mode(mode)
    looker.pane.set_widths(widths)
    looker.pane.set_guides(True)
    looker.show(marked(LIMITS, has_images=True))
    for scrolled in (0, 90, 400):
        looker.ask(f"document.querySelectorAll('.view').forEach((v) => v.scrollTop = {scrolled})")
        for view in looker.ask(SEEN):
            labels, words, edge = view["labels"], view["words"], view["edge"]
            assert len(labels) == 2
            assert words
            assert all(apart(label, word) for label in labels for word in words)
            assert all(apart(number, word) for number in view["numbers"] for word in words)
            assert apart(*labels)
            assert all(edge[0] <= left and right <= edge[2] for left, _, right, _ in labels)
            assert all(edge[1] <= top < edge[3] for _, top, _, _ in labels)
            assert len(view["numbers"]) == 2
