"""Cutting a piece out of a document and putting one in: copy, paste, and every insertion."""

from dataclasses import replace

from composer.document import Block, Document, Inline, Text
from composer.document.edits import cut
from composer.document.inline import inline_text

_BARE = {"p", "div", ""}


def piece_of(document: Document, start: int, end: int) -> Document:
    """Return what stands between two code points, blocks cut where needed."""
    first, last = document.block_index(start), document.block_index(end)
    blocks = []
    for index in range(first, last + 1):
        block, base = document.blocks[index], document.starts[index]
        low, high = max(0, start - base), min(len(block.text), end - base)
        if first == last:
            # Part of one line is words, not a heading or a list item.
            return Document((Block("p", cut(block, low, high)),))
        blocks.append(replace(block, inlines=cut(block, low, high)))
    return Document(tuple(blocks))


def insert_piece(
    document: Document, start: int, end: int, piece: Document
) -> tuple[Document, int, int]:
    """Put `piece` in place of a range; return the document and the range it now takes.

    Where the piece starts and ends inside a line, its first and last block flow into that line;
    at an empty line the piece's own kind of block wins.
    """
    first, last = document.block_index(start), document.block_index(end)
    head, tail = document.blocks[first], document.blocks[last]
    before = cut(head, 0, start - document.starts[first])
    if start == document.starts[first] + len(head.text) and piece.text[:1].strip():
        before = _spaced(before)
    after = cut(tail, end - document.starts[last], len(tail.text))
    blocks = list(piece.blocks)
    if len(blocks) == 1:
        own = not before and not after and not _bare(blocks[0])
        model = blocks[0] if own else head
        made = [_reframed(model, head, (*before, *blocks[0].inlines, *after))]
        length = len(blocks[0].text)
    else:
        length = len(piece.text)
        opening = replace(head, inlines=(*before, *blocks[0].inlines)) if before else blocks[0]
        made = [opening, *blocks[1:]]
        if after:
            closing = (*blocks[-1].inlines, *after)
            made[-1] = replace(blocks[-1], inlines=closing)
    fitted = [_inside(block, head) for block in made]
    result = replace(
        document, blocks=(*document.blocks[:first], *fitted, *document.blocks[last + 1 :])
    )
    begin = document.starts[first] + sum(len(inline_text(inline)) for inline in before)
    return result, begin, begin + length


def _spaced(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return `inlines` with the space at their end one that breaks: text follows it now.

    At the end of a block HTML keeps a space only as U+00A0.
    """
    last = inlines[-1] if inlines else None
    if isinstance(last, Text) and last.text.endswith("\xa0") and last.text[-2:-1].strip():
        return (*inlines[:-1], replace(last, text=last.text[:-1] + " "))
    return inlines


def _bare(block: Block) -> bool:
    return block.tag in _BARE and not (block.style or block.attributes or block.path)


def _reframed(model: Block, head: Block, inlines: tuple[Inline, ...]) -> Block:
    tag = "p" if model.tag == "hr" else model.tag
    path = model.path if model is not head else head.path
    return replace(model, tag=tag, inlines=inlines, path=path)


def _inside(block: Block, around: Block) -> Block:
    """Put a block without containers into those around the place it goes to."""
    if block.path or block.tag == "hr":
        return block
    return replace(block, path=around.path)
