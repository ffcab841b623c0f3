"""Elements of a document that have something in common, as ranges of its text."""

from collections.abc import Callable, Iterator
from functools import lru_cache

from composer.document import Block, Container, Document, Image, Inline

Element = Block | Container


@lru_cache(maxsize=8192)
def declared_names(block: Block) -> frozenset[str]:
    """Return the CSS properties set anywhere in or around `block`: mostly none, so look first."""
    if not block.path and not block.style and all(_is_plain(it) for it in block.inlines):
        return frozenset()
    styles = [block.style, *(container.style for container in block.path)]
    for inline in block.inlines:
        styles.append(inline.marks.style)
        if isinstance(inline, Image):
            styles.append(inline.style)
    return frozenset(name for style in styles for name, _ in style.declarations)


@lru_cache(maxsize=8)
def document_names(document: Document) -> frozenset[str]:
    """Return the CSS properties set anywhere in `document`."""
    return frozenset().union(*map(declared_names, document.blocks))


def _is_plain(inline: Inline) -> bool:
    return not inline.marks.style.declarations and not isinstance(inline, Image)


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
