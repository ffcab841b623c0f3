import pytest

from composer.cli.text_alignment import aligned


def sides(one: str, other: str) -> tuple[str, str, str]:
    """What both texts have, what only the first has, and what only the second."""
    found = list(aligned(one, other))
    assert [at for _, at, _ in found if at >= 0] == list(range(len(one)))
    assert [at for _, _, at in found if at >= 0] == list(range(len(other)))
    return (
        "".join(char for char, at, at_other in found if at >= 0 and at_other >= 0),
        "".join(char for char, _, at_other in found if at_other < 0),
        "".join(char for char, at, _ in found if at < 0),
    )


LETTERS = "The quick brown fox jumps over the lazy dog"


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("", "", ("", "", "")),
        ("abc", "abc", ("abc", "", "")),
        ("abc", "", ("", "abc", "")),
        (LETTERS + "end", LETTERS, (LETTERS, "end", "")),
        ("xy" + LETTERS, LETTERS, (LETTERS, "xy", "")),
        (LETTERS, "one" + LETTERS + "two", (LETTERS, "", "onetwo")),
        ("front" + LETTERS, LETTERS + "front", (LETTERS, "front", "front")),
        (f"{LETTERS}a{LETTERS[::-1]}", f"{LETTERS}bcd{LETTERS[::-1]}", None),
    ],
)
def test_texts_meet_again(one: str, other: str, expected: tuple[str, str, str] | None) -> None:
    """Each character is there once, in order; what is the same stands side by side."""
    assert sides(one, other) == (expected or (LETTERS + LETTERS[::-1], "a", "bcd"))
