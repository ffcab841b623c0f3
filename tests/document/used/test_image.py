from collections.abc import Callable

import pytest

from composer.document import Block, Image
from composer.document.used import used_image

Find = Callable[[str], tuple[Block, Image]]

CELL = '<table width="100%" cellpadding="0" cellspacing="0"><tr><td width="{}">{}</td></tr></table>'


@pytest.mark.parametrize(
    ("html", "width", "certain"),
    [
        ('<p><img width="300"></p>', 0.5, False),
        ('<p><img width="300px"></p>', 0.5, False),
        ('<p><img width="50%"></p>', 0.5, True),
        ('<p><img width="900"></p>', 1.5, False),
        ('<p><img style="width: 75%"></p>', 0.75, True),
        ('<p><img width="600" style="width: 50%"></p>', 0.5, True),
        ('<p><img width="600" style="max-width: 60%"></p>', 0.6, True),
        ('<p><img width="600" style="width: 100%; max-width: 300px"></p>', 0.5, False),
        ('<p><img width="100" style="min-width: 90%"></p>', 0.9, True),
        ('<p><img style="width: 90vw"></p>', 0.9, True),
        ('<p style="margin: 0 25%"><img width="100%"></p>', 0.5, True),
        ('<div style="width: 300px"><p><img width="100%"></p></div>', 0.5, False),
        (CELL.format("50%", '<img width="100%">'), 0.5, False),
        (CELL.format("100%", '<img width="100%">'), 1.0, True),
        (CELL.format("300", '<img width="100%">'), 0.5, False),
        ('<p><img style="max-width: 70%"></p>', 0.7, True),
        ('<p style="font-size: 20px"><img style="width: 15em"></p>', 0.5, False),
    ],
)
def test_width(image: Find, html: str, width: float, *, certain: bool) -> None:
    """Widths are multiplied up the elements around; only percentages throughout are certain."""
    used = used_image(*image(html))
    assert used.width == pytest.approx(width)
    assert used.certain is certain


@pytest.mark.parametrize(
    "html",
    [
        "<p><img src=a.png></p>",
        '<p><img style="max-width: 100%"></p>',
        '<p><img style="max-width: 600px"></p>',
        '<p><img width="600" style="width: auto"></p>',
        '<p><img style="width: calc(50% + 3px)"></p>',
        '<p><img width="wide"></p>',
        '<p><img height="40"></p>',
    ],
)
def test_unknown_width(image: Find, html: str) -> None:
    """Without a width of its own, how wide an image is depends on its file."""
    used = used_image(*image(html))
    assert (used.width, used.certain) == (None, False)
