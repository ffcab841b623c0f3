"""Lists that begin as they are typed: ``- ``, ``* ``, ``1. `` or ``1) `` at the start of a line."""

from composer.document import Document
from composer.document.edits import Remove, apply
from composer.gui.editor.structure import list_kind, listed

_KINDS = {"-": "ul", "*": "ul", "•": "ul", "–": "ul", "1.": "ol", "1)": "ol"}
LONGEST_START = 3
"""The most characters, with the space, that begin a list."""
_SPACES = " \xa0"


def typed_list(document: Document, position: int) -> Document | None:
    """Return `document` with a list where a space was just typed at `position`, or None.

    Only plain paragraphs become items, and only of what stands before the caret: the rest of the
    line goes along.
    """
    index = document.block_index(position)
    block, base = document.blocks[index], document.starts[index]
    typed = block.text[: position - base]
    kind = _KINDS.get(typed[:-1])
    if kind is None or typed[-1] not in _SPACES:
        return None
    if block.tag not in ("p", "div", "") or list_kind(block):
        return None
    return listed(apply(document, [Remove(base, position)]), index, index, kind)
