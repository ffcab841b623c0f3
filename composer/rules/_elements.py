"""Elements of a document that have something in common, as ranges of its text."""

from collections.abc import Callable, Iterator

from composer.document import Block, Container, Document

Element = Block | Container


def styled_ranges(
    document: Document, matches: Callable[[Element], object]
) -> Iterator[tuple[int, int, Element]]:
    """Yield (start, end, element) for each block or container that `matches`, outermost first.

    A container is told by its place in the path, so that each counts once.
    """
    found: dict[object, tuple[int, int, Element]] = {}
    for index, (base, block) in enumerate(zip(document.starts, document.blocks, strict=True)):
        end = base + len(block.text)
        for depth, container in enumerate(block.path, 1):
            if matches(container):
                key = block.path[:depth]
                start = found[key][0] if key in found else base
                found[key] = (start, end, container)
        if matches(block):
            found[index] = (base, end, block)
    yield from sorted(found.values(), key=lambda each: each[:2])
