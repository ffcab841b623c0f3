"""What crosses a limit is outlined, with its number."""

from dataclasses import replace

import pytest

from composer.document.filling import fill
from composer.document.html.reader import read_html
from composer.document.html.writer import write_html
from composer.gui.preview.conditions import Conditions
from composer.gui.preview.message import Mode, PreviewMessage, WidthLimits

WIDE = "<p>a</p><p><img src='mail.files/good.png' width='92%' height=90></p>"


def marked(html: str, **values: object) -> PreviewMessage:
    """The message of a body, as the app gives it to the preview."""
    document = read_html(html).document
    filled = fill(document, lambda name: f"[{name}]")
    message = PreviewMessage(
        html=write_html(filled.document, lang="en", marked=True), text="", source=filled
    )
    return replace(message, **values)


def outlines(looker, view: str = "desktop") -> list[list[object]]:
    """Kind, number, and place in CSS px of the page, of each outline on a sheet."""
    return looker.ask(
        f"[...view({view!r}).querySelectorAll('.outline')].map((o) => {{"
        f" const f = frame({view!r}).getBoundingClientRect(), r = o.getBoundingClientRect();"
        f" const scale = f.width / frame({view!r}).offsetWidth;"
        " const px = (v) => Math.round(v / scale);"
        " return [o.className, o.textContent,"
        " [px(r.left - f.left), px(r.top - f.top), px(r.width), px(r.height)]]; })"
    )


def test_a_wide_image_is_outlined_with_its_width(looker) -> None:
    """The outline lies around the image at every scale, and goes when the image shrinks."""
    looker.pane.set_guides(True)
    looker.show(marked(WIDE))
    body = 584  # px: the page has a margin of 8 px at each side
    [[kind, number, [left, _, width, height]]] = outlines(looker)
    assert (kind, number) == ("outline image", "92%")
    assert (left, width, height) == (8, pytest.approx(body * 0.92, abs=1), pytest.approx(90, abs=1))
    looker.show(marked(WIDE.replace("92%", "50%")))
    assert outlines(looker) == []


@pytest.mark.parametrize(("side", "edge"), [("left", 155), ("right", 445)])
def test_words_set_in_too_far_are_outlined_with_the_margin(looker, side: str, edge: int) -> None:
    """One outline around all the words of a block, its number on the side of the margin."""
    looker.pane.set_guides(True)
    words = "many words that go on and on, " * 12
    looker.show(marked(f"<p>a</p><p style='margin-{side}:150px'>{words}<b>and</b> on</p>"))
    [[kind, number, [left, _, width, height]]] = outlines(looker)
    assert (kind, number) == (f"outline {side}", "25%")
    assert height > 60
    if side == "left":
        assert left == pytest.approx(edge, abs=1)
    else:
        assert left + width <= edge + 1


def test_a_button_has_no_margin(looker) -> None:
    """A block that is one link is as narrow as its words, and the rules leave it alone, too."""
    looker.pane.set_guides(True)
    link = "<a href='https://www.amazon.com/orders'>See <b>your</b> order</a>"
    looker.show(marked(f"<p style='margin-left:150px'>{link}</p>"))
    assert outlines(looker) == []
    looker.show(marked(f"<p style='margin-left:150px'>{link} now</p>"))
    assert [number for _, number, _ in outlines(looker)] == ["25%"]


def test_the_limits_are_those_of_the_message(looker) -> None:
    """They come with it, and the guides stand at them."""
    looker.pane.set_guides(True)
    looker.show(marked(WIDE, limits=WidthLimits(margin=0.1, image=0.95), has_images=True))
    assert outlines(looker) == []
    guides = "getComputedStyle(view('desktop').querySelector('.guides'), '::{0}').left"
    near, far = (float(looker.ask(guides.format(each))[:-2]) for each in ("before", "after"))
    assert near / far == pytest.approx(0.1 / 0.95, abs=0.01)
    labels = "[...view('desktop').querySelectorAll('.labels span')].map((s) => s.textContent)"
    assert looker.ask(labels) == ["10% margin limit", "95% image limit"]


def test_outlines_are_part_of_the_guides(looker) -> None:
    """They come and go with them, on each sheet that is shown."""
    looker.show(marked(WIDE))
    assert outlines(looker) == []
    looker.pane.set_mode(Mode.BOTH)
    looker.pane.set_guides(True)
    assert [len(outlines(looker, view)) for view in ("desktop", "phone")] == [1, 1]
    looker.pane.set_guides(False)
    assert [len(outlines(looker, view)) for view in ("desktop", "phone")] == [0, 0]


def test_the_numbers_stay_under_every_condition(looker) -> None:
    """Larger words are not set in further."""
    looker.pane.set_guides(True)
    looker.show(marked("<p style='margin-left:150px'>words</p>"))
    looker.pane.set_conditions(Conditions(large_text=True))
    assert [number for _, number, _ in outlines(looker)] == ["25%"]


def test_the_guides_of_a_right_to_left_message_stand_at_its_right(looker) -> None:
    """The line at 20% is where its lines begin."""
    looker.pane.set_guides(True)
    looker.show(marked("<p>مرحبا</p>", language="ar", direction="rtl"))
    line = "getComputedStyle(view('desktop').querySelector('.guides'), '::before').right"
    width = looker.ask("view('desktop').querySelector('.guides').clientWidth")
    assert float(looker.ask(line)[:-2]) == pytest.approx(width * 0.2, abs=1)


@pytest.mark.parametrize(("direction", "edge"), [("ltr", "right"), ("rtl", "left")])
def test_the_number_leaves_the_alternative_text_free(looker, direction: str, edge: str) -> None:
    """That begins where lines do; the number stands at the other end."""
    looker.pane.set_guides(True)
    looker.show(marked(WIDE, direction=direction))
    near = (
        "(() => {{ const mark = view('desktop').querySelector('.outline');"
        " return Math.abs(mark.getBoundingClientRect().{0}"
        " - mark.firstChild.getBoundingClientRect().{0}); }})()"
    )
    assert float(str(looker.ask(near.format(edge)))) < 4
