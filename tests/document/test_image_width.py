import pytest

from composer.document import Document, Image
from composer.document.edits import apply
from composer.document.html.reader import read_html
from composer.document.image_width import width_edits
from composer.document.used import used_image


def resized(document: Document, share: float) -> tuple[Image, float]:
    """The one image of `document` made `share` wide, and how wide it then is."""
    position = next(start for start, _, run in document.runs() if isinstance(run, Image))
    index = document.block_index(position)
    edits = width_edits(document.blocks[index], position, share)
    block = apply(document, edits).blocks[index]
    image = next(run for run in block.inlines if isinstance(run, Image))
    return image, used_image(block, image).width or 0.0


@pytest.mark.parametrize("share", [0.05, 0.33, 0.8])
def test_a_share_of_the_message_in_whole_per_cent(share: float) -> None:
    """In a paragraph the share is the width, and what would win over it goes."""
    source = '<p><img src="a.png" height="9" style="width:9px;max-width:5%;min-width:99%"></p>'
    image, width = resized(read_html(source).document, share)

    assert image.width == f"{share:.0%}"
    assert width == pytest.approx(share)
    assert image.height is None
    assert not image.style


def test_in_a_cell_the_share_is_still_of_the_message() -> None:
    """Half of a cell that takes half of the message is a quarter of the message."""
    source = (
        '<table width="100%" cellspacing="0" cellpadding="0"><tr>'
        '<td width="50%"><img src="a.png"></td><td width="50%">x</td></tr></table>'
    )
    image, width = resized(read_html(source).document, 0.25)

    assert width <= 0.25
    assert width == pytest.approx(0.25, abs=0.01)
    assert image.width in {"49%", "50%"}


def test_a_limit_is_never_passed_by_rounding() -> None:
    """In a list, where the content is narrower than the message, percent are rounded down."""
    image, width = resized(read_html('<ul><li><img src="a.png"></li></ul>').document, 0.8)

    assert width <= 0.8
    assert image.width == "85%"
