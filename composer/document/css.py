"""CSS declarations as they stand in a style attribute: parsing, and shorthands to longhands."""

import re
from dataclasses import dataclass
from functools import lru_cache

from composer.document.css_validity import is_family, is_line_height, is_size, is_valid
from composer.document.css_values import BOX_SIDES, parse_length
from composer.document.style import IMPORTANT, Style

Pairs = tuple[tuple[str, str], ...]

# One token of a value or of the text between declarations: comment, string, url, one character.
TOKEN = re.compile(
    r"""/\*.*?(?:\*/|$)
      | "(?:[^"\\\n]|\\.)*"? | '(?:[^'\\\n]|\\.)*'?
      | [uU][rR][lL]\(\s*(?!["'\s])[^)]*\)?
      | \\. | [^"'/\\uU(){}\[\];:,\s!]+ | \s+ | .""",
    re.VERBOSE | re.DOTALL,
)
_NAME = re.compile(r"-{0,2}[a-zA-Z_][\w-]*\Z")
_PLAIN = re.compile(r"""[^"'()/\\;{}\[\]]*\Z""")
_IMPORTANT = re.compile(r"!\s*important\s*\Z", re.IGNORECASE)
_OPEN = {"(": ")", "[": "]", "{": "}"}

_WIDTHS = frozenset({"thin", "medium", "thick"})
_LINES = frozenset(
    {
        *("none", "hidden", "dotted", "dashed", "solid"),
        *("double", "groove", "ridge", "inset", "outset"),
    }
)
_WIDE = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
_REPEATS = frozenset({"repeat", "repeat-x", "repeat-y", "no-repeat", "space", "round"})
_PLACES = frozenset({"left", "right", "top", "bottom", "center"})
_BORDER_PARTS = ("width", "style", "color")
_BORDER = tuple(f"border-{side}-{part}" for part in _BORDER_PARTS for side in BOX_SIDES)
_BACKGROUND = tuple(
    f"background-{part}" for part in ("color", "image", "repeat", "position", "size", "attachment")
)
_FONT = ("font-style", "font-weight", "font-variant", "font-size", "line-height", "font-family")
_STRETCHES = frozenset(
    f"{degree}{way}"
    for degree in ("", "semi-", "extra-", "ultra-")
    for way in ("condensed", "expanded")
)
_WEIGHTS = frozenset({"bold", "bolder", "lighter", *map(str, range(100, 1000, 100))})

LONGHANDS: dict[str, tuple[str, ...]] = {
    "margin": tuple(f"margin-{side}" for side in BOX_SIDES),
    "padding": tuple(f"padding-{side}" for side in BOX_SIDES),
    "border": _BORDER,
    **{
        f"border-{part}": tuple(f"border-{side}-{part}" for side in BOX_SIDES)
        for part in _BORDER_PARTS
    },
    **{
        f"border-{side}": tuple(f"border-{side}-{part}" for part in _BORDER_PARTS)
        for side in BOX_SIDES
    },
    "background": _BACKGROUND,
    "font": _FONT,
    "list-style": ("list-style-type", "list-style-position", "list-style-image"),
}


@dataclass(frozen=True, slots=True)
class Declaration:
    """One declaration as authored, cleaned; `start` and `end` enclose its value in the text."""

    name: str
    value: str
    important: bool
    start: int
    end: int


@lru_cache(maxsize=4096)
def parse_declarations(text: str) -> tuple[Declaration, ...]:
    """Return the declarations of a style attribute or a rule's block, in order.

    Names are lower-case; values are lower-case outside strings, ``url()`` and font names, with
    single spaces and no comments. What is no declaration is skipped, as CSS says.
    """
    return tuple(
        declaration
        for start, end in _pieces(text)
        if (declaration := _declaration(text, start, end)) is not None
    )


@lru_cache(maxsize=4096)
def parse_style(text: str) -> Style:
    """Return the style that a style attribute sets: longhands, important ones over others."""
    found: dict[str, str] = {}
    for declaration in parse_declarations(text):
        suffix = f" {IMPORTANT}" if declaration.important else ""
        for name in resets(declaration.name, declaration.value):
            if suffix or not found.get(name, "").endswith(IMPORTANT):
                found.pop(name, None)
        for name, value in expand(declaration.name, declaration.value):
            if name in found and not is_valid(name, value):
                continue
            if suffix or not found.get(name, "").endswith(IMPORTANT):
                found[name] = value + suffix
    return Style.of(found)


def resets(name: str, value: str) -> tuple[str, ...]:
    """Return the longhands that a declaration takes back; none where it is not understood."""
    names = LONGHANDS.get(name, ())
    if not names or "var(" in value or expand(name, value) != ((name, value),):
        return names
    return ()


@lru_cache(maxsize=4096)
def expand(name: str, value: str) -> Pairs:
    """Return the longhands that a declaration sets; itself where it is none or not understood.

    Longhands that a shorthand only resets (see `LONGHANDS`) are left out, save in ``font``, whose
    resets undo what headings and bold text are by default.
    """
    names = LONGHANDS.get(name, ())
    if names and value in _WIDE:
        return tuple((longhand, value) for longhand in names)
    pairs: Pairs = ()
    if names and "var(" not in value:
        pairs = _expanded(name, value, names)
    return pairs or ((name, value),)


def _expanded(name: str, value: str, names: tuple[str, ...]) -> Pairs:
    parts = split_values(value)
    if name == "font":
        return _font(parts)
    if name == "background":
        return _background(value, parts)
    if name == "list-style":
        return _list_style(parts)
    return _sides(names, parts) if len(names) == len(BOX_SIDES) else _border(names, parts)


@lru_cache(maxsize=4096)
def split_values(value: str) -> tuple[str, ...]:
    """Split a value at its spaces, keeping functions and strings whole, ``/`` and ``,`` apart."""
    parts: list[str] = []
    current = ""
    depth = 0
    for match in TOKEN.finditer(value):
        piece = match[0]
        if depth == 0 and (piece.isspace() or piece in "/,"):
            parts += [part for part in (current, piece.strip()) if part]
            current = ""
            continue
        depth += (piece == "(") - (piece == ")")
        current += piece
    return (*parts, current) if current else tuple(parts)


def clean_value(value: str, name: str = "") -> str:
    """Return a value with single spaces and no comments, lower-case where CSS ignores case."""
    keep_case = name.startswith("--") or name in {"font-family", "font"}
    if _PLAIN.match(value):
        value = " ".join(value.split())
        return value if keep_case else value.lower()
    pieces = []
    for match in TOKEN.finditer(value):
        piece = match[0]
        if piece.startswith("/*") or piece.isspace():
            pieces.append(" ")
        elif keep_case or piece[0] in "\"'\\" or piece[:4].lower() == "url(":
            pieces.append(piece[:4].lower() + piece[4:] if piece[:4].lower() == "url(" else piece)
        else:
            pieces.append(piece.lower())
    return _single_spaced(pieces)


def _single_spaced(pieces: list[str]) -> str:
    kept: list[str] = []
    for piece in pieces:
        if piece != " " or (kept and kept[-1] != " "):
            kept.append(piece)
    return "".join(kept).strip(" ")


def _pieces(text: str) -> list[tuple[int, int]]:
    """The ranges between semicolons that stand outside strings and brackets."""
    if _PLAIN.match(text.replace(";", "")):
        plain: list[tuple[int, int]] = []
        start = 0
        for piece in text.split(";"):
            plain.append((start, start + len(piece)))
            start += len(piece) + 1
        return plain
    pieces: list[tuple[int, int]] = []
    start = 0
    closers: list[str] = []
    for match in TOKEN.finditer(text):
        piece = match[0]
        if piece in _OPEN:
            closers.append(_OPEN[piece])
        elif closers and piece == closers[-1]:
            closers.pop()
        elif piece == ";" and not closers:
            pieces.append((start, match.start()))
            start = match.end()
    return [*pieces, (start, len(text))]


def _declaration(text: str, start: int, end: int) -> Declaration | None:
    colon = text.find(":", start, end)
    if colon < 0:
        return None
    name = clean_value(text[start:colon], "--")
    if not _NAME.match(name):
        return None
    name = name if name.startswith("--") else name.lower()
    source = text[colon + 1 : end]
    important = _IMPORTANT.search(source.rstrip()) if "!" in source else None
    value = clean_value(source[: important.start()] if important else source, name)
    if not value:
        return None
    first = colon + 1 + len(source) - len(source.lstrip())
    return Declaration(name, value, important is not None, first, colon + 1 + len(source.rstrip()))


def _sides(names: tuple[str, ...], parts: tuple[str, ...]) -> Pairs:
    """One to four values for top, right, bottom, left."""
    if not 1 <= len(parts) <= len(BOX_SIDES) or "/" in parts or "," in parts:
        return ()
    right = parts[min(1, len(parts) - 1)]
    bottom = parts[2] if len(parts) > 2 else parts[0]
    left = parts[3] if len(parts) > 3 else right
    return tuple(zip(names, (parts[0], right, bottom, left), strict=True))


def _border(names: tuple[str, ...], parts: tuple[str, ...]) -> Pairs:
    found: dict[str, str] = {}
    for part in parts:
        kind = "color"
        if part in _LINES:
            kind = "style"
        elif part in _WIDTHS or parse_length(part) is not None:
            kind = "width"
        if kind in found:
            return ()
        found[kind] = part
    # Without a style no border shows, whatever the width: 0 and none are said alike.
    found.setdefault("style", "none")
    return tuple(
        (name, found[kind]) for name in names if (kind := name.rpartition("-")[2]) in found
    )


def _background(value: str, parts: tuple[str, ...]) -> Pairs:
    if "," in parts:  # layers: kept together, so that addresses in it stay visible
        return (("background-image", value),)
    found: dict[str, str] = {}
    after_slash = False
    for part in parts:
        if part == "/":
            after_slash = True
            continue
        kind = _background_part(part, after_slash=after_slash)
        found[kind] = f"{found[kind]} {part}" if kind in found else part
    return tuple((name, found[name]) for name in _BACKGROUND if name in found)


def _background_part(part: str, *, after_slash: bool) -> str:
    if part.startswith("url(") or "gradient(" in part or part == "none":
        return "background-image"
    if part in _REPEATS:
        return "background-repeat"
    if part in {"scroll", "fixed", "local"}:
        return "background-attachment"
    if part in _PLACES or parse_length(part) is not None or part in {"auto", "cover", "contain"}:
        return "background-size" if after_slash else "background-position"
    return "background-color"


def _list_style(parts: tuple[str, ...]) -> Pairs:
    found: dict[str, str] = {}
    for part in parts:
        if part in {"inside", "outside"}:
            found["list-style-position"] = part
        elif part.startswith("url("):
            found["list-style-image"] = part
        else:
            found["list-style-type"] = part
    return tuple(found.items())


def _font(parts: tuple[str, ...]) -> Pairs:
    found = {"font-style": "normal", "font-weight": "normal"}
    for index, part in enumerate(parts):
        word = part.lower()
        if word in {"italic", "oblique"}:
            found["font-style"] = word
        elif word in _WEIGHTS:
            found["font-weight"] = word
        elif word == "small-caps":
            found["font-variant"] = word
        elif word in _STRETCHES or (word.endswith("deg") and parts[index - 1] == "oblique"):
            continue
        elif word != "normal":
            return _font_size(found, parts[index:])
    return ()


def _font_size(found: dict[str, str], parts: tuple[str, ...]) -> Pairs:
    """The size, the line height and the family, which end the shorthand."""
    size, *rest = parts
    height = "normal"
    if len(rest) > 1 and rest[0] == "/":
        height, rest = rest[1].lower(), rest[2:]
    family = " ".join(rest).replace(" ,", ",")
    if not (is_size(size.lower()) and is_line_height(height) and is_family(family)):
        return ()
    found |= {"font-size": size.lower(), "line-height": height, "font-family": family}
    return tuple(found.items())
