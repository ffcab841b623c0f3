"""Which rules make no sense for the values of placeholders, and why."""

from collections.abc import Collection, Container
from dataclasses import dataclass, field

from composer.policy.table import Table


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Rules that values are not checked with; without `placeholders` it holds for all values.

    Of the values that are sent, `samples_only` leaves none out, `known_only` those of placeholders
    that are ours.
    """

    reason: str
    rules: frozenset[str]
    placeholders: frozenset[str]
    samples_only: bool = False
    known_only: bool = False

    def spares(self, names: Collection[str], known: Container[str]) -> bool:
        """Whether this holds for the values of `names` that are sent."""
        if self.samples_only:
            return False
        if self.placeholders:
            return self.placeholders.issuperset(names)
        return not self.known_only or all(name in known for name in names)


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

    def spares(self, rule: str, names: Collection[str], known: Container[str]) -> bool:
        """Whether `rule` says nothing about the values of `names` that a seller sends to a buyer.

        `known` are the placeholders that are ours.
        """
        return any(rule in it.rules and it.spares(names, known) for it in self.left_out)


def read_filled(file: Table) -> FilledPolicy:
    """Read filled.toml; raises PolicyError."""
    return FilledPolicy(tuple(map(_left_out, file.tables("left_out"))))


def _left_out(table: Table) -> LeftOut:
    entry = LeftOut(
        table.text("reason"),
        frozenset(table.texts("rules")),
        frozenset(table.texts("placeholders")),
        samples_only=table.optional_flag("samples_only") or False,
        known_only=table.optional_flag("known_only") or False,
    )
    table.done()
    return entry
