"""Slips of the key are told from other words."""

import pytest

from composer.language.spelling.closeness import best_first, distance, is_close


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


@pytest.mark.parametrize(
    ("word", "offered", "first"),
    [
        ("adress", ("dress", "address", "a dress"), "address"),
        ("recieve", ("receive", "relieve"), "receive"),
        ("teh", ("the", "tech"), "the"),
        ("arcel", ("parcel", "armadillo"), "parcel"),
        ("x", (), None),
    ],
)
def test_what_begins_alike_comes_first_among_what_is_as_near(
    word: str, offered: tuple[str, ...], first: str | None
) -> None:
    """Nothing is lost, and the others stay in the dictionary's order."""
    ranked = best_first(word, offered)
    assert next(iter(ranked), None) == first
    assert [it for it in offered if it != first] == list(ranked[1:])
