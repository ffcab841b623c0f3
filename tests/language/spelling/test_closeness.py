"""Slips of the key are told from other words."""

import pytest

from composer.language.spelling.closeness import distance, is_close


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("teh", "the", 1), ("recieved", "received", 1), ("", "abc", 3), ("kettle", "kettle", 0)],
)
def test_letters_are_counted_and_swapped_ones_once(one: str, other: str, steps: int) -> None:
    """Either way round."""
    assert distance(one, other) == distance(other, one) == steps


@pytest.mark.parametrize(
    ("word", "other"), [("Teh", "The"), ("Tommorow", "Tomorrow"), ("Bestelung", "Bestellung")]
)
def test_a_slip_is_close(word: str, other: str) -> None:
    """A letter too many, one too few, two the wrong way round."""
    assert is_close(word, other)


@pytest.mark.parametrize(("word", "other"), [("Zellora", "Rozelle"), ("Anker", "Banner")])
def test_another_name_is_not(word: str, other: str) -> None:
    """What a dictionary makes of a name it does not know."""
    assert not is_close(word, other)
