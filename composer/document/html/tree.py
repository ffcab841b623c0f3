"""The tree of elements that HTML is read through."""

from dataclasses import dataclass, field

from composer.document.html.tokens import Attribute, Characters


@dataclass(slots=True, eq=False)
class Element:
    """An element; `start` to `end` is its source, `inner` to `inner_end` that of its content."""

    name: str
    attributes: tuple[Attribute, ...] = ()
    parent: "Element | None" = None
    children: "list[Element | Characters]" = field(default_factory=list)
    start: int = 0
    inner: int = 0
    inner_end: int = 0
    end: int = 0
    holds_blocks: bool = False
    open_tags: tuple[str, ...] = ()  # in raw markup, what still waits for its end

    def attribute(self, name: str) -> Attribute | None:
        """Return the attribute `name`, or None."""
        for attribute in self.attributes:
            if attribute.name == name:
                return attribute
        return None

    def value(self, name: str) -> str | None:
        """Return the decoded value of the attribute `name`, or None."""
        attribute = self.attribute(name)
        return None if attribute is None else attribute.value

    def markup(self, source: str) -> str:
        """Return the element as it stands in `source`, with the end tags it lacks."""
        missing = "".join(f"</{name}>" for name in reversed(self.open_tags))
        return source[self.start : self.end] + missing


@dataclass(frozen=True, slots=True)
class Tree:
    """The parts of a source: ``<html>``, its body, what belongs to the head, event handlers."""

    html: Element
    body: Element
    head: tuple[Element, ...]
    handlers: tuple[str, ...]
