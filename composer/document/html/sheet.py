"""A style sheet: the rules that can be resolved, and the rest as it stands."""

from dataclasses import dataclass
from functools import lru_cache

from composer.document.css import TOKEN, Pairs, expand, parse_declarations, resets
from composer.document.html.media import holds_everywhere
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
            resets(declaration.name, declaration.value),
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
    found = _Found([], [], {})
    found.take(text, 0)
    return Sheet(tuple(found.rules), "\n".join(found.rest), tuple(found.reasons))


@dataclass(frozen=True, slots=True)
class _Found:
    rules: list[SheetRule]
    rest: list[str]
    reasons: dict[str, None]

    def take(self, text: str, offset: int) -> None:
        """Take the rules of `text`, which stands at `offset` in the sheet."""
        for start, opened, end in _statements(text):
            prelude = _without_comments(text[start:opened]).strip()
            if not prelude:
                continue
            block_end = end - 1 if text[end - 1] == "}" else end
            block, at = text[opened + 1 : block_end], opened + 1
            if text[opened : opened + 1] == "{" and not prelude.startswith("@"):
                self._rule(prelude, block, offset + at)
            elif prelude[:6].lower() == "@media" and holds_everywhere(prelude[6:]):
                self.take(block, offset + at)
            elif not prelude.lower().startswith("@charset"):
                self.rest.append(text[start:end].strip())
                self.reasons[prelude.split()[0].split("(")[0].rstrip(";")] = None

    def _rule(self, prelude: str, block: str, offset: int) -> None:
        kept = []
        for part in _group(prelude):
            selector = parse_selector(part)
            if selector is None:
                kept.append(part.strip())
                self.reasons[part.strip()] = None
            else:
                self.rules.append(SheetRule(selector, settings(block, offset)))
        if kept:
            self.rest.append(", ".join(kept) + " {" + block + "}")


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
