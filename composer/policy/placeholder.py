"""Placeholders: the canonical variables, what other tools call them and how they write them."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

from composer.document.placeholders import PlaceholderSyntax, PlaceholderTable, normalise_name
from composer.policy.table import PolicyError, Table


class PlaceholderKind(StrEnum):
    """What a placeholder stands for: words, or an address a link goes to."""

    TEXT = "text"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A canonical variable; `longest` is the most code points its value has in practice.

    `synonyms` are other names as they are written, `pairs` normalised ones made of two words.
    `seller` tells that its value is the seller's own, the same in every order. `form` says how a
    value looks where one that looks otherwise is found by `form_rules`.
    """

    name: str
    title: str
    meaning: str
    kind: PlaceholderKind
    samples: tuple[str, ...]
    longest: int
    synonyms: tuple[str, ...]
    pairs: tuple[str, ...] = ()
    seller: bool = False
    form: str = ""
    form_rules: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Placeholders:
    """All placeholders by name, and the table that finds them in text.

    `tools` tells by syntax id which tools write it, as far as known. `vague` are names that are a
    variable but do not say of what, each with the canonical names to choose from; the table finds
    them under their own normalised name.
    """

    by_name: Mapping[str, Placeholder]
    table: PlaceholderTable
    tools: Mapping[str, tuple[str, ...]]
    vague: Mapping[str, tuple[str, ...]]

    def canonical_name(self, raw: str) -> str | None:
        """Return the canonical name of any spelling, or None where unknown or vague."""
        name = self.table.canonical(raw)
        return name if name in self.by_name else None


def read_placeholders(file: Table) -> Placeholders:
    """Read placeholders.toml; raises PolicyError, also where two names share a synonym."""
    by_name = {item.name: item for item in map(_placeholder, file.tables("placeholder"))}
    vague = dict(map(_vague, file.tables("vague")))
    unknown = {name for names in vague.values() for name in names} - by_name.keys()
    if unknown:
        raise PolicyError(f"{file.place}: vague names point to unknown {', '.join(unknown)}")
    names: dict[str, str] = {}
    for spelling, name in (*_spellings(by_name.values()), *((each, each) for each in vague)):
        if names.setdefault(spelling, name) != name:
            raise PolicyError(f"{file.place}: {spelling} means {names[spelling]} and {name}")
    syntaxes = [_syntax(table) for table in file.tables("syntax")]
    return Placeholders(
        by_name,
        PlaceholderTable(tuple(syntax for syntax, _ in syntaxes), names),
        {syntax.id: tools for syntax, tools in syntaxes},
        vague,
    )


def _spellings(placeholders: Iterable[Placeholder]) -> Iterator[tuple[str, str]]:
    for placeholder in placeholders:
        for spelling in (placeholder.name, *placeholder.synonyms, *placeholder.pairs):
            yield normalise_name(spelling), placeholder.name


def _placeholder(table: Table) -> Placeholder:
    placeholder = Placeholder(
        name=table.text("name"),
        title=table.text("title"),
        meaning=table.text("meaning"),
        kind=PlaceholderKind(table.text("kind")),
        samples=table.texts("samples"),
        longest=table.whole("longest"),
        synonyms=table.texts("synonyms"),
        pairs=tuple(dict.fromkeys(map(normalise_name, _paired(table)))),
        seller=table.optional_flag("seller") or False,
        form=table.optional_text("form") or "",
        form_rules=frozenset(table.texts("form_rules") if "form_rules" in table.values else ()),
    )
    table.done()
    return placeholder


def _paired(placeholder: Table) -> Iterator[str]:
    """Names made of two words, in either order: tools have them in every shape."""
    for pair in placeholder.tables("pair") if "pair" in placeholder.values else ():
        for one, other in product(pair.texts("words"), pair.texts("with")):
            yield f"{one} {other}"
            yield f"{other} {one}"
        pair.done()


def _vague(table: Table) -> tuple[str, tuple[str, ...]]:
    entry = normalise_name(table.text("name")), table.texts("candidates")
    table.done()
    return entry


def _syntax(table: Table) -> tuple[PlaceholderSyntax, tuple[str, ...]]:
    before, after = table.optional_text("before"), table.optional_text("after")
    text = table.optional_text("text")
    opening = table.text("opening")
    parts = (
        f"(?<!{before})" if before else "",
        re.escape(opening),
        f"(?P<name>{table.text('inner')})",
        table.optional_text("rest") or "",
        f"(?::(?P<text>{text}))?" if text else "",
        re.escape(table.text("closing")),
        f"(?!{after})" if after else "",
    )
    syntax = PlaceholderSyntax(
        table.text("id"),
        "".join(parts),
        canonical=table.optional_flag("canonical") or False,
        known_only=table.optional_flag("known_only") or False,
        opening=opening,
        ahead=table.optional_text("ahead") or "",
    )
    tools = table.texts("tools")
    table.done()
    try:
        re.compile(syntax.pattern)
    except re.error as error:
        raise PolicyError(f"{table.place}: {error}") from error
    return syntax, tools
