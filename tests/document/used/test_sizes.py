from collections.abc import Callable

import pytest

from composer.document.used import UsedText

Look = Callable[[str], UsedText]


@pytest.mark.parametrize(
    ("html", "size"),
    [
        ("<p>x</p>", 16),
        ("<h1>x</h1>", 32),
        ("<h2>x</h2>", 24),
        ("<h3>x</h3>", 18.72),
        ("<h4>x</h4>", 16),
        ("<h5>x</h5>", 13.28),
        ("<h6>x</h6>", 10.72),
        ("<p><small>x</small></p>", 13.33),
        ("<p><big>x</big></p>", 19.2),
        ("<p><sub>x</sub></p>", 13.33),
        ("<p><code>x</code></p>", 13),
        ("<pre>x</pre>", 13),
        ("<h1><code>x</code></h1>", 26),
        ('<p style="font-size: 14px"><code>x</code></p>', 14),
        ('<p style="font-family: monospace">x</p>', 13),
        ('<p style="font-family: Courier, monospace">x</p>', 16),
    ],
)
def test_browser_defaults(last: Look, html: str, size: float) -> None:
    """Headings, small print and code have the sizes that browsers give them (HTML 15.3)."""
    assert last(html).size == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize(
    ("value", "size"),
    [
        ("12px", 12),
        ("12pt", 16),
        ("1pc", 16),
        ("0.5in", 48),
        ("1.27cm", 48),
        ("12.7mm", 48),
        ("2em", 40),
        ("2rem", 32),
        ("150%", 30),
        ("2ex", 20),
        ("2ch", 20),
        ("smaller", 16.67),
        ("larger", 24),
        ("xx-small", 9),
        ("x-small", 10),
        ("small", 13),
        ("medium", 16),
        ("large", 18),
        ("x-large", 24),
        ("xx-large", 32),
        ("xxx-large", 48),
        ("inherit", 20),
        ("unset", 20),
        ("initial", 16),
        ("14", 20),
        ("-3px", 20),
        ("huge", 20),
    ],
)
def test_declared_sizes(last: Look, value: str, size: float) -> None:
    """Each unit and keyword counts as in CSS; what CSS ignores leaves the parent's size."""
    html = f'<div style="font-size: 20px"><p style="font-size: {value}">x</p></div>'
    assert last(html).size == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize(
    ("size", "px"), [("1", 10), ("2", 13), ("3", 16), ("4", 18), ("7", 48), ("+1", 18), ("-1", 13)]
)
def test_font_element(last: Look, size: str, px: float) -> None:
    """<font size> counts in the seven steps of HTML."""
    assert last(f"<p><font size={size}>x</font></p>").size == px


def test_relative_sizes_multiply_down_the_containers(last: Look) -> None:
    """Body, cell, paragraph and span each take their share of the size around them."""
    html = (
        '<body style="font-size: 20px"><table><tr><td style="font-size: 50%">'
        '<p style="font-size: 2em">a<span style="font-size: 150%">x</span></p></td></tr></table>'
    )
    assert last(html).size == 30


@pytest.mark.parametrize("value", ["calc(1px + 2vw)", "clamp(1px, 2px, 3px)", "var(--size)", "4vw"])
def test_sizes_only_a_browser_knows_are_named(last: Look, value: str) -> None:
    """What depends on the window or a calculation is reported, with the parent's size."""
    used = last(f'<p style="font-size: {value}">x</p>')
    assert (used.size, used.unknown) == (16, ("font-size",))


def test_a_known_size_inside_an_unknown_one_is_known(last: Look) -> None:
    """A length does not depend on what is around it; a share of the unknown stays unknown."""
    outer = '<div style="font-size: 4vw"><p>a<span style="font-size: {}">x</span></p></div>'
    assert last(outer.format("12px")).unknown == ()
    assert last(outer.format("2em")).unknown == ("font-size",)
