"""A language nobody speaks: every text marked and a good deal longer, for tests to look for."""

import re
from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QTranslator

from composer.gui.words.text import CONTEXT
from devtools.sentences import english_sentences

OPEN, CLOSE = "⟦", "⟧"
LONGER = 0.4
_VALUE = re.compile(r"(\{[^{}]*\}|&|%\d?[a-z]?|\(\*[^)]*\))")
_ACCENTS = str.maketrans("aeiouyAEIOU", "åéîöüýÅÉÎÖÜ")
# Not words: how days and shares are written, and the brand.
_AS_IS = re.compile(r"date\..*|number\..*|app\.name")


class PseudoTranslator(QTranslator):
    """Answers for every text of the app and of Qt."""

    def translate(
        self, context: str, source: str, _disambiguation: str | None = None, n: int = -1
    ) -> str:
        """Return the marked text for an id of ours, or for a text of Qt's."""
        if context != CONTEXT:
            return marked(source)
        words = english_sentences()
        plural = f"{source}.{'one' if n == 1 else 'other'}"
        text = words.get(source) or words.get(plural) or ""
        return text if not text or _AS_IS.fullmatch(source) else marked(text)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """There is always an answer."""
        return False


def marked(text: str) -> str:
    """Return `text` accented, longer and between the marks; values and keys in it unharmed."""
    pieces = [
        piece if _VALUE.fullmatch(piece) else piece.translate(_ACCENTS)
        for piece in _VALUE.split(text)
    ]
    letters = sum(len(piece) for piece in pieces if not _VALUE.fullmatch(piece))
    more = "".join(" żž"[number % 3] for number in range(round(letters * LONGER)))
    return f"{OPEN}{''.join(pieces)}{more}{CLOSE}"


def unmarked(text: str) -> str:
    """Return what of `text` stands outside all marks; a sentence may be shown without those before.

    An end without a beginning is that of a translation whose first sentence stands elsewhere.
    """
    depth = 0
    rest: list[str] = []
    for char in text:
        if char == CLOSE and depth == 0:
            rest.clear()
            continue
        depth += (char == OPEN) - (char == CLOSE)
        if depth == 0 and char != CLOSE:
            rest.append(char)
    return "".join(rest)


def speaking_pseudo(app: QCoreApplication) -> Iterator[None]:
    """Let `app` speak it as long as the caller wants."""
    translator = PseudoTranslator()
    app.installTranslator(translator)
    yield
    app.removeTranslator(translator)
