"""Hosts and addresses by what they mean: Amazon's stores, carriers, shorteners, trackers, stock.

No network is used: what an address leads to is judged by its look alone.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from composer.policy.table import PolicyError, Table


class HostKind(StrEnum):
    """Lists of domains in hosts.toml."""

    NOT_STORE = "not_stores"
    AMAZON_SHORTENER = "amazon_shorteners"
    SHORTENER = "shorteners"
    DIVERSION = "diversions"
    GIF = "gif_hosts"
    PRODUCT_IMAGE = "product_images"
    STOCK = "stock"


class AmazonPath(StrEnum):
    """What a page of an Amazon store is."""

    REVIEW = "review"
    ORDER = "order"
    CONTACT = "contact"
    PRODUCT = "product"
    STOREFRONT = "storefront"


@dataclass(frozen=True, slots=True)
class Carrier:
    """A shipping provider, with the domains of its own pages."""

    name: str
    domains: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tracker:
    """A way of reporting that a message was opened; `pattern` is searched in host and path."""

    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Hosts:
    """Answers about hosts (lower case, IDNA, no port) and addresses (host, path and query)."""

    carriers: tuple[Carrier, ...]
    trackers: tuple[Tracker, ...]
    stock_names: tuple[str, ...]
    _stores: frozenset[str]
    _kinds: Mapping[HostKind, frozenset[str]]
    _by_domain: Mapping[str, Carrier]
    _paths: tuple[tuple[AmazonPath, re.Pattern[str]], ...]
    _tracking: re.Pattern[str]
    _affiliate: frozenset[str]

    def store(self, host: str) -> str | None:
        """Return the Amazon store a host belongs to (`www.amazon.de` to `amazon.de`), or None."""
        return next((each for each in _domains(host) if each in self._stores), None)

    def carrier(self, host: str) -> Carrier | None:
        """Return the carrier whose host it is, or None."""
        found = (self._by_domain.get(each) for each in _domains(host))
        return next((carrier for carrier in found if carrier), None)

    def has(self, host: str, kind: HostKind) -> bool:
        """Return whether a host, or a domain it is inside of, is of `kind`."""
        return any(each in self._kinds[kind] for each in _domains(host))

    def tracker(self, address: str) -> Tracker | None:
        """Return the tracker an image's address (without scheme) looks like, or None."""
        return next((each for each in self.trackers if each.pattern.search(address)), None)

    def tracks(self, parameter: str) -> bool:
        """Return whether a query parameter's name follows a buyer around (`utm_source`)."""
        return self._tracking.fullmatch(parameter) is not None

    def advertises(self, parameter: str) -> bool:
        """Return whether a query parameter on a link to Amazon is a partner's tag."""
        return parameter in self._affiliate

    def amazon_path(self, path: str) -> AmazonPath | None:
        """Return what a path with query on an Amazon store is, or None for any other page."""
        return next((kind for kind, pattern in self._paths if pattern.search(path)), None)


def read_hosts(file: Table, stores: Iterable[str]) -> Hosts:
    """Read hosts.toml; `stores` are the domains of Amazon's stores. Raises PolicyError."""
    carriers = tuple(_carrier(table) for table in file.tables("carrier"))
    tracking = "|".join(
        re.escape(name).replace(r"\*", r"\w*") for name in file.texts("tracking_parameters")
    )
    hosts = Hosts(
        carriers=carriers,
        trackers=tuple(_tracker(table) for table in file.tables("tracker")),
        stock_names=file.texts("stock_names"),
        _stores=frozenset(stores),
        _kinds={kind: frozenset(file.texts(kind.value)) for kind in HostKind},
        _by_domain={domain: carrier for carrier in carriers for domain in carrier.domains},
        _paths=tuple(_path(table) for table in file.tables("amazon_path")),
        _tracking=re.compile(tracking, re.IGNORECASE),
        _affiliate=frozenset(file.texts("affiliate_parameters")),
    )
    file.done()
    return hosts


def _domains(host: str) -> Iterable[str]:
    labels = host.casefold().rstrip(".").split(".")
    return (".".join(labels[start:]) for start in range(len(labels)))


def _carrier(table: Table) -> Carrier:
    carrier = Carrier(table.text("name"), table.texts("domains"))
    table.done()
    return carrier


def _tracker(table: Table) -> Tracker:
    tracker = Tracker(table.text("name"), _pattern(table))
    table.done()
    return tracker


def _path(table: Table) -> tuple[AmazonPath, re.Pattern[str]]:
    entry = AmazonPath(table.text("kind")), _pattern(table)
    table.done()
    return entry


def _pattern(table: Table) -> re.Pattern[str]:
    try:
        return re.compile(table.text("pattern"), re.IGNORECASE)
    except re.error as error:
        raise PolicyError(f"{table.place}: {error}") from error
