"""What pasting leaves out: styling that would only break rules; structure and words stay."""

from dataclasses import replace

from composer.document import (
    PLAIN,
    Attributes,
    Block,
    Container,
    Document,
    Image,
    Inline,
    Marks,
    Path,
    Raw,
    Style,
)

_KEPT_STYLES = frozenset({"list-style-type", "direction", "vertical-align"})
_KEPT_ATTRIBUTES = frozenset(
    {"dir", "lang", "start", "type", "value", "reversed", "colspan", "rowspan", "scope"}
)
_WRAPPERS = frozenset({"body", "div", "form"})


def cleaned(document: Document) -> Document:
    """Return `document` without colours, fonts, sizes, spacing, alignment and unknown markup."""
    return Document(tuple(_block(block) for block in document.blocks))


def _block(block: Block) -> Block:
    inlines = tuple(_inline(inline) for inline in block.inlines if not isinstance(inline, Raw))
    path = _path(block.path)
    tag = "p" if block.tag == "div" or (not block.tag and not path) else block.tag
    return Block(tag, inlines, _style(block.style), _attributes(block.attributes), path)


def _inline(inline: Inline) -> Inline:
    marks = inline.marks
    plain: Marks = replace(marks, style=PLAIN, attributes=_attributes(marks.attributes))
    if isinstance(inline, Image):
        return replace(inline, style=PLAIN, attributes=(), marks=plain)
    return replace(inline, marks=plain)


def _path(path: Path) -> Path:
    return tuple(
        Container(
            container.tag,
            container.index,
            _style(container.style),
            _attributes(container.attributes),
        )
        for container in path
        if container.tag not in _WRAPPERS
    )


def _style(style: Style) -> Style:
    kept = [(name, value) for name, value in style if name in _KEPT_STYLES]
    return Style.of(kept) if kept else PLAIN


def _attributes(attributes: Attributes) -> Attributes:
    return tuple(pair for pair in attributes if pair[0] in _KEPT_ATTRIBUTES)


def has_look(document: Document) -> bool:
    """Whether `cleaned` would leave out something that a reader could see."""
    return any(
        _loses(block.style)
        or any(_loses(container.style) for container in block.path)
        or any(isinstance(inline, Raw) or _loses(inline.marks.style) for inline in block.inlines)
        for block in document.blocks
    )


def _loses(style: Style) -> bool:
    return any(name not in _KEPT_STYLES for name, _ in style)
