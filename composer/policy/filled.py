"""Which rules make no sense for the values of placeholders, and why."""

from collections.abc import Collection
from dataclasses import dataclass, field

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
    never: frozenset[str] = field(init=False, repr=False, compare=False)
    """The rules that no value is checked with."""

    def __post_init__(self) -> None:
        always = (it.rules for it in self.left_out if not it.placeholders)
        object.__setattr__(self, "never", frozenset().union(*always))

    def leaves_out(self, rule: str, names: Collection[str]) -> bool:
        """Whether `rule` says nothing about the values of the placeholders `names`."""
        if rule in self.never:
            return True
        entries = [it for it in self.left_out if rule in it.rules]
        return any(it.placeholders.issuperset(names) for it in entries)


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
