"""Styles that cannot be checked.

These style rules apply on some screens, in some email programs or at some moments only (@media,
:hover, @import), or use values that only a browser can work out. What they do to sizes, colours and
widths is for you to check.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from composer.document import Block
from composer.document.used import fact, used_block, used_text
from composer.document.used.visible import has_text
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._elements import declared_names, message_names

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-OVR",
    message="Style cannot be checked: {what}",
    html_only=True,
    examples=(
        Invalid(
            "<style>@media (max-width:480px){p{font-size:20px}}</style><p>Hello</p>", flags=("",)
        ),
        Invalid("<style>a:hover{color:red}</style><p>Hello</p>", flags=("",)),
        Invalid(
            "<style>@import url(https://kitchen-shop.com/a.css);</style><p>Hello</p>", flags=("",)
        ),
        Invalid('<p style="font-size:calc(1em + 2vw)">Hello</p>', flags=("Hello",)),
        Invalid('<p style="margin-left:calc(1% + 2px)">Hello</p>', flags=("Hello",)),
        Valid("<style>#outlook a{padding:0} @media print{p{orphans:2}}</style><p>Hello</p>"),
        Valid('<p style="font-size:120%">Hello</p>'),
        Valid("<style>a:hover{color:red}</style><p>Hello</p>", channel="api"),
    ),
)

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_NAME = re.compile(r"[{;]\s*([a-z-]+)\s*:(?!\s*[\w-]*\s*\{)", re.IGNORECASE)
_WATCHED = re.compile(
    r"(?:font|line-height|color|-webkit-text|text-align|text-indent|width|max-width|min-width|margin|"
    r"padding|background|content|animation|display|float|position|all)(?:$|-)"
)
_LOADS = re.compile(r"@import\b|@font-face\b|url\s*\(", re.IGNORECASE)
_AT = re.compile(
    r"@[a-z-]+|[\w.#-]*::?(?:hover|active|visited|focus|before|after|first-\w+|nth[\w-]+)"
)
_SIZES = frozenset(
    {"font-size", "text-indent", "width", "max-width", "min-width", "position", "float"}
    | {f"{name}-{side}" for name in ("margin", "padding") for side in ("left", "right")}
)

_MOVED = frozenset({"position", "float"})


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    for markup in message.body.head:
        what = _unchecked(markup) if markup[:6].lower() == "<style" else ""
        if what:
            yield rule.finding(text=markup, what=what)
    if message_names(message).isdisjoint(_SIZES):
        return
    for base, block in zip(message.body.starts, message.body.blocks, strict=True):
        names = _unknown(block, context.language)
        if names:
            end = base + len(block.text)
            yield rule.finding(base, end, at=("style", names[0]), what=", ".join(names))


@lru_cache(maxsize=256)
def _unchecked(markup: str) -> str:
    """Return what in a style sheet is left to check, as words, or ""."""
    sheet = _COMMENT.sub("", markup)
    watched = any(_WATCHED.match(name.lower()) for name in _NAME.findall(sheet))
    if not watched and not _LOADS.search(sheet):
        return ""
    kinds = dict.fromkeys(match[0] for match in _AT.finditer(sheet))
    return ", ".join(list(kinds)[:3]) or Phrase("style sheet")


@fact
def _unknown(block: Block, language: str) -> tuple[str, ...]:
    if declared_names(block).isdisjoint(_SIZES) or not _may_be_unknown(block):
        return ()
    if not has_text(block):
        return ()
    names = set(used_block(block, language).unknown)
    for inline in block.inlines:
        names |= set(used_text(block, inline).unknown)
    return tuple(sorted(names & _SIZES))


def _may_be_unknown(block: Block) -> bool:
    """Whether a value is a function such as calc(), or a box leaves its place."""
    if not _MOVED.isdisjoint(declared_names(block)):
        return True
    styles = [block.style, *(container.style for container in block.path)]
    styles += [inline.marks.style for inline in block.inlines]
    return any("(" in value for style in styles for _, value in style.declarations)
