"""Which finding is the next one."""

from collections.abc import Mapping

from composer.lint.finding import Finding
from composer.lint.rule import PARTS


def next_key(
    findings: Mapping[str, Finding], current: str, caret: tuple[str, int] | None, direction: int
) -> str:
    """Return the key of the finding after (1) or before (-1) `current`, going round the ends.

    Where none of `findings`, which are in the order of the text and not empty, is the current
    one, `caret`, a part and a position in it, says where to go from.
    """
    keys = tuple(findings)
    if current in findings:
        return keys[(keys.index(current) + direction) % len(keys)]
    if caret is None:
        return keys[0 if direction > 0 else -1]
    here = _place(*caret)
    places = {
        key: _place(finding.location.part, finding.location.start)
        for key, finding in findings.items()
        if finding.location.start < finding.location.end
    }
    if direction > 0:
        return next((key for key, place in places.items() if place >= here), keys[0])
    return next((key for key in reversed(places) if places[key] < here), keys[-1])


def _place(part: str, position: int) -> tuple[int, int]:
    return (PARTS.index(part) if part in PARTS else len(PARTS)), position
