"""Containers: the elements around blocks (lists, tables, quotes, boxes), as paths."""

from dataclasses import dataclass, field
from functools import lru_cache

from composer.document.inline import Attributes
from composer.document.style import PLAIN, Style

LISTS = frozenset({"ul", "ol"})
CELLS = frozenset({"td", "th"})
CONTAINERS = LISTS | CELLS | {"body", "div", "blockquote", "form", "li", "table", "tr"}


@dataclass(frozen=True, slots=True)
class Container:
    """An element around blocks; `index` counts the containers before it in the same parent."""

    tag: str
    index: int = 0
    style: Style = PLAIN
    attributes: Attributes = ()
    _hash: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Paths are keys of caches, and one container is in the paths of many blocks.
        content = (self.tag, self.index, self.style, self.attributes)
        object.__setattr__(self, "_hash", hash(content))

    def __hash__(self) -> int:
        return self._hash

    def attribute(self, name: str) -> str | None:
        """Return the attribute `name` as written, or None."""
        return dict(self.attributes).get(name)


Path = tuple[Container, ...]


def check_path(path: Path) -> None:
    """Check that HTML nests containers like this.

    Raises:
        ValueError: naming the container that is out of place.
    """
    if path:
        _check_tags(tuple([container.tag for container in path]))


@lru_cache(maxsize=1024)
def _check_tags(tags: tuple[str, ...]) -> None:
    parent = ""
    for tag in tags:
        fits = (
            tag in CONTAINERS
            and (tag == "li") == (parent in LISTS)
            and (tag == "tr") == (parent == "table")
            and (tag in CELLS) == (parent == "tr")
            and (tag != "body" or not parent)
        )
        if not fits:
            message = f"<{tag}> does not stand in <{parent or 'the message'}>"
            raise ValueError(message)
        parent = tag
    if parent in LISTS or parent in {"table", "tr"}:
        message = f"a block does not stand directly in <{parent}>"
        raise ValueError(message)


def shared_depth(one: Path, other: Path) -> int:
    """Return how many of the outermost containers two paths share."""
    for depth, (first, second) in enumerate(zip(one, other, strict=False)):
        # Neighbours mostly share the very same containers, and comparing values takes long.
        if first is not second and first != second:
            return depth
    return min(len(one), len(other))
