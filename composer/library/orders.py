"""Sample orders of the seller's own: kept in the library's settings, read from files.

In `permitted.toml` each is an `[[orders]]` with a `name` and a table of `values`, by placeholder;
a file of its own holds the same two. Values that are left out are the typical ones.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import tomlkit
from tomlkit import TOMLDocument
from tomlkit.items import Table

from composer.library.settings import (
    ORDERS,
    SettingsError,
    change_settings,
    find_settings,
    read_values,
)
from composer.phrase import Phrase
from composer.policy import Policy, SampleOrder
from composer.policy.order import own_order, worst_case

_VALUES = "values"


def own_orders(folder: Path, policy: Policy) -> tuple[SampleOrder, ...]:
    """Return the orders in the settings that hold for `folder`, in their order.

    Raises:
        SettingsError: where the file cannot be read, or an order has no name or other values.
    """
    path = find_settings(folder)
    held = read_values(path).get(ORDERS, []) if path is not None else []
    if path is None or not held:
        return ()
    if not isinstance(held, list):
        raise _malformed(path)
    found: dict[str, SampleOrder] = {}
    for order in (_order(entry, path, policy) for entry in held):
        found.setdefault(order.id, order)
    return tuple(found.values())


def all_orders(folder: Path, policy: Policy) -> tuple[SampleOrder, ...]:
    """Return the orders that ship, the seller's own, and last the worst case of all of them.

    Raises:
        SettingsError: where the seller's own cannot be read.
    """
    orders = (*policy.orders, *own_orders(folder, policy))
    return (*orders, worst_case(orders))


def find_order(name: str, folder: Path, policy: Policy) -> SampleOrder:
    """Return the order of that name for files in `folder`, or the one in the file `name`.

    Raises:
        SettingsError: where there is none, or it cannot be read.
    """
    order = _named(name, policy.orders)
    if order is not None:
        return order  # whatever state the settings are in
    orders = all_orders(folder, policy)
    order = _named(name, orders)
    if order is not None:
        return order
    path = Path(name)
    if path.suffix == ".toml" or path.is_file():
        return _order({"name": path.stem, **read_values(path)}, path, policy)
    titles = ", ".join(order.title if order.own else order.id for order in orders)
    raise SettingsError(
        Phrase("no sample order “{name}”; there are {titles}", name=name, titles=titles)
    )


def _named(name: str, orders: Iterable[SampleOrder]) -> SampleOrder | None:
    wanted = name.strip().casefold()
    found = (it for it in orders if wanted in {it.title.casefold(), it.id.casefold()})
    return next(found, None)


def keep_orders(folder: Path, orders: Sequence[SampleOrder], policy: Policy) -> None:
    """Make `orders` the seller's own in the settings that hold for `folder`.

    What else stands in the file stays as it is, comments included.

    Raises:
        SettingsError: where the file cannot be read or written.
    """
    own_orders(folder, policy)  # what cannot be read is not written over
    if orders or find_settings(folder) is not None:
        change_settings(folder, lambda document: _replace(document, orders, policy))


def _order(entry: object, path: Path, policy: Policy) -> SampleOrder:
    if not isinstance(entry, Mapping) or set(entry) - {"name", _VALUES}:
        raise _malformed(path)
    name, values = entry.get("name"), entry.get(_VALUES, {})
    if not isinstance(name, str) or not name.strip() or not isinstance(values, Mapping):
        raise _malformed(path)
    return own_order(name.strip(), dict(_texts(values, path, policy)), policy.orders[0])


def _texts(
    values: Mapping[object, object], path: Path, policy: Policy
) -> Iterator[tuple[str, str]]:
    for name, value in values.items():
        if not isinstance(value, str):
            raise _malformed(path)
        yield policy.canonical_name(str(name)) or str(name), value


def _malformed(path: Path) -> SettingsError:
    return SettingsError(
        Phrase("{name}: a sample order needs a name, and values that are texts", name=path.name)
    )


def _replace(document: TOMLDocument, orders: Iterable[SampleOrder], policy: Policy) -> None:
    held = document.get(ORDERS) or []
    known = {str(it["name"]).strip(): it for it in held if isinstance(it, Table)}
    tables = tomlkit.aot()
    for order in orders:
        table = known.get(order.title)
        tables.append(_written(order, tomlkit.table() if table is None else table, policy))
    if len(tables):
        document[ORDERS] = tables
    else:
        document.pop(ORDERS, None)


def _written(order: SampleOrder, table: Table, policy: Policy) -> Table:
    """Return `table` with the values of `order` that are not the typical ones."""
    typical = policy.orders[0].values
    wanted = {name: text for name, text in order.values.items() if typical.get(name) != text}
    table["name"] = order.title
    values = table.setdefault(_VALUES, tomlkit.table())
    for name in [it for it in values if it not in wanted]:
        del values[name]
    for name, text in wanted.items():
        if values.get(name) != text:
            values[name] = text
    return table
