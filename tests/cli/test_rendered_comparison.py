from dataclasses import replace

import pytest

from composer.cli.rendered_comparison import NOT_RESOLVED, Count, Difference, compare
from composer.cli.rendered_pieces import ImagePiece, Insets, TextPiece

RUN = TextPiece(
    text="Thank you for your order",
    seen=True,
    size=16.0,
    family=("arial",),
    color="#000000",
    line_height=None,
    align="left",
    insets=Insets(0.0, 0.0),
)
IMAGE = ImagePiece("Our team", seen=True, share=0.5)


def test_pieces_that_agree() -> None:
    """Spaces do not matter, nor small differences."""
    near = replace(
        RUN,
        text="\n  Thank you\n for your\u00a0order ",
        size=16.4,
        color="#010100",
        insets=Insets(0.009, 0.0),
    )
    found = compare([RUN, IMAGE], [near, replace(IMAGE, share=0.495)])
    assert found.differences == ()
    assert found.counts["text"] == found.counts["inset"] == found.counts["image"] == Count(1, 1, 1)


@pytest.mark.parametrize(
    ("change", "name", "told"),
    [
        ({"size": 16.6}, "size", "16.6px"),
        ({"family": ("arial", "serif")}, "family", "arial, serif"),
        ({"color": "#030000"}, "color", "#030000"),
        ({"line_height": 24.0}, "line-height", "24px"),
        ({"align": "center"}, "alignment", "center"),
        ({"insets": Insets(0.0, 0.02)}, "inset", "0.0% / 2.0%"),
        ({"seen": False}, "text", "hidden"),
    ],
)
def test_a_difference_is_told(change: dict[str, object], name: str, told: str) -> None:
    """Which property, what we say, what the browser says, and how it counts."""
    found = compare([RUN], [replace(RUN, **change)])  # type: ignore[arg-type]
    (difference,) = found.differences
    assert (difference.property, difference.rendered) == (name, told)
    agrees = int(name == "inset")
    assert found.counts["text"] == Count(1, 1, agrees)
    assert found.counts["size"].agreeing == int(name not in {"size", "text"})


def test_text_is_split_where_either_side_splits_it() -> None:
    """A run that differs in part counts as two."""
    halves = [replace(RUN, text="Thank you"), replace(RUN, text=" for your order", size=20.0)]
    for ours, rendered in (([RUN], halves), (halves, [RUN])):
        found = compare(ours, rendered)
        assert found.counts["text"] == Count(2, 2, 1)
        assert [difference.text for difference in found.differences] == ["for your order"]


def test_what_is_not_claimed_is_not_wrong() -> None:
    """Insets and widths that are not known count, but neither way."""
    ours = [replace(RUN, insets=None), replace(IMAGE, share=None)]
    found = compare(ours, [replace(RUN, insets=Insets(0.4, 0.4)), IMAGE])
    assert found.differences == ()
    assert found.counts["inset"] == found.counts["image"] == Count(1, 0, 0)
    wrong = compare([IMAGE], [replace(IMAGE, share=0.52)])
    assert wrong.differences == (Difference("Our team", "image", "50.0%", "52.0%"),)
    assert wrong.counts["image"] == Count(1, 1, 0)


def test_what_one_side_lacks() -> None:
    """Text that nobody sees is no run; text that only one side has is a difference."""
    hidden = replace(RUN, seen=False, text="Look inside")
    assert compare([hidden, RUN], [RUN]).differences == ()
    assert compare([RUN], [hidden, RUN]).counts["text"] == Count(1, 1, 1)
    (missing,) = compare([RUN], [RUN, IMAGE]).differences
    assert (missing.property, missing.ours, missing.rendered) == ("image", "not there", "seen")


def test_why_a_value_differs() -> None:
    """Where we say ourselves that we did not resolve it, or it holds in some windows only."""
    ours = replace(RUN, unknown=("font-size",))
    assert compare([ours], [replace(RUN, size=9.0)]).differences[0].reason == NOT_RESOLVED
    narrow = replace(RUN, size=9.0, conditional=True)
    assert "windows" in compare([RUN], [narrow]).differences[0].reason
