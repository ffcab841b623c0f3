"""Edits that several rules offer: taking words or a link out of a sentence."""

from composer.document import Block
from composer.document.edits import Remove, SetLink
from composer.lint.finding import Fix
from composer.rules._targets import Target

_SPACES = " \N{NO-BREAK SPACE}"


def removal(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the range to remove for [start, end) of `text`, one neighbouring space included."""
    space_before = start > 0 and text[start - 1] in _SPACES
    space_after = end < len(text) and text[end] in _SPACES
    if space_before and (space_after or end == len(text) or text[end] in ".,;:!?)\u2028"):
        return start - 1, end
    if space_after and (start == 0 or text[start - 1] == "\u2028"):
        return start, end + 1
    return start, end


def unlinked(block: Block, target: Target) -> Fix:
    """Return the fix that takes a link away: its words stay, a bare address goes."""
    if target.field == "href":
        return Fix("Remove link, keep words", (SetLink(target.start, target.end, None),))
    return Fix("Remove address", (Remove(*removal(block.text, target.start, target.end)),))
