from collections.abc import Callable

import pytest

from composer.document import Block, Image
from composer.document.used import UsedText, declarations, used_text

Look = Callable[[str], UsedText]


@pytest.mark.parametrize(
    "html",
    [
        '<p style="display: none">x</p>',
        '<div style="display: none"><p style="display: block">x</p></div>',
        '<p style="visibility: hidden">x</p>',
        '<p style="opacity: 0">x</p>',
        '<p style="font-size: 0">x</p>',
        '<p style="font-size: 1px">x</p>',
        '<p style="max-height: 0; overflow: hidden">x</p>',
        '<p style="height: 0px; overflow-y: hidden">x</p>',
        "<p hidden>x</p>",
        '<p>a<span style="display: none !important">x</span></p>',
    ],
)
def test_hidden_text(last: Look, html: str) -> None:
    """Every way emails hide text is seen."""
    assert last(html).hidden


@pytest.mark.parametrize(
    "html",
    [
        "<p>x</p>",
        '<p style="max-height: 0">x</p>',
        '<p style="overflow: hidden">x</p>',
        '<p style="opacity: 0.1">x</p>',
        '<p style="mso-hide: all">x</p>',
        '<div style="visibility: hidden"><p style="visibility: visible">x</p></div>',
        '<div style="font-size: 0"><p style="font-size: 12px">x</p></div>',
    ],
)
def test_visible_text(last: Look, html: str) -> None:
    """Text that shows again inside, or is only clipped in part, is not hidden."""
    assert not last(html).hidden


def test_image_hidden_by_its_own_style(image: Callable[[str], tuple[Block, Image]]) -> None:
    """An image may hide itself, which text beside it does not share."""
    block, picture = image('<p>x<img src="a.png" style="display:none"></p>')
    assert used_text(block, picture).hidden
    assert not used_text(block, block.inlines[0]).hidden


@pytest.mark.parametrize(
    ("html", "family", "line_height"),
    [
        ("<p>x</p>", None, None),
        ('<p style="font: 12px/1.5 Arial, serif">x</p>', "Arial, serif", 18.0),
        ('<div style="font-family: Arial"><p>x</p></div>', "Arial", None),
        ('<div style="line-height: 20px"><p style="line-height: normal">x</p></div>', None, None),
        (
            '<div style="line-height: 20px"><p style="line-height: inherit">x</p></div>',
            None,
            20.0,
        ),
        ('<div style="line-height: 150%"><p style="font-size: 10px">x</p></div>', None, 24.0),
        ('<div style="line-height: 1.5"><p style="font-size: 10px">x</p></div>', None, 15.0),
        ('<div style="line-height: 2em"><h1>x</h1></div>', None, 32.0),
        ("<p><code>x</code></p>", "monospace", None),
        ('<div style="font-family: Arial"><p style="font-family: initial">x</p></div>', None, None),
    ],
)
def test_family_and_line_height(
    last: Look, html: str, family: str | None, line_height: float | None
) -> None:
    """Both are inherited as CSS computes them, and None where the mail program decides."""
    used = last(html)
    assert (used.family, used.line_height) == (family, line_height)


def test_declarations_from_the_inside_out(block: Callable[[str], Block]) -> None:
    """Each element's declaration is told with its level and depth."""
    found = block(
        '<div style="color: red"><blockquote style="color: green !important">'
        '<p style="color: blue; margin-top: 0"><span style="color: gray">x</span></p></blockquote></div>'
    )
    told = [(d.value, d.level, d.depth) for d in declarations(found, found.inlines[0], "color")]
    assert told == [
        ("gray", "inline", 0),
        ("blue", "block", 1),
        ("green", "container", 2),
        ("red", "container", 3),
    ]
    assert [d.name for d in declarations(found)] == ["color", "margin-top", "color", "color"]
