"""The message under the conditions buyers may read it in."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from composer.gui.preview.conditions import NORMAL, Conditions, Scheme, Vision
from composer.gui.preview.message import Mode, PreviewMessage
from composer.gui.widgets.segmented import Segmented

STYLE = (
    "<style>p { color: rgb(1, 1, 1) }"
    "@media (prefers-color-scheme: dark) { p { color: rgb(2, 2, 2) } }"
    "@media (prefers-color-scheme: light) { i { color: rgb(3, 3, 3) } }"
    "@supports (color: red) { @media screen and (prefers-color-scheme:dark) {"
    " b { color: rgb(4, 4, 4) } } }</style>"
    '<style media="(prefers-color-scheme: dark)">u { color: rgb(5, 5, 5) }</style>'
)
BODY = "<p>words</p><i>i</i><b>b</b><u>u</u>"
ALL = [
    Conditions(scheme=Scheme.DARK),
    Conditions(scheme=Scheme.FORCED),
    Conditions(images=False),
    Conditions(large_text=True),
    *(Conditions(vision=vision) for vision in Vision if vision is not Vision.FULL),
    Conditions(Scheme.FORCED, images=False, large_text=True, vision=Vision.TRITANOPIA),
]


def used(looker, selector: str, name: str) -> str:
    """A used style of the first element that `selector` finds."""
    return str(
        looker.ask(
            "frame('desktop').contentWindow.getComputedStyle("
            f"page('desktop').querySelector({selector!r})).{name}"
        )
    )


def lightness(looker, selector: str, name: str) -> float:
    """How light a colour is, from 0 to 1."""
    color = used(looker, selector, name)
    return float(
        str(
            looker.ask(
                f"(() => {{ const c = document.createElement('canvas').getContext('2d');"
                f" c.fillStyle = {color!r}; c.fillRect(0, 0, 1, 1);"
                " const [r, g, b] = c.getImageData(0, 0, 1, 1).data;"
                " return (0.2126 * r + 0.7152 * g + 0.0722 * b) / 255; })()"
            )
        )
    )


def source(looker) -> object:
    """The markup of the message as it stands in its frame."""
    return looker.ask("page('desktop').documentElement.outerHTML")


def test_dark_takes_the_styles_that_the_author_made_for_it(looker, make_document) -> None:
    """In whole sheets and inside other rules; styles for light pages no longer hold."""
    looker.show(PreviewMessage(html=make_document(BODY, STYLE), text=""))
    colors = [used(looker, name, "color") for name in "pibu"]
    assert colors == ["rgb(1, 1, 1)", "rgb(3, 3, 3)", "rgb(0, 0, 0)", "rgb(0, 0, 0)"]

    looker.pane.set_conditions(Conditions(scheme=Scheme.DARK))
    colors = [used(looker, name, "color") for name in "pibu"]
    white = "rgb(255, 255, 255)"
    assert colors == ["rgb(2, 2, 2)", white, "rgb(4, 4, 4)", "rgb(5, 5, 5)"]


def test_dark_holds_for_styles_that_come_later(looker, make_document) -> None:
    """Typing goes on while a condition is on."""
    looker.pane.set_conditions(Conditions(scheme=Scheme.DARK))
    looker.show(PreviewMessage(html=make_document("<p>a</p>"), text=""))
    looker.show(PreviewMessage(html=make_document(BODY, STYLE), text=""))
    assert used(looker, "p", "color") == "rgb(2, 2, 2)"
    looker.pane.set_conditions(NORMAL)
    assert used(looker, "p", "color") == "rgb(1, 1, 1)"


def test_an_author_who_wants_light_pages_only_keeps_them(looker, make_document) -> None:
    """As email programs do."""
    style = "<style>:root { color-scheme: only light }</style>"
    looker.pane.set_conditions(Conditions(scheme=Scheme.DARK))
    looker.show(PreviewMessage(html=make_document("<p>a</p>", style), text=""))
    assert used(looker, "p", "color") == "rgb(0, 0, 0)"


def test_forced_dark_gives_ink_and_paper_other_colours(looker) -> None:
    """Dark words on light paper turn round; what is light on dark already stays."""
    looker.show(
        "<p>a</p><p id=a style='background:#fffbe6;color:#222'>b</p>"
        "<p id=b style='background:#112;color:#eee'>c</p>"
    )
    looker.pane.set_conditions(Conditions(scheme=Scheme.FORCED))
    assert lightness(looker, "p", "color") > 0.8
    assert lightness(looker, "html", "backgroundColor") < 0.1
    assert lightness(looker, "#a", "color") > 0.6
    assert lightness(looker, "#a", "backgroundColor") < 0.2
    assert lightness(looker, "#b", "color") > 0.8
    assert lightness(looker, "#b", "backgroundColor") < 0.1


def test_images_off_shows_their_alternative_text(looker, qtbot: QtBot) -> None:
    """Nothing is drawn in their place but the words, and they come back."""
    looker.show(
        "<p style='background-image:url(data:image/png;base64,AAAA)'>a</p>"
        "<img src='mail.files/good.png' alt='A kettle' width=50>"
    )
    image = "page('desktop').querySelector('img')"
    qtbot.waitUntil(lambda: looker.ask(f"{image}.naturalWidth") == 1, timeout=5000)
    looker.pane.set_conditions(Conditions(images=False))
    qtbot.waitUntil(lambda: looker.ask(f"{image}.naturalWidth") == 0, timeout=5000)
    assert looker.ask(f"[{image}.alt, {image}.clientWidth]") == ["A kettle", 50]
    assert used(looker, "p", "backgroundImage") == "none"
    looker.pane.set_conditions(NORMAL)
    qtbot.waitUntil(lambda: looker.ask(f"{image}.naturalWidth") == 1, timeout=5000)


def test_large_text_grows_words_and_not_the_page(looker) -> None:
    """Letters and lines are twice as large; a width in px is not, so that overflow shows."""
    looker.show(
        "<div style='width:200px;font-size:15px;line-height:20px'>a <b>b</b></div>"
        "<p style='font-size:1.5em'>c</p>"
    )
    looker.pane.set_conditions(Conditions(large_text=True))
    assert used(looker, "div", "fontSize") == used(looker, "b", "fontSize") == "30px"
    assert used(looker, "div", "lineHeight") == "40px"
    assert used(looker, "div", "width") == "200px"
    assert used(looker, "p", "fontSize") == "48px"
    assert looker.ask("frame('desktop').contentWindow.innerWidth") == 600


@pytest.mark.parametrize("vision", [each for each in Vision if each is not Vision.FULL])
def test_colours_are_seen_as_by_some_buyers(looker, qtbot: QtBot, vision: Vision) -> None:
    """Red and green look more alike to those who lack one of their cones, and no other."""
    bands = "".join(
        f"<div style='height:80px;background:{color}'></div>" for color in ("#c00000", "#008000")
    )
    looker.show(bands)

    def seen() -> list[tuple[int, int, int]]:
        """The colours of the two bands on screen."""
        scale = looker.pane.rendering.scale
        top = float(str(looker.ask("frame('desktop').getBoundingClientRect().top")))
        picture = looker.pane.rendering.grab().toImage()
        middle = picture.width() // 2
        colors = [picture.pixelColor(middle, round(top + (8 + y) * scale)) for y in (40, 120)]
        return [(it.red(), it.green(), it.blue()) for it in colors]

    def far(pair: list[tuple[int, int, int]]) -> int:
        """How far the hues are apart, brightness left out."""
        (r1, g1, _), (r2, g2, _) = pair
        return abs((r1 - g1) - (r2 - g2))

    plain = [(192, 0, 0), (0, 128, 0)]
    for _ in range(50):
        qtbot.wait(100)  # grabbing in every turn of the event loop keeps new frames away
        if seen() == plain:
            break
    assert seen() == plain
    looker.pane.set_conditions(Conditions(vision=vision))
    for _ in range(50):
        qtbot.wait(100)
        if seen() != plain:
            break
    assert seen() != plain
    if vision is Vision.TRITANOPIA:
        assert far(seen()) > far(plain) / 2
    else:
        assert far(seen()) < far(plain) / 3


@pytest.mark.parametrize("conditions", ALL, ids=str)
def test_a_condition_leaves_no_trace(looker, make_document, conditions: Conditions) -> None:
    """Back to normal, the message is as it was, also one that was changed meanwhile."""
    html = make_document(BODY + "<img src='mail.files/good.png'>", STYLE)
    other = html.replace("words", "others")
    looker.show(PreviewMessage(html=other, text=""))
    expected = source(looker)
    looker.show(PreviewMessage(html=html, text=""))
    looker.pane.set_conditions(conditions)
    looker.show(PreviewMessage(html=other, text=""))
    looker.pane.set_conditions(NORMAL)
    assert source(looker) == expected
    assert used(looker, "p", "color") == "rgb(1, 1, 1)"
    assert looker.ask("frame('desktop').style.filter") == ""


@pytest.mark.parametrize("conditions", ALL, ids=str)
def test_a_condition_changes_nothing_that_is_measured(
    looker, make_document, conditions: Conditions
) -> None:
    """The frame that is measured is another one than those on screen."""
    html = make_document(BODY + "<img src='mail.files/good.png' width=90>", STYLE)
    measured = "(permittedSurvey.show(permittedPreview.message, 600), permittedSurvey.measure())"
    looker.show(PreviewMessage(html=html, text=""))
    before = looker.ask(measured)
    assert before
    looker.pane.set_conditions(conditions)
    looker.show(PreviewMessage(html=html, text="again"))
    assert looker.ask(measured) == before


def choose(looker, name: str) -> None:
    """Take an entry of the menu of conditions."""
    button = looker.pane.findChild(QPushButton, "previewConditions")
    next(each for each in button.menu().actions() if each.text() == name).trigger()


def test_the_menu_changes_conditions_and_its_button_says_them(looker) -> None:
    """What is not normal stands out, so that nobody forgets it."""
    looker.show("<p>a</p>")
    button = looker.pane.findChild(QPushButton, "previewConditions")
    assert (button.text(), button.property("stands_out")) == ("View as: Light", "false")
    choose(looker, "Dark, with colours changed by the email program")
    assert looker.pane.conditions == Conditions(scheme=Scheme.FORCED)
    assert (button.text(), button.property("stands_out")) == ("Made dark", "true")
    choose(looker, "Images off")
    choose(looker, "Without red (protanopia)")
    assert button.text() == "Made dark +2"
    assert button.accessibleName() == "View as: Made dark, Images off, Protanopia"
    checked = [each.text() for each in button.menu().actions() if each.isChecked()]
    assert checked == [
        "Dark, with colours changed by the email program", "Images off", "Without red (protanopia)",
    ]  # fmt: skip
    choose(looker, "Images off")
    assert looker.pane.conditions.images
    choose(looker, "Back to normal")
    assert looker.pane.conditions == NORMAL
    assert button.text() == "View as: Light"


@pytest.mark.parametrize("width", [453, 787])
def test_the_button_says_what_it_is_in_every_state(looker, qtbot: QtBot, width: int) -> None:
    """An eye, and what fits beside the views; the whole of it for screen readers."""
    looker.pane.resize(width, 600)
    button = looker.pane.findChild(QPushButton, "previewConditions")
    modes = looker.pane.findChild(Segmented)
    for conditions in (NORMAL, *ALL):
        looker.pane.set_conditions(conditions)
        QApplication.processEvents()
        assert not button.icon().isNull()
        assert button.accessibleName().startswith("View as: ")
        assert "dark" in button.toolTip()
        assert "images" in button.toolTip()
        assert button.geometry().center().y() == modes.geometry().center().y()
        assert button.width() >= button.sizeHint().width()
        assert button.geometry().right() <= looker.pane.controls.width() - 12


def test_the_button_opens_the_conditions(looker, qtbot: QtBot) -> None:
    """By mouse and by key."""
    button = looker.pane.findChild(QPushButton, "previewConditions")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(button.menu().isVisible)
    qtbot.keyClick(button.menu(), Qt.Key.Key_Down)
    qtbot.keyClick(button.menu(), Qt.Key.Key_Down)
    qtbot.keyClick(button.menu(), Qt.Key.Key_Return)
    assert looker.pane.conditions == Conditions(scheme=Scheme.DARK)
    assert button.text() == "View as: Dark"


def test_conditions_hold_in_every_rendered_view_and_after_a_reload(looker, qtbot: QtBot) -> None:
    """They belong to the pane, not to one sheet; plain text has none."""
    looker.show("<p>a</p>")
    looker.pane.set_mode(Mode.BOTH)
    looker.pane.set_conditions(Conditions(large_text=True))
    size = (
        "frame('phone').contentWindow.getComputedStyle(page('phone').querySelector('p')).fontSize"
    )
    assert looker.ask(size) == "32px"
    with qtbot.waitSignal(looker.pane.rendered, timeout=10_000):
        looker.pane.reload()
    assert looker.ask(size) == "32px"
    looker.pane.set_mode(Mode.TEXT)
    assert not looker.pane.findChild(QPushButton, "previewConditions").isEnabled()


def test_the_kinds_of_dark_say_why_they_may_look_the_same(looker) -> None:
    """In plain words, each with a tip that the menu shows."""
    menu = looker.pane.findChild(QPushButton, "previewConditions").menu()
    dark = [action for action in menu.actions() if action.text().startswith("Dark")]
    assert [action.text() for action in dark] == [
        "Dark, with the colours of the message",
        "Dark, with colours changed by the email program",
    ]
    assert menu.toolTipsVisible()
    assert all("nearly the same" in action.toolTip() for action in dark)
