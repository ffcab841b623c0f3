"""The toolbar shows what applies at the caret of the template on screen."""

import pytest
from PySide6.QtCore import Qt

from composer.gui.widgets.choice import Choice
from composer.gui.words.text import tr_

PLAIN = "<p>Plain words.</p>"
DRESSED = [
    ("<ul><li>A point</li></ul>", {"bullet_list"}),
    ("<ol><li>A point</li></ol>", {"numbered_list"}),
    ("<p><b>Bold</b> words</p>", {"bold"}),
    ("<p><i><u>Both</u></i> words</p>", {"italic", "underline"}),
    ("<h2>Large words</h2>", set()),
]


def shown(seller) -> set[str]:
    """The buttons that are pressed."""
    names = ("bold", "italic", "underline", "bullet_list", "numbered_list")
    return {name for name in names if getattr(seller.desk.actions, name).isChecked()}


def size(seller) -> str:
    """The size in the toolbar."""
    boxes = seller.desk.widgets.toolbar.findChildren(Choice)
    return next(it.value() for it in boxes if it.accessibleName() == tr_("toolbar.size"))


@pytest.mark.parametrize(("dressed", "pressed"), DRESSED)
def test_another_template_shows_its_own_formats(place, dressed, pressed) -> None:
    """Also where both were written in, and come back with what can be undone in them."""
    first = place.put("one.html", dressed, channel="email")
    second = place.put("two.html", PLAIN, channel="email")
    seller = place.open()
    body = seller.desk.widgets.body
    for path in (first, second, first, second, first):
        seller.desk.shelf.open(str(path))
        if path == second:
            assert (shown(seller), size(seller)) == (set(), "normal")
        elif pressed & {"bullet_list", "numbered_list"}:
            assert shown(seller) == pressed
        body.setFocus()
        seller.control(Qt.Key.Key_Home)
        seller.press(Qt.Key.Key_Right)
        seller.write("x")
        if path == first:
            assert shown(seller) == pressed
            assert (size(seller) == "large") == dressed.startswith("<h2>")


def test_what_is_typed_first_is_not_bold_like_the_template_before(place) -> None:
    """It comes back with its undo, and the caret stands where nothing is bold."""
    first = place.put("one.html", "<p><b>Bold</b></p>", channel="email")
    second = place.put("two.html", PLAIN, channel="email")
    seller = place.open()
    body = seller.desk.widgets.body
    for path in (second, first):
        seller.desk.shelf.open(str(path))
        body.setFocus()
        seller.control(Qt.Key.Key_End)
        seller.write("x")
    seller.desk.shelf.open(str(second))
    seller.write("x")

    assert seller.desk.workspace.template.body.blocks[0].text == "xPlain words.x"
    assert len(seller.desk.workspace.template.body.blocks[0].inlines) == 1
