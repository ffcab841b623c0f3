"""Edits that several rules offer: taking words or a link out of a sentence."""

import re

from composer.document import Block
from composer.document.edits import Remove, SetLink
from composer.lint.finding import Fix
from composer.rules._targets import Target

_SPACES = " \N{NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"
_BREAKS = "\N{LINE SEPARATOR}"
_PAIRS = {"(": ")", "[": "]", "<": ">", "（": "）", "【": "】", "“": "”", "„": "“", "«": "»"}
_INTRODUCED = re.compile(rf"[{_SPACES}]*[:：→][{_SPACES}]*\Z")
_REACH = 8
_CLOSERS = f".,;:!?)]。、，！？）{_BREAKS}"


def removal(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range to remove for [start, end) of `text`, one neighbouring space included."""
    before = text[start - 1] if start else _BREAKS
    after = text[end] if end < len(text) else _BREAKS
    if before in _SPACES and (after in _SPACES or after in _CLOSERS):
        return start - 1, end
    if after in _SPACES and (before == _BREAKS or before in "([（"):
        return start, end + 1
    return start, end


def contact_removal(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range to remove for an address or number, with brackets around and colon before.

    "Hotline: 123." becomes "Hotline.", "us (a@b.c) or" becomes "us or".
    """
    while start and end < len(text) and _PAIRS.get(text[start - 1]) == text[end]:
        start, end = start - 1, end + 1
    introduced = _INTRODUCED.search(text, max(0, start - _REACH), start)
    if introduced:
        return introduced.start(), end
    return removal(text, start, end)


def unlinked(block: Block, target: Target) -> Fix:
    """Return the fix that takes a link away: its words stay, a bare address goes."""
    if target.field == "href":
        return Fix("Remove link, keep words", (SetLink(target.start, target.end, None),))
    span = contact_removal(block.text, target.start, target.end)
    return Fix("Remove address", (Remove(*span),))
