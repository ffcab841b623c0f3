"""Used text styles: what a browser makes of the declarations around a run of text."""

from dataclasses import dataclass, replace
from functools import lru_cache

from composer.document.block import Block
from composer.document.css_validity import is_valid
from composer.document.inline import NO_MARKS, Image, Inline, Marks
from composer.document.style import PLAIN, Style
from composer.document.used.colors import BLACK, WHITE, Color, parse_color
from composer.document.used.elements import INHERIT
from composer.document.used.facts import fact
from composer.document.used.hiding import hides
from composer.document.used.line_height import NORMAL, LineHeight, declared_line_height
from composer.document.used.sizes import MONOSPACE, SMALLER, Size, declared_size, family_size

_SCALES = {
    "h1": 2.0,
    "h2": 1.5,
    "h3": 1.17,
    "h5": 0.83,
    "h6": 0.67,
    "sub": SMALLER,
    "sup": SMALLER,
}
"""What a browser multiplies font sizes by (HTML Standard, section 15.3)."""
_BASE_SIZE = Size(keyword="medium")
_MONOSPACED = frozenset({"pre", "code"})


@dataclass(frozen=True, slots=True)
class UsedText:
    """How a run of text looks.

    `size` and `line_height` are in px. `family`, `color` (``#rrggbb``), `background` (``#rrggbb``)
    and `line_height` are None where the mail program's defaults apply. `unknown` names the CSS
    properties that could not be resolved.
    """

    size: float = 16.0
    family: str | None = None
    color: str | None = None
    background: str | None = None
    line_height: float | None = None
    hidden: bool = False
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class _State:
    """What an element hands down to those in it; told from others by identity, as caches need."""

    size: Size = _BASE_SIZE
    family: str | None = None
    color: str | None = None
    link_color: str | None = None
    background: str | None = None
    line_height: LineHeight = NORMAL
    invisible: bool = False
    gone: bool = False
    unknown: frozenset[str] = frozenset()

    def marked(self, name: str, *, known: bool) -> "_State":
        if known == (name not in self.unknown):
            return self
        unknown = self.unknown - {name} if known else self.unknown | {name}
        return replace(self, unknown=unknown)


ROOT = _State()
"""What the message itself hands down."""


def used_text(block: Block, inline: Inline) -> UsedText:
    """Return how `inline` of `block` looks; an image's own style decides whether it is hidden."""
    state = block_state(block)
    if inline.marks is not NO_MARKS:
        state = _marked(state, inline.marks)
    if not isinstance(inline, Image):
        return _used(state)
    state = entered_state(state, "img", inline.style)
    return replace(_used(state), hidden=state.gone or state.invisible)  # no letters to be small


@lru_cache(maxsize=4096)
def _used(state: _State) -> UsedText:
    unknown = state.unknown if state.size.known else state.unknown | {"font-size"}
    return UsedText(
        size=state.size.px,
        family=state.family,
        color=state.color,
        background=state.background,
        line_height=state.line_height.px(state.size.px),
        hidden=state.gone or state.invisible or state.size.px <= 1,
        unknown=tuple(sorted(unknown)),
    )


@fact
def block_state(block: Block) -> _State:
    """Return what `block` hands down to its inlines."""
    state = ROOT
    if block.path and block.path[0].attributes:
        state = _root(block.path[0].attribute("link"))
    for container in block.path:
        state = entered_state(state, container.tag, container.style)
    return entered_state(state, block.tag, block.style)


def _marked(state: _State, marks: Marks) -> _State:
    # The elements nest as the writer nests them.
    if marks.link is not None and state.color != state.link_color:
        state = _uncolored(state)
    state = entered_state(state, "span", marks.style)
    if marks.subscript:
        state = entered_state(state, "sub", PLAIN)
    if marks.superscript:
        state = entered_state(state, "sup", PLAIN)
    return entered_state(state, "code", PLAIN) if marks.code else state


@lru_cache(maxsize=4096)
def _uncolored(state: _State) -> _State:
    return replace(state, color=state.link_color)


@lru_cache(maxsize=256)
def _root(link_color: str | None) -> _State:
    """What a message hands down whose ``<body link>`` is this."""
    color = parse_color(link_color) or parse_color(f"#{link_color}") if link_color else None
    return ROOT if color is None else replace(ROOT, link_color=color.hex)


def entered_state(parent: _State, tag: str, style: Style) -> _State:
    """Return what an element `tag` with `style` hands down, given what it was handed."""
    if not style.declarations and tag not in _SCALES and tag not in _MONOSPACED:
        return parent
    return _styled(parent, tag, style)


@lru_cache(maxsize=8192)
def _styled(parent: _State, tag: str, style: Style) -> _State:
    state = _with_font(parent, tag, style)
    if not style:
        return state
    state = _with_background(_with_line_height(state, style), style)
    state = _with_color(state, style)
    visibility = style.get("visibility")
    if visibility is not None and visibility not in INHERIT:
        state = replace(state, invisible=visibility in {"hidden", "collapse"})
    return replace(state, gone=True) if hides(style) else state


def _with_font(parent: _State, tag: str, style: Style) -> _State:
    default = MONOSPACE if tag in _MONOSPACED else parent.family
    value = style.get("font-family")
    family = default
    if value is not None and value not in INHERIT and is_valid("font-family", value):
        family = None if value == "initial" else value
    elif value in {"inherit", "unset"}:
        family = parent.family
    size = _size(parent, tag, style)
    size = family_size(size, parent.family, family)
    known = "var(" not in (family or "")
    return replace(parent, size=size, family=family).marked("font-family", known=known)


def _size(parent: _State, tag: str, style: Style) -> Size:
    value = style.get("font-size")
    if value in {"inherit", "unset"}:
        return parent.size
    found = declared_size(value, parent.size) if value and value not in INHERIT else None
    return found or parent.size.scaled(_SCALES.get(tag, 1.0))


def _with_line_height(state: _State, style: Style) -> _State:
    value = style.get("line-height")
    if value is None or value in INHERIT:
        return state
    height = declared_line_height(value, state.size.px)
    if height is None:
        return state.marked("line-height", known=False) if "(" in value else state
    return replace(state, line_height=height).marked("line-height", known=True)


def _with_background(state: _State, style: Style) -> _State:
    image = style.get("background-image")
    if image and image not in {"none", "initial"}:
        state = state.marked("background-image", known=False)
    value = style.get("background-color")
    if value is None or value in INHERIT or value in {"initial", "transparent"}:
        return state
    color = parse_color(value)
    if color is None:
        return state.marked("background-color", known=False) if "(" in value else state
    seen = color.over(_seen(state.background)).hex if color.alpha else state.background
    return replace(state, background=seen).marked("background-color", known=True)


def _with_color(state: _State, style: Style) -> _State:
    value = style.get("-webkit-text-fill-color") or style.get("color")
    if value is None or value in INHERIT or value == "currentcolor":
        return state
    color = BLACK if value == "initial" else parse_color(value)
    if color is None:
        return state.marked("color", known=False) if "(" in value else state
    return replace(state, color=color.over(_seen(state.background)).hex).marked("color", known=True)


def _seen(background: str | None) -> Color:
    return (parse_color(background) if background else None) or WHITE
