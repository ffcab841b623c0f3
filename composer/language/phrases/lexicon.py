"""Lexicons: what the guidelines forbid in words, for one language, as data.

A folder ``resources/lexicons/<tag>`` holds ``language.toml`` (how the language is written),
``cues.toml`` (words by meaning), ``rewrites.toml`` (neutral sentences) and one file for each
topic, named after the rule that reads it.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path

from composer import resources
from composer.document.inline import LINE_SEPARATOR, OBJECT
from composer.language.phrases.combining import Place, combinations
from composer.language.phrases.digest import Digest, Reading, Span, Spans
from composer.language.phrases.entry import Entry, Example, Rewrite
from composer.language.phrases.entry_index import EntryIndex
from composer.language.phrases.entry_tables import (
    LexiconError,
    read_entries,
    read_innocent,
    read_rewrites,
)
from composer.language.phrases.folding import Folding
from composer.language.phrases.matcher import Matcher
from composer.language.phrases.pattern import PatternError, Patterns
from composer.language.phrases.script import Script
from composer.language.phrases.sentences import split
from composer.language.phrases.shelf import Shelf, user_shelf
from composer.language.phrases.word_index import WordIndex, index_words
from composer.policy.table import PolicyError, Table

_LONG_NUMBER = re.compile(r"[0-9]{3,}")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
_OWN_FILES = frozenset({"language", "cues", "rewrites", "innocent"})


class Lexicon:
    """The words of one language; `topics` has the entries of each rule, by the rule's file name.

    `wide` has those that look beyond one sentence. `leads` and `labels` are words that stand before
    a telephone number or an email address only for its sake ("at", "tel."), the longest first.
    """

    def __init__(
        self,
        tag: str,
        script: Script,
        folding: Folding,
        abbreviations: frozenset[str],
        common: frozenset[str],
        leads: tuple[str, ...],
        labels: tuple[str, ...],
    ) -> None:
        self.tag = tag
        self.script = script
        self.common = common
        self.leads = tuple(sorted(leads, key=len, reverse=True))
        self.labels = tuple(sorted(labels, key=len, reverse=True))
        self.cues: Mapping[str, tuple[str, ...]] = {}
        self.topics: dict[str, tuple[Entry, ...]] = {}
        self.wide = EntryIndex()
        self._narrow = EntryIndex()
        self.rewrites: tuple[Rewrite, ...] = ()
        self.innocent: tuple[Example, ...] = ()
        self._folding = folding
        self.abbreviations = abbreviations
        self._numbers: dict[str, int] = {}
        self.index = index_words({})
        self._matcher = Matcher(self.index, script)
        self._named_numbers: frozenset[str] = frozenset()
        self._digested = lru_cache(maxsize=4_000)(self._digest)
        self._found = lru_cache(maxsize=12_000)(self._find)

    @classmethod
    def read(cls, folder: Path, shelf: Shelf | None = None) -> "Lexicon":
        """Read the lexicon in `folder`, or what `shelf` has kept of it.

        Raises:
            LexiconError: naming the file, the entry and what is wrong with it.
        """
        files = {it.stem: it.read_bytes() for it in sorted(folder.glob("*.toml"))}
        kept = shelf.find(folder.name, files) if shelf else None
        if kept:
            tables = {name: Table(values, f"{name}.toml") for name, values in kept[0].items()}
            return _lexicon_in(tables, WordIndex(*kept[1]))
        tables = {name: Table.parse(content, f"{name}.toml") for name, content in files.items()}
        lexicon = _lexicon_in(tables)
        if shelf:
            values = {name: table.values for name, table in tables.items()}
            shelf.put(folder.name, files, (values, lexicon.index))
        return lexicon

    def fill(self, tables: Mapping[str, Table], index: WordIndex | None = None) -> None:
        """Take all but the language itself from its files; raises LexiconError.

        The patterns are compiled where there is no `index` of them yet.
        """
        cues = _needed("cues", tables).table("cue")
        self.cues = {name: cues.texts(name) for name in cues.values}
        for name, table in tables.items():
            if name == "rewrites":
                self.rewrites = tuple(read_rewrites(table))
            elif name == "innocent":
                self.innocent = tuple(read_innocent(table))
            elif name not in _OWN_FILES:
                self.topics[name] = tuple(read_entries(table, self._number))
        entries = [(topic, entry) for topic, found in self.topics.items() for entry in found]
        self.wide = EntryIndex(each for each in entries if each[1].within)
        self._narrow = EntryIndex(each for each in entries if not each[1].within)
        for name in self.cues:
            self._number(f"@{name}")
        texts = [*self._numbers, *(each for patterns in self.cues.values() for each in patterns)]
        self._named_numbers = frozenset(_LONG_NUMBER.findall(" ".join(texts)))
        self.index = index or self._compiled()
        self._matcher = Matcher(self.index, self.script)

    def number(self, name: str) -> int | None:
        """Return the number of the cue called `name`, None where the language has none."""
        return self._number(f"@{name}") if name in self.cues else None

    def _number(self, pattern: str) -> int:
        return self._numbers.setdefault(pattern, len(self._numbers))

    def _compiled(self) -> WordIndex:
        patterns = Patterns(self.script, self.cues)
        try:
            return index_words({of: patterns.compiled(text) for text, of in self._numbers.items()})
        except PatternError as error:
            raise LexiconError(f"{self.tag}: {error}") from error

    def digest(self, text: str) -> Digest:
        """Return what of the cues stands in `text`, in positions of `text`."""
        return self._digested(_LONG_NUMBER.sub(self._number_like, text))

    def _number_like(self, number: re.Match[str]) -> str:
        """A number that stands for all others as long: messages differ by those of their orders."""
        return number[0] if number[0] in self._named_numbers else "0" * len(number[0])

    def _digest(self, text: str) -> Digest:
        sentences = split(text, self.abbreviations)
        found = tuple([self._found(text[start:end]) for start, end in sentences])
        cuts = (0, *(start for start, _ in sentences[1:]), len(text))
        return Digest(sentences, found, tuple([text[a:b] for a, b in pairwise(cuts)]))

    def _find(self, sentence: str) -> Reading:
        """Return what one sentence says; templates share them, so it is remembered."""
        sentence = sentence.replace(LINE_SEPARATOR, " ")
        if "://" in sentence or "www." in sentence:  # the words of an address say nothing
            sentence = _ADDRESS.sub(lambda match: OBJECT * len(match[0]), sentence)
        folded = self._folding.fold(sentence)
        found: dict[int, list[Span]] = {}
        for start, end, cue in self._matcher.find(folded.text):
            found.setdefault(cue, []).append(folded.source(start, end))
        spans = {cue: tuple(each) for cue, each in found.items()}
        return Reading(spans, tuple(self._held(spans)))

    def _held(self, spans: Mapping[int, Spans]) -> Iterator[tuple[str, Entry, Spans]]:
        cues = spans.keys()
        for topic, entry in self._narrow.complete(cues):
            if not cues.isdisjoint(entry.unless):
                continue
            homes = [{0: tuple(Place(0, "", *span) for span in spans[it])} for it in entry.cues]
            for places in combinations(entry, homes, frozenset()):
                yield topic, entry, tuple((place.start, place.end) for place in places)


def _lexicon_in(tables: Mapping[str, Table], index: WordIndex | None = None) -> Lexicon:
    lexicon = _read_language(_needed("language", tables))
    lexicon.fill(tables, index)
    return lexicon


def _needed(name: str, tables: Mapping[str, Table]) -> Table:
    try:
        return tables[name]
    except KeyError:
        raise LexiconError(f"{name}.toml is missing") from None


def _read_language(table: Table) -> Lexicon:
    folding = Folding(
        accents=table.optional_flag("fold_accents") or False, same=table.texts("same")
    )
    spellings = table.table("spellings")
    script = Script(
        spaced=table.flag("spaced"),
        fold=lambda text: folding.fold(text).text,
        spellings={letter: spellings.text(letter) for letter in spellings.values},
        vowel_signs=table.optional_flag("vowel_signs") or False,
    )
    lexicon = Lexicon(
        table.text("tag"),
        script,
        folding,
        frozenset(table.texts("abbreviations")),
        frozenset(table.texts("common")),
        table.texts("leads"),
        table.texts("labels"),
    )
    table.done()
    return lexicon


def lexicon_of(language: str) -> Lexicon | None:
    """Return the lexicon of a BCP 47 tag (`de-AT` is German), None where there is none.

    Raises:
        LexiconError: where it is not written as lexicons are.
    """
    held = _lexicon(language.casefold().replace("_", "-").partition("-")[0])
    if isinstance(held, LexiconError):
        raise LexiconError(str(held))
    return held


@cache
def _lexicon(main: str) -> "Lexicon | LexiconError | None":
    """What is in a folder, or what is wrong with it: every rule asks for every block.

    `main` is a tag without its region, so that `en` and `en-US` are not both read.
    """
    if not main.isalpha():
        return None
    try:
        folder = resources.path(f"lexicons/{main}")
    except FileNotFoundError:
        return None
    try:
        return Lexicon.read(folder, user_shelf())
    except (PolicyError, OSError) as error:
        return LexiconError(str(error))


def languages() -> tuple[str, ...]:
    """Return the tags of all lexicons there are."""
    return tuple(
        sorted(it.parent.name for it in resources.path("lexicons").glob("*/language.toml"))
    )
