"""What placeholders stand for that are the seller's own: kept in the library's settings.

In `permitted.toml` they are the table ``values``, by placeholder.
"""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import tomlkit
from tomlkit import TOMLDocument

from composer.library.settings import (
    VALUES,
    SettingsError,
    change_settings,
    find_settings,
    read_values,
)
from composer.phrase import Phrase
from composer.policy import Policy, SampleOrder


def own_values(folder: Path, policy: Policy) -> dict[str, str]:
    """Return what the settings that hold for `folder` know, by canonical name.

    Raises:
        SettingsError: where the file cannot be read, or a value is no text.
    """
    path = find_settings(folder)
    held = read_values(path).get(VALUES, {}) if path is not None else {}
    if path is None or not held:
        return {}
    if not isinstance(held, Mapping) or not all(isinstance(it, str) for it in held.values()):
        raise SettingsError(
            Phrase("{name}: {entry} must be a table of texts", name=path.name, entry=VALUES)
        )
    named = ((policy.canonical_name(name), value) for name, value in held.items())
    return {name: value for name, value in named if name and _is_own(name, policy)}


def keep_own_values(folder: Path, values: Mapping[str, str], policy: Policy) -> None:
    """Remember those of `values` that are the seller's own, and forget the empty ones.

    What else stands in the file stays as it is; a file is made only where there is something to
    remember.

    Raises:
        SettingsError: where the file cannot be read or written.
    """
    known = own_values(folder, policy)
    own = {name: value.strip() for name, value in values.items() if _is_own(name, policy)}
    changed = {name: value for name, value in own.items() if known.get(name, "") != value}
    if changed:
        change_settings(folder, lambda document: _change(document, changed, policy))


def in_order(order: SampleOrder, values: Mapping[str, str], typical: SampleOrder) -> SampleOrder:
    """Return `order` with the seller's own `values` where it has the `typical` ones."""
    own = {name: value for name, value in values.items() if _is_typical(order, name, typical)}
    return replace(order, values={**order.values, **own}) if own else order


def _is_typical(order: SampleOrder, name: str, typical: SampleOrder) -> bool:
    return order.value(name) == typical.value(name)


def _is_own(name: str, policy: Policy) -> bool:
    return name in policy.placeholders and policy.placeholders[name].seller


def _change(document: TOMLDocument, changed: Mapping[str, str], policy: Policy) -> None:
    table = document.setdefault(VALUES, tomlkit.table())
    for spelled in [it for it in table if policy.canonical_name(it) in changed]:
        del table[spelled]
    for name, value in changed.items():
        if value:
            table[name] = value
    if not table:
        del document[VALUES]
