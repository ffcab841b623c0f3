"""Words the dictionary offers for a misspelt one, asked for when somebody looks at it."""

from concurrent.futures import Future
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from composer.document.edits import ReplaceText
from composer.gui.text import tr_
from composer.language.spelling.process import ProcessSpeller
from composer.lint.finding import Finding, Fix

MOST = 4


class Suggesting(QObject):
    """Adds suggestions to findings that a dictionary can help with; asking never waits.

    Signals:
        arrived: suggestions for the words of a finding are there (its text, its language).
    """

    arrived = Signal(str, str)
    _answered = Signal(str, str, object)

    def __init__(self, speller: ProcessSpeller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speller = speller
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}
        self._answered.connect(self._take)

    def ask(self, finding: Finding) -> None:
        """Ask the dictionary about a finding, unless it was asked before."""
        word = finding.text, finding.dictionary
        if finding.dictionary and word not in self._known:
            self._known[word] = ()
            future = self._speller.suggestions(*word)
            answered = self._answered.emit

            def tell(done: "Future[tuple[str, ...]]") -> None:
                if not done.cancelled() and done.exception() is None:
                    answered(*word, done.result())

            future.add_done_callback(tell)

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
        self._known[word, language] = words
        if words:
            self.arrived.emit(word, language)
