"""Edits that take whole sentences out of a message, and the line they leave empty with them."""

import re
from collections.abc import Iterable

from composer.document import Document
from composer.document.edits import Remove
from composer.document.emptied import with_line
from composer.lint.finding import Fix
from composer.phrase import Phrase
from composer.rules._fixes import removal

_IN_ONE_BLOCK = re.compile(r"[^\S\n]*")
# "P.S." in the languages of the lexicons: it announces a sentence and says nothing without it.
_POSTSCRIPT = re.compile(
    r"(?:p\W{0,3}s|p\W{0,3}d|n\W{0,2}b|not|追伸|附言?|另|ملاحظة|पुनश्च)\W{0,3}", re.IGNORECASE
)
_BREAKS = ("\n", "\N{LINE SEPARATOR}")
Range = tuple[int, int]


def without_sentences(document: Document, sentences: Iterable[Range], part: str = "body") -> Fix:
    """Return the fix that takes `sentences`, in order, out of a part; it says how many."""
    gone = tuple(sentences)
    one = Phrase("Remove the sentence")
    title = one if len(gone) == 1 else Phrase("Remove {count} sentences", count=len(gone))
    return Fix(title, removals(document, gone), part=part)


def removals(document: Document, sentences: Iterable[Range]) -> tuple[Remove, ...]:
    """Return the edits that take `sentences`, in order, out of `document`."""
    edits: list[Remove] = []
    for start, end in _rows(document.text, sentences):
        low, high = with_line(document, *removal(document.text, start, end))
        edits.append(Remove(max(low, edits[-1].end) if edits else low, high))
    return tuple(edits)


def _rows(text: str, sentences: Iterable[Range]) -> list[Range]:
    """Join sentences of a block with nothing between them."""
    rows: list[Range] = []
    for sentence, end in sentences:
        start = _announced(text, sentence, end)
        if rows and _IN_ONE_BLOCK.fullmatch(text, rows[-1][1], start):
            rows[-1] = (rows[-1][0], end)
        else:
            rows.append((start, end))
    return rows


def _announced(text: str, start: int, end: int) -> int:
    """Where a sentence begins with the "P.S." before it, if its line says nothing else."""
    line = max(text.rfind(sign, 0, start) for sign in _BREAKS) + 1
    ends = [at for sign in _BREAKS if (at := text.find(sign, end)) >= 0]
    rest = text[end : min(ends, default=len(text))]
    alone = start > line and not rest.strip()
    return line if alone and _POSTSCRIPT.fullmatch(text, line, start) else start
