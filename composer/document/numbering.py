"""The one form of a list of blocks that writing to HTML and reading gives back."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from composer.document.block import Block
from composer.document.container import Container, Path


def normal_blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return `blocks` in the form that writing and reading gives back: numbered, never empty."""
    if not blocks:
        return (Block(),)
    if not any(block.path or not block.tag for block in blocks):
        return blocks
    return tuple(_tagged(list(_numbered(_unwrapped(_embodied(blocks))))))


def _unwrapped(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Drop boxes that do nothing: a reader does not see them."""
    for block in blocks:
        path = tuple(each for each in block.path if not _does_nothing(each))
        yield block if len(path) == len(block.path) else replace(block, path=path)


def _does_nothing(container: Container) -> bool:
    return container.tag == "div" and not container.style and not container.attributes


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
    before: Path = ()
    path: Path = ()
    counts: list[int] = [0]
    for block in blocks:
        shared = 0
        for old, new in zip(before, block.path, strict=False):
            if old != new:
                break
            shared += 1
        del counts[shared + 1 :]
        numbered = list(path[:shared])
        for container in block.path[shared:]:
            index = counts[-1]
            counts[-1] += 1
            counts.append(0)
            numbered.append(container if container.index == index else replace(container, index=index))
        before, path = block.path, tuple(numbered)
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
    if block.text:
        return False
    near = blocks[max(0, index - 1) : index] + blocks[index + 1 : index + 2]
    depth = len(block.path)
    return any(other.path[:depth] == block.path for other in near)
