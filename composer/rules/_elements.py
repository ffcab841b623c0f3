"""Elements of a document that have something in common, as ranges of its text."""

from collections.abc import Callable, Iterator

from composer.document import NO_MARKS, OBJECT, Block, Container, Document, Image, Raw, Style
from composer.document.used import fact
from composer.lint.context import Message

Element = Block | Container
_NONE = frozenset[str]()


@fact
def declared_names(block: Block) -> frozenset[str]:
    """Return the CSS properties set anywhere in or around `block`."""
    names = [name for style in styles(block) for name, _ in style.declarations]
    return frozenset(names) if names else _NONE


@fact
def attribute_names(block: Block) -> frozenset[str]:
    """Return the attributes set on `block` and the containers around it."""
    names = {name for name, _ in block.attributes}
    for container in block.path:
        if container.attributes:
            names.update(name for name, _ in container.attributes)
    return frozenset(names) if names else _NONE


@fact
def message_names(message: Message) -> frozenset[str]:
    """Return the CSS properties set anywhere in the body: a rule with none of its own is done."""
    return _NONE.union(*set(map(declared_names, message.body.blocks)))


@fact
def message_attributes(message: Message) -> frozenset[str]:
    """Return the attributes set on any block or container of the body."""
    return _NONE.union(*set(map(attribute_names, message.body.blocks)))


def styles(block: Block) -> list[Style]:
    """Return every style in and around `block` that declares something."""
    around: tuple[Element, ...] = (block, *block.path)
    found = [it.style for it in around if it.style.declarations]
    for inline in block.inlines:
        if inline.marks is not NO_MARKS and inline.marks.style.declarations:
            found.append(inline.marks.style)
        if isinstance(inline, Image) and inline.style.declarations:
            found.append(inline.style)
    return found


@fact
def raws(block: Block) -> tuple[tuple[int, Raw], ...]:
    """Return (position, markup) for what the model does not know in `block`."""
    if OBJECT not in block.text:
        return ()
    return tuple((start, it) for start, _, it in block.runs() if isinstance(it, Raw))


def may_hold_placeholder(text: str) -> bool:
    """Whether anything but words stands in `text`."""
    return OBJECT in text


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
