"""A style sheet: the rules that can be resolved, and the rest as it stands."""

from dataclasses import dataclass
from functools import lru_cache

from composer.document.css import LONGHANDS, TOKEN, Pairs, expand, parse_declarations
from composer.document.html.selectors import Selector, parse_selector


@dataclass(frozen=True, slots=True)
class Setting:
    """What one declaration does: the longhands it takes back and those it sets."""

    resets: tuple[str, ...]
    pairs: Pairs
    important: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SheetRule:
    """A selector with its settings; offsets are within the sheet."""

    selector: Selector
    settings: tuple[Setting, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rules in order; `rest` is the source of what is not resolved, `reasons` says why."""

    rules: tuple[SheetRule, ...]
    rest: str
    reasons: tuple[str, ...]


@lru_cache(maxsize=2048)
def settings(text: str, offset: int = 0) -> tuple[Setting, ...]:
    """Return what the declarations in `text` do; ranges are moved by `offset`."""
    return tuple(
        Setting(
            LONGHANDS.get(declaration.name, ()),
            expand(declaration.name, declaration.value),
            declaration.important,
            offset + declaration.start,
            offset + declaration.end,
        )
        for declaration in parse_declarations(text)
    )


@lru_cache(maxsize=64)
def parse_sheet(text: str) -> Sheet:
    """Return the sheet that `text` is."""
    rules: list[SheetRule] = []
    rest: list[str] = []
    reasons: dict[str, None] = {}
    for start, opened, end in _statements(text):
        prelude = _without_comments(text[start:opened]).strip()
        if not prelude:
            continue
        if prelude.startswith("@") or text[opened : opened + 1] != "{":
            if not prelude.lower().startswith("@charset"):
                rest.append(text[start:end].strip())
                reasons[prelude.split()[0].split("(")[0].rstrip(";")] = None
            continue
        block_end = end - 1 if text[end - 1] == "}" else end
        block = text[opened + 1 : block_end]
        kept = []
        for part in _group(prelude):
            selector = parse_selector(part)
            if selector is None:
                kept.append(part.strip())
                reasons[part.strip()] = None
            else:
                rules.append(SheetRule(selector, settings(block, opened + 1)))
        if kept:
            rest.append(", ".join(kept) + " {" + block + "}")
    return Sheet(tuple(rules), "\n".join(rest), tuple(reasons))


def _statements(text: str) -> list[tuple[int, int, int]]:
    """Ranges of rules: start, where the block or the end of an at-rule is, and end."""
    found: list[tuple[int, int, int]] = []
    start = 0
    opened = -1
    depth = 0
    position = 0
    for match in TOKEN.finditer(text):
        if match.start() < position:
            continue
        piece = match[0]
        if piece == "{":
            opened = match.start() if depth == 0 else opened
            depth += 1
        elif piece == "}" and depth:
            depth -= 1
            if depth == 0:
                found.append((start, opened, match.end()))
                start = match.end()
        elif piece == ";" and depth == 0:
            found.append((start, match.start(), match.end()))
            start = match.end()
    if depth and opened >= 0:
        found.append((start, opened, len(text)))
    return found


def _group(prelude: str) -> list[str]:
    """The selectors of a group, split at commas outside brackets and strings."""
    parts = [""]
    depth = 0
    for match in TOKEN.finditer(prelude):
        piece = match[0]
        depth += (piece in "([") - (piece in ")]")
        if piece == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += piece
    return parts


def _without_comments(text: str) -> str:
    text = text.replace("<!--", "").replace("-->", "")
    if "/*" not in text:
        return text
    return "".join(m[0] if not m[0].startswith("/*") else " " for m in TOKEN.finditer(text))
