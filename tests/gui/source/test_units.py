"""Code points and UTF-16 units of long texts."""

from hypothesis import given
from hypothesis import strategies as st

from composer.gui.editor.bridge.positions import to_code_points, to_utf16
from composer.gui.source.units import Units

TEXTS = st.text(alphabet="ab é😀👩\u200d中\n", max_size=40)


@given(TEXTS)
def test_every_position_is_counted_as_one_by_one(text: str) -> None:
    """Line by line gives what counting from the start gives, in both directions."""
    units = Units(text)
    length = to_utf16(text, len(text))

    assert [units.unit(n) for n in range(len(text) + 1)] == [
        to_utf16(text, n) for n in range(len(text) + 1)
    ]
    assert [units.point(n) for n in range(length + 1)] == [
        to_code_points(text, n) for n in range(length + 1)
    ]


def test_positions_behind_the_end_are_the_end() -> None:
    """Qt counts one more than there is."""
    assert Units("ab").point(3) == 2
    assert Units("a😀").point(5) == 2
