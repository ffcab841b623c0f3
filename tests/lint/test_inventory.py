"""All that was measured, by value and with the words that have it."""

from dataclasses import replace

from composer.document import Document
from composer.document.html.reader import read_html
from composer.lint.inventory import Measure, Use, inventory
from composer.lint.rendered import Rendered, RenderedBlock, RenderedImage, RenderedRun

RUN = RenderedRun(0, 5, 16.0, '"Trebuchet MS", Arial', "rgb(51, 51, 51)", "", 24.0)


def document() -> Document:
    """Two paragraphs and a picture."""
    return read_html(
        "<p>Hello</p><p>dear <b>buyer</b></p><p><img src='a.png' alt='A'></p>"
    ).document


def uses(measure: Measure, *facts: RenderedBlock) -> list[Use]:
    """What is listed of one measure."""
    body = document()
    rendered = Rendered(600, dict(zip(body.blocks, facts, strict=False)))
    return [use for use in inventory(body, rendered) if use.measure is measure]


def test_the_most_used_value_comes_first_with_its_words() -> None:
    """Characters of all places count; the words are those of the first one."""
    small = replace(RUN, size=12.04)
    facts = (
        RenderedBlock(runs=(RUN,)),
        RenderedBlock(runs=(replace(small, end=4), replace(small, start=5, end=10))),
    )
    found = uses(Measure.SIZE, *facts)
    assert [(use.value, use.characters, use.words) for use in found] == [
        (12.0, 9, "dear"),
        (16.0, 5, "Hello"),
    ]
    body = document().text
    assert body[found[0].start : found[0].end] == "dear"


def test_values_are_said_as_a_person_would() -> None:
    """The first family, the colour as hexadecimal, the contrast to what is behind."""
    facts = RenderedBlock(left=0.1, right=0.0, align="center", runs=(RUN,))
    assert [use.value for use in uses(Measure.FAMILY, facts)] == ["Trebuchet MS"]
    assert [use.value for use in uses(Measure.COLOR, facts)] == ["#333333"]
    assert [use.value for use in uses(Measure.CONTRAST, facts)] == [12.6]
    assert [use.value for use in uses(Measure.LINE_HEIGHT, facts)] == [24.0]
    assert [use.value for use in uses(Measure.ALIGN, facts)] == ["center"]
    assert [use.value for use in uses(Measure.LEFT, facts)] == [0.1]
    assert not uses(Measure.RIGHT, facts)


def test_no_contrast_is_claimed_over_a_picture() -> None:
    """And half transparent colours count as they look."""
    assert not uses(Measure.CONTRAST, RenderedBlock(runs=(replace(RUN, background="image"),)))
    veil = replace(RUN, color="rgb(0, 0, 0)", background="rgba(0, 0, 0, 0.5)")
    assert [use.value for use in uses(Measure.CONTRAST, RenderedBlock(runs=(veil,)))] == [5.3]


def test_pictures_are_listed_with_their_share() -> None:
    """A block that shows no words has no alignment worth saying."""
    facts = (RenderedBlock(), RenderedBlock(), RenderedBlock(images=(RenderedImage(0, 0.92),)))
    assert [use.value for use in uses(Measure.IMAGE, *facts)] == [0.92]
    assert not uses(Measure.ALIGN, *facts)
