"""Words the dictionary offers for a misspelt one, asked for when somebody looks at it."""

from collections import deque
from collections.abc import Iterable
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from composer.document.edits import ReplaceText
from composer.gui.words.text import tr_
from composer.language.spelling.closeness import best_first
from composer.language.spelling.process import ProcessSpeller
from composer.lint.finding import Finding, Fix

MOST = 4
AHEAD = 20  # words of one message asked about before somebody looks at them


class Suggesting(QObject):
    """Adds suggestions to findings that a dictionary can help with; asking never waits.

    Signals:
        arrived: suggestions for the words of a finding are there (its text, its language).
        answered: the dictionary answered, with suggestions or without (the same).
    """

    arrived = Signal(str, str)
    answered = Signal(str, str)
    _answered = Signal(str, str, object)

    def __init__(self, speller: ProcessSpeller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speller = speller
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}
        self._waiting: set[tuple[str, str]] = set()
        self._ahead: deque[Finding] = deque()
        self._answered.connect(self._take)

    def ask(self, finding: Finding) -> None:
        """Ask the dictionary about a finding, unless it was asked before."""
        word = finding.text, finding.dictionary
        if finding.dictionary and word not in self._known:
            self._known[word] = ()
            self._waiting.add(word)
            future = self._speller.suggestions(*word)
            answered = self._answered.emit

            def tell(done: "Future[tuple[str, ...]]") -> None:
                with suppress(CancelledError, RuntimeError):  # the window may be gone
                    answered(*word, () if done.exception() else done.result())

            future.add_done_callback(tell)

    def look_ahead(self, findings: Iterable[Finding]) -> None:
        """Ask about those `findings` as well that nobody looks at yet, one after the other.

        Whoever looks at one meanwhile waits for a single answer at most before theirs.
        """
        self._ahead = deque(
            [it for it in findings if it.dictionary and it.set_aside is None][:AHEAD]
        )
        self._go_on()

    def _go_on(self) -> None:
        while self._ahead and not self._waiting:
            self.ask(self._ahead.popleft())

    def waits_for(self, finding: Finding) -> bool:
        """Whether the dictionary was asked about a finding and has not answered yet."""
        return (finding.text, finding.dictionary) in self._waiting

    def helped(self, finding: Finding) -> Finding:
        """Return `finding` with the words known for it as its fixes."""
        words = self._known.get((finding.text, finding.dictionary), ())
        if not words or finding.fixes:
            return finding
        where = finding.location
        fixes = tuple(
            Fix(
                tr_("spelling.replace", word=word),
                (ReplaceText(where.start, where.end, word),),
                part=where.part,
            )
            for word in words[:MOST]
        )
        return replace(finding, fixes=fixes)

    def _take(self, word: str, language: str, words: tuple[str, ...]) -> None:
        self._known[word, language] = best_first(word, words)
        self._waiting.discard((word, language))
        if words:
            self.arrived.emit(word, language)
        self.answered.emit(word, language)
        self._go_on()
