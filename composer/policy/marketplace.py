"""Marketplaces: Amazon's stores, with the languages a buyer can choose in each."""

from dataclasses import dataclass

from composer.policy.table import PolicyError, Table


@dataclass(frozen=True, slots=True)
class Marketplace:
    """One store by its domain; `languages` are BCP 47 tags, the default first.

    `code` is Amazon's country code (UK, not GB), `phone_region` the ISO 3166 one. `disputed` says
    where sources differ about the languages.
    """

    domain: str
    code: str
    country: str
    languages: tuple[str, ...]
    phone_region: str
    disputed: str | None

    @property
    def default_language(self) -> str:
        """The tag of the store's default language."""
        return self.languages[0]


def read_marketplaces(file: Table) -> dict[str, Marketplace]:
    """Read marketplaces.toml, by domain; raises PolicyError."""
    marketplaces: dict[str, Marketplace] = {}
    for table in file.tables("marketplace"):
        marketplace = Marketplace(
            domain=table.text("domain"),
            code=table.text("code"),
            country=table.text("country"),
            languages=table.texts("languages"),
            phone_region=table.text("phone_region"),
            disputed=table.optional_text("disputed"),
        )
        table.done()
        if not marketplace.languages or marketplace.domain in marketplaces:
            raise PolicyError(f"{table.place}: no languages, or there twice")
        marketplaces[marketplace.domain] = marketplace
    return marketplaces
