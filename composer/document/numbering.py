"""The one form of a list of blocks that writing to HTML and reading gives back."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from composer.document.block import Block
from composer.document.container import Container, Path, shared_depth


def normal_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return `blocks` in the form that writing and reading gives back: numbered, never empty."""
    if not blocks:
        return (Block(),)
    if not any(block.path or not block.tag for block in blocks):
        return blocks
    tagged = _tagged(list(_numbered(_embodied(blocks))))
    boxed = _boxed(tagged)
    return tuple(_numbered(boxed) if boxed else tagged)


def _does_nothing(container: Container) -> bool:
    """Whether a reader does not see this box."""
    if container.tag not in {"div", "body"}:
        return False
    return not container.style and not container.attributes


def _embodied(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Give every block the body of the first that has one: a message has one body."""
    body = next((b.path[0] for b in blocks if b.path and b.path[0].tag == "body"), None)
    if body is None:
        return blocks
    inner = (b.path[1:] if b.path and b.path[0].tag == "body" else b.path for b in blocks)
    return tuple(
        block if block.path and block.path[0] == body else replace(block, path=(body, *path))
        for block, path in zip(blocks, inner, strict=True)
    )


def _numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """Number the containers in each parent, without boxes that do nothing."""
    before: Path = ()
    open_: list[Container | None] = []
    counts: list[int] = [0]
    for block in blocks:
        shared = shared_depth(before, block.path)
        for closed in open_[shared:]:
            if closed is not None:
                counts.pop()
        del open_[shared:]
        for container in block.path[shared:]:
            if _does_nothing(container):
                open_.append(None)
                continue
            index = counts[-1]
            counts[-1] += 1
            counts.append(0)
            same = container.index == index
            open_.append(container if same else replace(container, index=index))
        before, path = block.path, tuple([each for each in open_ if each is not None])
        yield block if path == block.path else replace(block, path=path)


def _tagged(blocks: list[Block]) -> list[Block]:
    """Turn bare text into a line of its own where it could not be told from its neighbour."""
    for index, block in enumerate(blocks):
        if block.tag:
            continue
        alone = index == 0 or blocks[index - 1].tag or blocks[index - 1].path != block.path
        if not alone or not block.path or block.style or block.attributes or _hollow(blocks, index):
            blocks[index] = replace(block, tag="div")
    return blocks


def _hollow(blocks: list[Block], index: int) -> bool:
    """Whether bare text is empty beside other content, where it would leave no trace in HTML."""
    block = blocks[index]
    return not block.text and _nears(blocks, index)


def _boxed(blocks: list[Block]) -> list[Block] | None:
    """Make a box around nothing but bare text a line of its own; None where there is none."""
    made = list(blocks)
    found = False
    for index, block in enumerate(blocks):
        path = block.path
        if not block.tag and path[-1].tag == "div" and not _nears(blocks, index):
            box = path[-1]
            made[index] = Block("div", block.inlines, box.style, box.attributes, path[:-1])
            found = True
    return made if found else None


def _nears(blocks: list[Block], index: int) -> bool:
    """Whether a neighbour stands in the same container, at any depth."""
    path = blocks[index].path
    near = blocks[max(0, index - 1) : index] + blocks[index + 1 : index + 2]
    return any(other.path[: len(path)] == path for other in near)
