"""Sample orders: what placeholders may stand for, from the shortest values to the longest."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from composer import resources
from composer.policy.placeholder import Placeholder
from composer.policy.table import PolicyError, Table

TYPICAL = "typical"
WORST = "worst-case"
OWN = "own:"


@dataclass(frozen=True, slots=True)
class SampleOrder:
    """A value for each placeholder, by canonical name.

    `own` tells that the seller wrote it, so that such an order may really be. `title` is English
    for the others, as in the files that ship.
    """

    id: str
    title: str
    values: Mapping[str, str] = field(hash=False)
    own: bool = False

    def value(self, name: str) -> str | None:
        """Return what the placeholder `name` stands for, None where this order does not say."""
        return self.values.get(name)

    def shown(self, name: str) -> str:
        """Return the same; a placeholder without a value as it is spelled."""
        return self.values.get(name, f"{{{{{name}}}}}")


def typical_order(placeholders: Mapping[str, Placeholder]) -> SampleOrder:
    """Return the order that has the sample of each placeholder."""
    values = {name: item.samples[0] for name, item in placeholders.items() if item.samples}
    return SampleOrder(TYPICAL, "Typical", values)


def shipped_orders(placeholders: Mapping[str, Placeholder]) -> tuple[SampleOrder, ...]:
    """Return the typical order, then those that ship beside it.

    Raises:
        PolicyError: a file of them is damaged.
    """
    typical = typical_order(placeholders)
    read = (_shipped(path, typical) for path in resources.path("orders").glob("*.toml"))
    return (typical, *(order for _, order in sorted(read, key=lambda each: each[0])))


def own_order(title: str, values: Mapping[str, str], typical: SampleOrder) -> SampleOrder:
    """Return an order as a seller keeps it; values that are left out are the typical ones."""
    given = {name: " ".join(value.split()) for name, value in values.items()}
    return SampleOrder(f"{OWN}{title}", title, {**typical.values, **given}, own=True)


def worst_case(orders: Iterable[SampleOrder]) -> SampleOrder:
    """Return the order that has the longest value that any of `orders` has for a placeholder."""
    values: dict[str, str] = {}
    for order in orders:
        for name, value in order.values.items():
            if len(value) > len(values.get(name, "")):
                values[name] = value
    return SampleOrder(WORST, "Worst case", values)


def _shipped(path: Path, typical: SampleOrder) -> tuple[int, SampleOrder]:
    table = Table.load(path)
    given = table.table("values")
    values = {name: given.text(name) for name in given.values}
    unknown = sorted(values.keys() - typical.values.keys())
    if unknown:
        raise PolicyError(f"{given.place}: unknown {', '.join(unknown)}")
    title, position = table.text("title"), table.whole("position")
    table.done()
    return position, SampleOrder(path.stem, title, {**typical.values, **values})
