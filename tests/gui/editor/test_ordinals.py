"""How list items are counted."""

import pytest

from composer.document import Container, Style
from composer.gui.editor.paint.ordinals import ordinal


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("decimal", ["1", "4", "28", "0", "4000"]),
        ("lower-alpha", ["a", "d", "ab", "0", "ewv"]),
        ("upper-latin", ["A", "D", "AB", "0", "EWV"]),
        ("lower-roman", ["i", "iv", "xxviii", "0", "4000"]),
        ("upper-roman", ["I", "IV", "XXVIII", "0", "4000"]),
        ("square", ["1", "4", "28", "0", "4000"]),
    ],
)
def test_a_list_counts_as_its_style_says(kind: str, shown: list[str]) -> None:
    """Letters go on behind z with two; what has no letter or numeral is a digit."""
    around = Container("ol", style=Style.of({"list-style-type": kind}))

    assert [ordinal(number, around) for number in (1, 4, 28, 0, 4000)] == shown


def test_the_attribute_of_old_counts_too() -> None:
    """A style comes before the attribute, and case tells a from A."""
    assert ordinal(3, Container("ol", attributes=(("type", "A"),))) == "C"
    assert ordinal(3, Container("ol", attributes=(("type", "i"),))) == "iii"
    assert ordinal(3, Container("ol", attributes=(("type", "x"),))) == "3"
    both = Container("ol", style=Style.of({"list-style-type": "decimal"}))
    assert ordinal(3, both) == "3"
