"""What an audit of the rendered message may find, in our words and by our weights."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from composer.policy.table import PolicyError, Table

_SEVERITIES = ("must-fix", "review", "advice")
_LEVELS = ("A", "AA", "AAA")
_CRITERION = re.compile(r"[1-4]\.\d\.\d{1,2}")


@dataclass(frozen=True, slots=True)
class AccessibilityCheck:
    """One thing the audit may find; `axe` are the ids under which axe-core reports it.

    `severity` is that of findings, `wcag` the number of the criterion. `covered_by` are rules that
    see the same in the source. `title` says what is wrong and `help` what mends it; `question` is
    what a person is asked where axe cannot tell, unless its reason is one of `unsaid`.
    """

    id: str
    axe: tuple[str, ...]
    severity: str
    wcag: str
    level: str
    covered_by: tuple[str, ...]
    unsaid: frozenset[str]
    title: str
    help: str
    question: str


@dataclass(frozen=True, slots=True)
class Accessibility:
    """The checks by their ids, and what axe-core is told to leave out."""

    checks: Mapping[str, AccessibilityCheck]
    by_axe: Mapping[str, AccessibilityCheck]
    off: frozenset[str]


def read_accessibility(file: Table) -> Accessibility:
    """Read accessibility.toml; raises PolicyError."""
    checks: dict[str, AccessibilityCheck] = {}
    by_axe: dict[str, AccessibilityCheck] = {}
    for check in map(_check, file.tables("check")):
        if check.id in checks:
            raise PolicyError(f"{file.place}: check {check.id} is there twice")
        checks[check.id] = check
        for name in check.axe:
            if name in by_axe:
                raise PolicyError(f"{file.place}: axe's {name} is there twice")
            by_axe[name] = check
    off = frozenset(_off(file))
    if both := sorted(off & by_axe.keys()):
        raise PolicyError(f"{file.place}: {', '.join(both)} checked and off")
    file.done()
    return Accessibility(checks, by_axe, off)


def _check(table: Table) -> AccessibilityCheck:
    check = AccessibilityCheck(
        id=table.text("id"),
        axe=table.texts("axe"),
        severity=table.text("severity"),
        wcag=table.text("wcag"),
        level=table.text("level"),
        covered_by=table.texts("covered_by"),
        unsaid=frozenset(table.texts("unsaid")),
        title=table.text("title"),
        help=table.text("help"),
        question=table.text("question"),
    )
    table.done()
    if check.severity not in _SEVERITIES:
        raise PolicyError(f"{table.place}: severity is none of {', '.join(_SEVERITIES)}")
    if check.level not in _LEVELS or not _CRITERION.fullmatch(check.wcag):
        raise PolicyError(f"{table.place}: wcag and level name no criterion")
    return check


def _off(file: Table) -> Iterator[str]:
    for table in file.tables("off"):
        table.text("reason")
        yield from table.texts("axe")
        table.done()
