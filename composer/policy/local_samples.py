"""What the typical order says to buyers of a language and a store."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from composer.policy.order import SampleOrder
from composer.policy.table import PolicyError, Table

_STORE = "amazon.com"  # of the values as they ship


@dataclass(frozen=True, slots=True)
class LocalSamples:
    """Values that differ from those of the `typical` order, by language (a BCP 47 tag)."""

    typical: SampleOrder
    by_language: Mapping[str, Mapping[str, str]]

    def order_for(self, order: SampleOrder, language: str, store: str) -> SampleOrder:
        """Return `order` with its typical values as buyers of `language` at `store` know them.

        `store` is a domain such as ``amazon.de``. What an order says for itself stays.
        """
        local = self._of(language)
        values = {
            name: _at_store(local.get(name, value), store)
            if self._is_typical(name, value)
            else value
            for name, value in order.values.items()
        }
        return replace(order, values=values)

    def _is_typical(self, name: str, value: str) -> bool:
        return self.typical.value(name) == value

    def _of(self, language: str) -> dict[str, str]:
        """The values of a tag, and before them those of its beginning."""
        main, _, _ = language.partition("-")
        return {**self.by_language.get(main, {}), **self.by_language.get(language, {})}


def read_local_samples(file: Table, typical: SampleOrder) -> LocalSamples:
    """Read samples.toml; raises PolicyError."""
    languages = {tag: _values(file.table(tag), typical) for tag in file.values}
    file.done()
    return LocalSamples(typical, languages)


def _values(table: Table, typical: SampleOrder) -> dict[str, str]:
    values = {name: table.text(name) for name in table.values}
    unknown = sorted(values.keys() - typical.values.keys())
    if unknown:
        raise PolicyError(f"{table.place}: unknown {', '.join(unknown)}")
    table.done()
    return values


def _at_store(value: str, store: str) -> str:
    if not store or store == _STORE:
        return value
    return value.replace(_STORE, store).replace(_STORE.capitalize(), store.capitalize())
