"""The next finding is the one after the current one, or after the caret."""

import pytest

from composer.gui.findings.stepping import next_key
from composer.lint.finding import Finding, Location, Severity


def found(part: str, start: int, end: int) -> Finding:
    """Return a finding somewhere."""
    return Finding("rule", "S-EMOJI", Severity.REVIEW, "", Location(part, start, end))


FOUND = {
    "s": found("subject", 2, 5),
    "whole": found("body", 0, 0),
    "a": found("body", 4, 6),
    "b": found("body", 9, 12),
}


@pytest.mark.parametrize(
    ("current", "caret", "direction", "expected"),
    [
        ("s", None, 1, "whole"),
        ("b", ("body", 0), 1, "s"),
        ("s", None, -1, "b"),
        ("", None, 1, "s"),
        ("", None, -1, "b"),
        ("", ("subject", 0), 1, "s"),
        ("", ("subject", 7), 1, "a"),
        ("", ("body", 7), 1, "b"),
        ("", ("body", 7), -1, "a"),
        ("", ("body", 0), -1, "s"),
        ("", ("body", 13), 1, "s"),
        ("", ("subject", 0), -1, "b"),
        ("gone", ("body", 7), 1, "b"),
    ],
)
def test_next(current: str, caret: tuple[str, int] | None, direction: int, expected: str) -> None:
    """The current one counts before the caret, and both ends meet."""
    assert next_key(FOUND, current, caret, direction) == expected
