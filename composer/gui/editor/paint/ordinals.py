"""The numbers of list items in the ways HTML counts: digits, letters, Roman numerals."""

from composer.document import Container

_TYPES = {"a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_MOST_ROMAN = 3999


def ordinal(number: int, around: Container) -> str:
    """Return `number` as the list `around` it counts."""
    declared = around.style.get("list-style-type")
    kind = declared or _TYPES.get(around.attribute("type") or "", "decimal")
    case, _, letters = kind.partition("-")
    if number < 1 or letters not in {"alpha", "latin", "roman"}:
        return str(number)
    if letters == "roman":
        words = _roman(number) if number <= _MOST_ROMAN else str(number)
    else:
        words = _letters(number)
    return words.upper() if case == "upper" else words


def _letters(number: int) -> str:
    words = ""
    while number:
        number, letter = divmod(number - 1, 26)
        words = chr(ord("a") + letter) + words
    return words


def _roman(number: int) -> str:
    words = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        words += letters * times
    return words
