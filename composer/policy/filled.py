"""Which rules make no sense for the values of placeholders, and why."""

from collections.abc import Iterable
from dataclasses import dataclass

from composer.policy.table import Table


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rules that values are not checked with; without `placeholders` it holds for all values."""

    reason: str
    rules: frozenset[str]
    placeholders: frozenset[str]


@dataclass(frozen=True, slots=True)
class FilledPolicy:
    """How messages are checked whose placeholders are filled in."""

    left_out: tuple[LeftOut, ...]

    @property
    def never(self) -> frozenset[str]:
        """The rules that no value is checked with."""
        return frozenset().union(*(it.rules for it in self.left_out if not it.placeholders))

    def leaves_out(self, rule: str, names: Iterable[str]) -> bool:
        """Whether `rule` says nothing about the values of the placeholders `names`."""
        wanted = frozenset(names)
        return any(
            rule in it.rules and (not it.placeholders or wanted <= it.placeholders)
            for it in self.left_out
        )


def read_filled(file: Table) -> FilledPolicy:
    """Read filled.toml; raises PolicyError."""
    return FilledPolicy(tuple(map(_left_out, file.tables("left_out"))))


def _left_out(table: Table) -> LeftOut:
    entry = LeftOut(
        table.text("reason"),
        frozenset(table.texts("rules")),
        frozenset(table.texts("placeholders")),
    )
    table.done()
    return entry
