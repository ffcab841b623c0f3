"""Lexicons: what the guidelines forbid in words, for one language, as data.

A folder ``resources/lexicons/<tag>`` holds ``language.toml`` (how the language is written),
``cues.toml`` (words by meaning), ``rewrites.toml`` (neutral sentences) and one file for each
topic, named after the rule that reads it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from composer import resources
from composer.document.inline import LINE_SEPARATOR
from composer.language.phrases.folding import Folding
from composer.language.phrases.matcher import Found, Matcher
from composer.language.phrases.pattern import Compiled, PatternError, Script, compile_pattern
from composer.language.phrases.sentences import Sentence, split
from composer.policy.table import PolicyError, Table

WHOLE_MESSAGE = -1
_OWN_FILES = frozenset({"language", "cues", "rewrites", "innocent"})


class LexiconError(PolicyError):
    """A lexicon that is not written as lexicons are; the text names file, entry and mistake."""


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence of an entry, and the reason and subject to try it under."""

    text: str
    fires: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One way to say something: cues that have to come together.

    `cues` and `unless` are numbers of cues; the first of `cues` is what is shown. `within` is how
    many sentences they may be apart, 0 for one and the same, -1 for the whole message. `unless`
    must not stand in the same sentences, `unless_anywhere` not in the whole message. `hard`
    entries leave no doubt.
    """

    cues: tuple[int, ...]
    unless: tuple[int, ...] = ()
    unless_anywhere: tuple[int, ...] = ()
    within: int = 0
    ordered: bool = False
    hard: bool = False
    examples: tuple[Example, ...] = ()


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A neutral sentence to put in place of what a rule of `topics` found.

    `register` is ``formal`` or ``informal``, or "" where the language does not tell them apart.
    """

    text: str
    topics: tuple[str, ...]
    register: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """A text as the rules see it: its sentences, and for each what cues stand in it, and where."""

    sentences: tuple[Sentence, ...] = ()
    found: tuple[tuple[Found, ...], ...] = ()


class Lexicon:
    """The words of one language; `topics` has the entries of each rule, by the rule's file name."""

    def __init__(
        self,
        tag: str,
        script: Script,
        folding: Folding,
        abbreviations: frozenset[str],
        common: frozenset[str],
    ) -> None:
        self.tag = tag
        self.script = script
        self.common = common
        self.cues: Mapping[str, tuple[str, ...]] = {}
        self.topics: dict[str, tuple[Entry, ...]] = {}
        self.rewrites: tuple[Rewrite, ...] = ()
        self.innocent: tuple[Example, ...] = ()
        self._folding = folding
        self.abbreviations = abbreviations
        self._numbers: dict[str, int] = {}
        self._matcher = Matcher({})
        self.digest = lru_cache(maxsize=20_000)(self._digest)
        self._found = lru_cache(maxsize=50_000)(self._find)

    @classmethod
    def read(cls, folder: Path) -> "Lexicon":
        """Read the lexicon in `folder`.

        Raises:
            LexiconError: naming the file, the entry and what is wrong with it.
        """
        lexicon = _read_language(Table.load(folder / "language.toml"))
        lexicon.fill(folder)
        return lexicon

    def fill(self, folder: Path) -> None:
        """Take all but the language itself from the files in `folder`; raises LexiconError."""
        cues = Table.load(folder / "cues.toml").table("cue")
        self.cues = {name: cues.texts(name) for name in cues.values}
        for file in sorted(folder.glob("*.toml")):
            if file.stem == "rewrites":
                self.rewrites = tuple(_read_rewrites(Table.load(file)))
            elif file.stem == "innocent":
                self.innocent = tuple(_read_innocent(Table.load(file)))
            elif file.stem not in _OWN_FILES:
                entries = Table.load(file).tables("entry")
                self.topics[file.stem] = tuple(map(self._entry, entries))
        self._compile()

    def number(self, name: str) -> int | None:
        """Return the number of the cue called `name`, None where the language has none."""
        return self._number(f"@{name}") if name in self.cues else None

    def _number(self, pattern: str) -> int:
        return self._numbers.setdefault(pattern, len(self._numbers))

    def _entry(self, table: Table) -> Entry:
        reason = table.optional_text("reason") or ""
        entry = Entry(
            cues=tuple(map(self._number, table.texts("cues"))),
            unless=tuple(map(self._number, table.texts("unless"))),
            unless_anywhere=tuple(map(self._number, table.texts("unless_anywhere"))),
            within=_within(table),
            ordered=table.optional_flag("ordered") or False,
            hard=table.optional_flag("hard") or False,
            examples=(
                *(Example(text, fires=True, reason=reason) for text in table.texts("fires")),
                *(Example(text, fires=False, reason=reason) for text in table.texts("silent")),
            ),
        )
        table.done()
        if not entry.cues:
            raise LexiconError(f"{table.place}: cues is missing")
        if not any(example.fires for example in entry.examples):
            raise LexiconError(f"{table.place}: fires is missing")
        return entry

    def _compile(self) -> None:
        for name in self.cues:
            self._number(f"@{name}")
        compiled = {number: self._patterns(text) for text, number in self._numbers.items()}
        self._matcher = Matcher(compiled)

    def _patterns(self, text: str) -> Iterable[Compiled]:
        named = text.startswith("@") and text[1:] in self.cues
        patterns = self.cues[text[1:]] if named else (text,)
        try:
            return [
                compiled
                for each in patterns
                for compiled in compile_pattern(each, self.script, self.cues)
            ]
        except PatternError as error:
            raise LexiconError(f"{self.tag}: {error}") from error

    def _digest(self, text: str) -> Digest:
        """Return what of the cues stands in `text`, in positions of `text`."""
        sentences = split(text, self.abbreviations)
        return Digest(sentences, tuple([self._found(text[start:end]) for start, end in sentences]))

    def _find(self, sentence: str) -> tuple[Found, ...]:
        """Return what cues stand in one sentence; those of templates recur, so it is remembered."""
        folded = self._folding.fold(sentence.replace(LINE_SEPARATOR, " "))
        found = self._matcher.find(folded.text)
        if folded.index is None:
            return found
        return tuple([(*folded.source(start, end), cue) for start, end, cue in found])


def _within(table: Table) -> int:
    if (table.optional_text("where") or "") == "message":
        return WHOLE_MESSAGE
    return table.optional_whole("within") or 0


def _read_language(table: Table) -> Lexicon:
    folding = Folding(
        accents=table.optional_flag("fold_accents") or False, same=table.texts("same")
    )
    spellings = table.table("spellings")
    script = Script(
        spaced=table.flag("spaced"),
        fold=lambda text: folding.fold(text).text,
        spellings={letter: spellings.text(letter) for letter in spellings.values},
    )
    lexicon = Lexicon(
        table.text("tag"),
        script,
        folding,
        frozenset(table.texts("abbreviations")),
        frozenset(table.texts("common")),
    )
    table.done()
    return lexicon


def _read_rewrites(file: Table) -> Iterable[Rewrite]:
    for table in file.tables("rewrite"):
        yield Rewrite(
            table.text("text"), table.texts("topics"), table.optional_text("register") or ""
        )
        table.done()


def _read_innocent(file: Table) -> Iterable[Example]:
    for table in file.tables("message"):
        yield Example(table.text("text"), fires=False, reason=table.optional_text("reason") or "")
        table.done()


@cache
def lexicon_of(language: str) -> Lexicon | None:
    """Return the lexicon of a BCP 47 tag (`de-AT` is German), None where there is none."""
    main = language.casefold().replace("_", "-").partition("-")[0]
    if not main.isalpha():
        return None
    try:
        folder = resources.path(f"lexicons/{main}")
    except FileNotFoundError:
        return None
    return Lexicon.read(folder)


def languages() -> tuple[str, ...]:
    """Return the tags of all lexicons there are."""
    return tuple(
        sorted(it.parent.name for it in resources.path("lexicons").glob("*/language.toml"))
    )
