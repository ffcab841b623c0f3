"""The policy: one edition of the guidelines with everything that hangs on it, read only."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from composer import resources
from composer.document.placeholders import PlaceholderTable
from composer.policy.accessibility import Accessibility, read_accessibility
from composer.policy.channel_limit import (
    AttachmentFiles,
    AttachmentKind,
    ChannelLimit,
    Operation,
    read_files,
    read_kinds,
    read_limits,
    read_operations,
)
from composer.policy.clause import Clause, read_clauses
from composer.policy.edition import Edition, Limits, read_editions
from composer.policy.filled import FilledPolicy, read_filled
from composer.policy.hosts import Hosts, read_hosts
from composer.policy.language import Languages, read_languages
from composer.policy.local_samples import LocalSamples, read_local_samples
from composer.policy.marketplace import Marketplace, read_marketplaces
from composer.policy.order import SampleOrder, shipped_orders
from composer.policy.placeholder import Placeholder, Placeholders, read_placeholders
from composer.policy.source import read_sources
from composer.policy.table import PolicyError, Table
from composer.policy.vocabulary import Channel, Reason, read_channels, read_reasons


class UnknownEditionError(PolicyError):
    """There is no edition of that name; the message lists those there are."""


@dataclass(frozen=True, slots=True)
class Policy:
    """Clauses, limits and vocabularies of one edition; mappings keep the order of the data."""

    edition: Edition
    editions: Mapping[str, Edition]
    clauses: Mapping[str, Clause]
    reasons: Mapping[str, Reason]
    channels: Mapping[str, Channel]
    attachment_kinds: Mapping[str, AttachmentKind]
    attachment_files: AttachmentFiles
    operations: Mapping[str, Operation]
    marketplaces: Mapping[str, Marketplace]
    languages: Languages
    hosts: Hosts
    orders: tuple[SampleOrder, ...]
    filled: FilledPolicy
    local_samples: LocalSamples
    accessibility: Accessibility
    _placeholders: Placeholders
    _pairs: Mapping[tuple[str, str], ChannelLimit]

    @classmethod
    def load(cls, edition: str | None = None) -> "Policy":
        """Return the policy of `edition`, the newest by default; it is read once.

        Raises:
            UnknownEditionError: no edition has that id.
            PolicyError: the data is damaged.
        """
        return _load(edition)

    @property
    def limits(self) -> Limits:
        """The measures of the edition."""
        return self.edition.limits

    def channel_limit(self, reason: str, channel: str) -> ChannelLimit | None:
        """Return what `channel` accepts for `reason`, or None where either is unknown."""
        return self._pairs.get((reason, channel))

    def store_for(self, language: str) -> str:
        """Return the domain of the store a BCP 47 language is written for most likely.

        The store whose default it is, the language's own country before others, else the first
        that offers it, else amazon.com.
        """
        wanted = language.casefold().replace("_", "-")
        main = wanted.partition("-")[0]
        stores = self.marketplaces.values()
        order = (
            lambda it: it.default_language.casefold() == wanted,
            lambda it: wanted in map(str.casefold, it.languages),
            lambda it: it.default_language.casefold() == f"{main}-{main}",
            lambda it: it.default_language.casefold().partition("-")[0] == main,
            lambda it: any(tag.casefold().partition("-")[0] == main for tag in it.languages),
        )
        found = (store.domain for fits in order for store in stores if fits(store))
        return next(found, "amazon.com")

    @property
    def placeholders(self) -> Mapping[str, Placeholder]:
        """The canonical placeholders, by name, in the order shown."""
        return self._placeholders.by_name

    @property
    def vague_names(self) -> Mapping[str, tuple[str, ...]]:
        """Names that do not say what they stand for (`date`), with canonical ones to choose."""
        return self._placeholders.vague

    @property
    def syntax_tools(self) -> Mapping[str, tuple[str, ...]]:
        """The tools known to write a placeholder syntax, by syntax id."""
        return self._placeholders.tools

    def placeholder_table(self) -> PlaceholderTable:
        """Return the table readers need to find placeholders of every known tool."""
        return self._placeholders.table

    def canonical_name(self, raw: str) -> str | None:
        """Return the canonical name of a placeholder in any tool's spelling, None if unknown."""
        return self._placeholders.canonical_name(raw)


@cache
def _load(edition: str | None) -> Policy:
    sources = read_sources(_file("sources"))
    editions = read_editions(_file("editions"), sources)
    chosen = edition or next(reversed(editions))
    if chosen not in editions:
        raise UnknownEditionError(f"no edition {chosen}; there are {', '.join(editions)}")
    limits = _file("limits")
    placeholders = read_placeholders(_file("placeholders"))
    orders = shipped_orders(placeholders.by_name)
    marketplaces = read_marketplaces(_file("marketplaces"))
    return Policy(
        edition=editions[chosen],
        editions=editions,
        clauses=read_clauses(_file("clauses"), sources, editions, editions[chosen]),
        reasons=read_reasons(_file("reasons"), sources),
        channels=read_channels(_file("channels"), sources),
        attachment_kinds=read_kinds(limits),
        attachment_files=read_files(limits, sources),
        operations=read_operations(limits),
        marketplaces=marketplaces,
        languages=read_languages(_file("languages")),
        hosts=read_hosts(_file("hosts"), marketplaces),
        orders=orders,
        filled=read_filled(_file("filled")),
        local_samples=read_local_samples(_file("samples"), orders[0]),
        accessibility=read_accessibility(_file("accessibility")),
        _placeholders=placeholders,
        _pairs=read_limits(limits, sources),
    )


def _file(name: str) -> Table:
    return Table.load(resources.path(f"policy/{name}.toml"))
