"""Languages templates are written in: names, direction, home countries for telephone numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from composer.policy.table import PolicyError, Table


class Direction(StrEnum):
    """Which way a language runs, as HTML's `dir` writes it."""

    LTR = "ltr"
    RTL = "rtl"


@dataclass(frozen=True, slots=True)
class Language:
    """A language by its shortest BCP 47 tag that tells it apart (`de`, `pt-BR`).

    `phone_regions` are ISO 3166 countries; `checked` says that the words of the guidelines are
    known in it.
    """

    tag: str
    name: str
    own_name: str
    direction: Direction
    phone_regions: tuple[str, ...]
    checked: bool


@dataclass(frozen=True, slots=True)
class Languages:
    """All languages, by tag; regions by ISO 3166 code, for titles."""

    by_tag: Mapping[str, Language]
    regions: Mapping[str, str]
    _folded: Mapping[str, Language]

    def find(self, tag: str) -> Language | None:
        """Return the language of a BCP 47 tag (`en-GB` is English), or None where unknown."""
        parts = tag.casefold().replace("_", "-").split("-")
        candidates = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
        return next((self._folded[each] for each in candidates if each in self._folded), None)

    def html_direction(self, tag: str) -> str | None:
        """Return what HTML's `dir` has to say for a language: "rtl", or None where it runs ltr."""
        language = self.find(tag)
        return str(Direction.RTL) if language and language.direction is Direction.RTL else None

    def title(self, tag: str) -> str:
        """Return the English name of a tag for a list: "English (UK)"."""
        language, region = self.split(tag)
        if language is None:
            return tag
        return f"{language.name} ({self.regions[region]})" if region else language.name

    def split(self, tag: str) -> tuple[Language | None, str | None]:
        """Return the language of a tag and the region to name beside it, where there is one."""
        language = self.find(tag)
        region = tag.replace("_", "-").rpartition("-")[2].upper()
        if language is None or region not in self.regions:
            return language, None
        same = tag.casefold() == language.tag.casefold() or "(" in language.name
        return language, None if same else region


def read_languages(file: Table) -> Languages:
    """Read languages.toml; raises PolicyError."""
    by_tag: dict[str, Language] = {}
    folded: dict[str, Language] = {}
    for table in file.tables("language"):
        language = _language(table)
        by_tag[language.tag] = language
        for name in (language.tag, *table.texts("aliases")):
            if name.casefold() in folded:
                raise PolicyError(f"{table.place}: {name} is there twice")
            folded[name.casefold()] = language
        table.done()
    regions = file.table("regions")
    return Languages(by_tag, {code: regions.text(code) for code in regions.values}, folded)


def _language(table: Table) -> Language:
    return Language(
        tag=table.text("tag"),
        name=table.text("name"),
        own_name=table.text("own_name"),
        direction=Direction(table.text("direction")),
        phone_regions=table.texts("phone_regions"),
        checked=table.flag("checked"),
    )
