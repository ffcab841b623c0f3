"""Which block rules a block is given to: most find nothing in most blocks, and a look tells."""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from composer.document import Block
from composer.document.used import is_bare
from composer.language.phrases import LexiconError
from composer.language.phrases.lexicon import lexicon_of
from composer.language.reading import read
from composer.lint.rule import BlockCheck, BlockNeed, Rule, TextHint

T = TypeVar("T")
Check = tuple[Rule, BlockCheck]
Given = frozenset[TextHint]
_NONE: Given = frozenset()
REMEMBERED_SENTENCES = 12_000


class BlockRules:
    """The block rules that see one part of a message, by what they look at first."""

    def __init__(self, rules: Iterable[Rule], part: str, *, html: bool) -> None:
        self._always: list[Check] = []
        self._hinted: list[tuple[TextHint, Check]] = []
        self._needing: dict[BlockNeed, list[tuple[TextHint | None, Check]]] = {}
        for rule in rules:
            if rule.block and part in rule.parts and (html or not rule.html_only):
                self._add(rule, rule.block)
        self._hints = tuple(dict.fromkeys(self._all_hints()))
        self._hints_in = lru_cache(maxsize=REMEMBERED_SENTENCES)(self._look)

    def of(self, block: Block, language: str) -> Iterator[Check]:
        """Yield the rules that may find something in `block`."""
        yield from self._always
        given = self._given(block, language)
        if given:
            yield from (check for hint, check in self._hinted if hint in given)
        bare = is_bare(block)
        for need, checks in self._needing.items() if given or not bare else ():
            if not bare and _holds(need, block):
                yield from (check for _, check in checks)
            elif given:
                yield from (check for hint, check in checks if hint in given)

    def _add(self, rule: Rule, check: BlockCheck) -> None:
        if rule.needs is not None:
            self._needing.setdefault(rule.needs, []).append((rule.hint, (rule, check)))
        elif rule.hint is not None:
            self._hinted.append((rule.hint, (rule, check)))
        else:
            self._always.append((rule, check))

    def _all_hints(self) -> Iterator[TextHint]:
        yield from (hint for hint, _ in self._hinted)
        for checks in self._needing.values():
            yield from (hint for hint, _ in checks if hint is not None)

    def _given(self, block: Block, language: str) -> Given:
        """The hints that any sentence of `block` gives."""
        given = _NONE
        for piece in _pieces(block, language):
            found = self._hints_in(piece)
            if found:
                given = given | found if given else found
        return given

    def _look(self, piece: str) -> Given:
        found = frozenset(hint for hint in self._hints if _holds(hint, piece))
        return found or _NONE


def _pieces(block: Block, language: str) -> tuple[str, ...]:
    """The sentences of `block`; the whole where the language has no lexicon, or a broken one."""
    try:
        lexicon = lexicon_of(language)
    except LexiconError:  # told by the rules that read it
        lexicon = None
    return read(block, lexicon).pieces if lexicon else (block.text,)


def _holds(look: Callable[[T], object], at: T) -> bool:
    """Whether there is something; where looking fails the rules meet the error, each by itself."""
    try:
        return bool(look(at))
    except Exception:  # noqa: BLE001 - the gate must fail closed
        return True
