from collections.abc import Callable

import pytest

from composer.document import Block
from composer.document.used import used_block

Find = Callable[[str], Block]

NARROW = "width: 400px; padding: 0 20px; margin: 0 auto"


@pytest.mark.parametrize(
    ("html", "language", "align"),
    [
        ("<p>x</p>", "en", "left"),
        ("<p>x</p>", "ar", "right"),
        ("<p>x</p>", "he-IL", "right"),
        ("<p>x</p>", "az-Arab", "right"),
        ('<p style="text-align: start">x</p>', "ar", "right"),
        ('<p style="text-align: end">x</p>', "ar", "left"),
        ('<p style="text-align: justify">x</p>', "en", "justify"),
        ('<div style="text-align: center"><p>x</p></div>', "en", "center"),
        (
            '<div style="text-align: center"><p style="text-align: initial">x</p></div>',
            "en",
            "left",
        ),
        (
            '<div style="text-align: center"><table><tr><td>x</td></tr></table></div>',
            "en",
            "center",
        ),
        ("<center><table><tr><td>x</td></tr></table></center>", "en", "left"),
        ("<center><p>x</p></center>", "en", "center"),
        ("<table><tr align=right><td>x</td></tr></table>", "en", "right"),
        ("<table><tr><th>x</th></tr></table>", "en", "center"),
        ("<table align=right><tr><th align=left>x</th></tr></table>", "en", "left"),
        ("<p dir=rtl>x</p>", "en", "right"),
        ("<p dir=ltr>x</p>", "ar", "left"),
        ("<p dir=auto>\u05d0</p>", "en", "right"),
        ("<p dir=auto>1 a</p>", "ar", "left"),
        ('<p style="direction: rtl">x</p>', "en", "right"),
        ("<p dir=rtl align=left>x</p>", "en", "left"),
    ],
)
def test_alignment(block: Find, html: str, language: str, align: str) -> None:
    """Lines lie where browsers put them; `align` and <center> do not reach into tables."""
    assert used_block(block(html), language).align == align


@pytest.mark.parametrize(
    ("html", "left", "right"),
    [
        ("<p>x</p>", 0, 0),
        ('<p style="margin: 0 10%">x</p>', 60, 60),
        ('<p style="margin-left: 3em; font-size: 20px">x</p>', 60, 0),
        ('<p style="padding-right: 1in">x</p>', 0, 96),
        ('<p style="border-left: 4px solid red">x</p>', 4, 0),
        ('<p style="border-left: 4px none red">x</p>', 0, 0),
        ('<p style="border: solid">x</p>', 3, 3),
        ('<p style="text-indent: 30px">x</p>', 30, 0),
        ('<p style="text-indent: -30px">x</p>', 0, 0),
        ('<div style="padding: 0 10%"><p style="margin-left: 10%">x</p></div>', 108, 60),
        ("<ul><li>x</li></ul>", 40, 0),
        ("<ul><li>x<ol><li>y</li></ol></li></ul>", 80, 0),
        ("<blockquote>x</blockquote>", 40, 40),
        ('<blockquote style="margin: 0 0 0 8px">x</blockquote>', 8, 0),
        ("<dl><dt>a</dt><dd>x</dd></dl>", 40, 0),
        ('<div style="max-width: 60%; margin: 0 auto"><p>x</p></div>', 120, 120),
        ('<div style="width: 400px; margin-left: auto"><p>x</p></div>', 200, 0),
        ('<div style="width: 400px"><p>x</p></div>', 0, 0),
        (f'<div style="{NARROW}"><p>x</p></div>', 100, 100),
        (f'<div style="{NARROW}; box-sizing: border-box"><p>x</p></div>', 120, 120),
        ('<div style="position: relative; left: 15px"><p>x</p></div>', 15, 0),
        ('<p style="margin-left: -50px">x</p>', 0, 0),
    ],
)
def test_insets(block: Find, html: str, left: float, right: float) -> None:
    """Margins, borders, padding, indents, lists and quotes add up at 600 px."""
    used = used_block(block(html), "en")
    assert used.inset_left * 600 == pytest.approx(left)
    assert used.inset_right * 600 == pytest.approx(right)


def test_lists_indent_at_the_side_where_lines_start(block: Find) -> None:
    """In Arabic the list's room is on the right."""
    used = used_block(block("<ul><li>x</li></ul>"), "ar")
    assert (used.inset_left * 600, used.inset_right * 600) == pytest.approx((0, 40))


BARE = 'cellpadding="0" cellspacing="0"'


@pytest.mark.parametrize(
    ("html", "left", "right"),
    [
        ("<table><tr><td>x</td></tr></table>", 3, 3),
        (f"<table {BARE}><tr><td>x</td></tr></table>", 0, 0),
        (f'<table {BARE} width="600" align="center"><tr><td>x</td></tr></table>', 0, 0),
        (f'<table {BARE} width="400" align="center"><tr><td>x</td></tr></table>', 100, 100),
        (f'<table {BARE} width="50%" align="right"><tr><td>x</td></tr></table>', 0, 0),
        (f'<center><table {BARE} width="300"><tr><td>x</td></tr></table></center>', 150, 150),
        (f'<table {BARE} width="900" align="center"><tr><td>x</td></tr></table>', 0, 0),
        (f'<table {BARE} width="300"><tr><td>x</td></tr></table>', 0, 0),
        ('<table cellspacing="0" cellpadding="20"><tr><td>x</td></tr></table>', 20, 20),
        (
            '<table cellspacing="0" cellpadding="20"><tr><td style="padding: 0">x</td></tr></table>',
            0,
            0,
        ),
        (f'<table {BARE} border="2"><tr><td>x</td></tr></table>', 2, 2),
        (
            f'<table {BARE} style="border-collapse: collapse; padding: 9px"><tr><td>x</td></tr></table>',
            0,
            0,
        ),
    ],
)
def test_insets_of_tables(block: Find, html: str, left: float, right: float) -> None:
    """Tables set their cells in by spacing, padding, and the space they are centred in."""
    used = used_block(block(html), "en")
    assert used.inset_left * 600 == pytest.approx(left)
    assert used.inset_right * 600 == pytest.approx(right)


@pytest.mark.parametrize(
    ("html", "declared"),
    [
        ('<p style="margin-left: 25%">x</p>', True),
        ('<p style="margin-left: 150px">x</p>', False),
        ('<div style="margin-left: 20%"><p style="margin-left: 10px">x</p></div>', True),
        ('<div style="margin-left: 1%"><p style="margin-left: 150px">x</p></div>', False),
        ('<div style="width: 50%; margin: 0 auto"><p>x</p></div>', True),
        ('<div style="width: 300px; margin: 0 auto"><p>x</p></div>', False),
        ("<p>x</p>", False),
    ],
)
def test_declared_tells_percentages_from_lengths(block: Find, html: str, *, declared: bool) -> None:
    """Only percentages say how wide a margin is whatever the message's width."""
    assert used_block(block(html), "en").declared is declared


@pytest.mark.parametrize(
    ("html", "unknown"),
    [
        ("<p>x</p>", ()),
        ('<p style="margin-left: calc(10% + 3px)">x</p>', ("margin-left",)),
        ('<p style="padding-right: 5vw">x</p>', ("padding-right",)),
        ('<div style="float: right"><p>x</p></div>', ("float",)),
        ('<div style="position: absolute; left: 9px"><p>x</p></div>', ("position",)),
        ('<div style="display: flex"><p>x</p></div>', ("display",)),
        ("<table><tr><td>a</td><td>x</td></tr></table>", ("columns",)),
        ('<table><tr><td width="50%">x</td></tr></table>', ("columns",)),
        ('<table><tr><td width="100%">x</td></tr></table>', ()),
    ],
)
def test_what_only_a_browser_can_lay_out_is_named(
    block: Find, html: str, unknown: tuple[str, ...]
) -> None:
    """Columns, floats, positioned boxes and calculations are reported, not guessed."""
    assert used_block(block(html), "en").unknown == unknown


def test_width_left_to_content(block: Find) -> None:
    """The width is what insets and declared widths leave, never less than nothing."""
    assert used_block(block('<p style="margin: 0 10%">x</p>'), "en").width == pytest.approx(0.8)
    html = '<table cellpadding="0" cellspacing="0"><tr><td width="30%">x</td></tr></table>'
    assert used_block(block(html), "en").width == pytest.approx(0.3)
    assert used_block(block('<p style="margin: 0 400px">x</p>'), "en").width == 0
