"""Inline content: a block is a flat run of these, each with the marks that apply to it."""

from dataclasses import dataclass, replace

from composer.document.style import PLAIN, Style

OBJECT = "\N{OBJECT REPLACEMENT CHARACTER}"
LINE_SEPARATOR = "\N{LINE SEPARATOR}"

Attributes = tuple[tuple[str, str], ...]
FLAGS = frozenset({"bold", "italic", "underline", "strike", "subscript", "superscript", "code"})


@dataclass(frozen=True, slots=True)
class Link:
    """A hyperlink; `attributes` holds the rest of the ``<a>`` (title, target, rel), sorted."""

    href: str
    attributes: Attributes = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """What applies to one inline: emphasis, link, and the style set on elements around it.

    Nested inline elements are folded into one style: the inner declaration wins, relative font
    sizes are multiplied. `attributes` are those of the innermost plain wrapper (class, lang, dir).
    """

    bold: bool = False
    italic: bool = False
    underline: bool = False
    strike: bool = False
    subscript: bool = False
    superscript: bool = False
    code: bool = False
    link: Link | None = None
    style: Style = PLAIN
    attributes: Attributes = ()

    def flagged(self, name: str, *, on: bool) -> "Marks":
        """Return these marks with the flag `name`, one of `FLAGS`, on or off.

        Raises:
            ValueError: for any other name.
        """
        if name not in FLAGS:
            message = f"not a flag: {name}"
            raise ValueError(message)
        flags: dict[str, bool] = {name: on}
        return replace(self, **flags)  # type: ignore[arg-type]  # a flag is a bool field

    def styled(self, name: str, value: str | None) -> "Marks":
        """Return these marks with the CSS property `name` set, or removed where `value` is None."""
        return replace(self, style=self.style.replaced(name, value))


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True)
class Text:
    """Visible characters; never empty in a block, never holding U+FFFC or a line break."""

    text: str
    marks: Marks = NO_MARKS

    def __hash__(self) -> int:
        # Each block is hashed; its words nearly always tell it apart, and marks have ten fields.
        return hash(self.text)


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A variable filled in for each order; one character, U+FFFC, in the text of its block.

    `name` is canonical where the name is known. `source` is how another tool spells it, and None
    for our own ``{{name}}``.
    """

    name: str
    source: str | None = None
    marks: Marks = NO_MARKS

    @property
    def spelling(self) -> str:
        """The placeholder as it stands in a file."""
        return "{{" + self.name + "}}" if self.source is None else self.source


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; one character, U+FFFC. `alt` is None where the attribute is missing.

    `width` and `height` are the attributes as written (pixels or percent).
    """

    src: str
    alt: str | None = None
    width: str | None = None
    height: str | None = None
    style: Style = PLAIN
    attributes: Attributes = ()
    marks: Marks = NO_MARKS


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A ``<br>``; one character, U+2028."""

    marks: Marks = NO_MARKS


@dataclass(frozen=True, slots=True)
class Raw:
    """Markup the model does not know, kept as it was so that a rule can flag it; U+FFFC."""

    html: str
    marks: Marks = NO_MARKS


Inline = Text | Placeholder | Image | LineBreak | Raw


def inline_text(inline: Inline) -> str:
    """Return what `inline` contributes to the text of its block."""
    if isinstance(inline, Text):
        return inline.text
    return LINE_SEPARATOR if isinstance(inline, LineBreak) else OBJECT
