"""Emoji.

Amazon does not permit emojis in messages. A symbol that many email programs draw as an emoji (☎, ❤)
is worth a look for the same reason.
"""

import re
from collections.abc import Iterator

from composer.document import Block, Image, Text
from composer.document.edits import Remove, SetImage
from composer.language.emoji import Pictograph, find_pictographs, may_hold_emoji
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._elements import declared_names
from composer.rules._fixes import removal
from composer.rules._targets import anchors, images


def _may_be_drawn(block: Block) -> bool:
    return bool(images(block) or anchors(block)) or "font-family" in declared_names(block)


rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-EMOJI",
    message="Emoji “{shown}”",
    needs=_may_be_drawn,
    hint=may_hold_emoji,
    examples=(
        Invalid(
            "<p>We hope it arrives soon 😊.</p>",
            flags=("😊",),
            fixed="<p>We hope it arrives soon.</p>",
        ),
        Invalid(
            "<p>👩‍👩‍👧 1️⃣ Your 🇩🇪 order</p>",
            flags=("👩‍👩‍👧", "1️⃣", "🇩🇪"),
            fixed="<p>Your order</p>",
        ),
        Invalid("<p>Thanks 🙏🏽🙏🏽 again!</p>", flags=("🙏🏽🙏🏽",), fixed="<p>Thanks again!</p>"),
        Invalid("<p>Hi 🎁 🎁 there</p>", flags=("🎁", "🎁"), fixed="<p>Hi there</p>"),
        Invalid("<p>☎ Our hours</p>", flags=("☎",), fixed="<p>Our hours</p>"),
        Invalid("<p>Hi &#x1F600;</p>", flags=("😀",), fixed="<p>Hi</p>"),
        Invalid("<p>Hi</p>", subject="Order ✅", flags=("✅",), fixed="<p>Hi</p>"),
        Invalid("<p>Hi ❤️</p>", channel="contact-form", flags=("❤️",), fixed="<p>Hi</p>"),
        Invalid(
            '<p><img src="a.png" alt="Thanks 🎉"> Hello</p>',
            flags=("\ufffc",),
            fixed='<p><img src="a.png" alt="Thanks"> Hello</p>',
        ),
        Invalid(
            '<p><a href="https://www.amazon.com/orders" title="Go 🚀">Your order</a></p>',
            flags=("Your order",),
        ),
        Invalid(
            '<p>Bye <img class="an1" src="https://mail.kitchen-shop.com/e/1f600.png" alt=""></p>',
            flags=("\ufffc",),
            fixed="<p>Bye</p>",
        ),
        Invalid(
            '<p>Bye <span style="font-family:Wingdings">J</span></p>',
            flags=("J",),
            fixed="<p>Bye</p>",
        ),
        Valid("<p>Kitchen&nbsp;&amp; Co.® ™ © 2 * 3 # 5 ★ ✓ → • № €</p>"),
        Valid("<p>See you soon :)</p>"),
    ),
)

_PICTURE_FONT = re.compile(
    r"\b(?:wingdings|webdings|zapf ?dingbats|segoe ui emoji)\b", re.IGNORECASE
)
_PICTURE_CLASS = re.compile(r"(?:^|\s)(?:emoji|emojione|twemoji|an1)(?:\s|$)", re.IGNORECASE)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for start, end, certain in _in_text(block):
        fix = Fix("Remove emoji", (Remove(*removal(block.text, start, end)),), safe=True)
        severity = Severity.MUST_FIX if certain else Severity.REVIEW
        yield rule.finding(start, end, fixes=(fix,), severity=severity, shown=block.text[start:end])
    for position, image in images(block):
        yield from _in_image(block, position, image)
    for target in anchors(block):
        title = dict(target.attributes).get("title", "")
        if found := _emoji(title):
            shown = title[found[0][0] : found[0][1]]
            message = Phrase("Emoji “{shown}” in the link's title")
            yield rule.finding(target.start, target.end, message=message, shown=shown)


def _emoji(text: str) -> list[tuple[int, int]]:
    return [hit[:2] for hit in find_pictographs(text) if hit[2] is Pictograph.EMOJI] if text else []


def _in_text(block: Block) -> Iterator[tuple[int, int, bool]]:
    """Yield (start, end, is certainly an emoji); those side by side are one."""
    held: tuple[int, int, bool] | None = None
    for start, end, kind in find_pictographs(block.text):
        if kind is Pictograph.EMOTICON:
            continue
        certain = kind is Pictograph.EMOJI
        if held and held[1] == start:
            held = (held[0], end, held[2] or certain)
            continue
        if held:
            yield held
        held = (start, end, certain)
    if held:
        yield held
    for start, end, inline in block.runs() if "font-family" in declared_names(block) else ():
        family = inline.marks.style.get("font-family")
        if family and isinstance(inline, Text) and _PICTURE_FONT.search(family):
            yield start, end, False


def _in_image(block: Block, position: int, image: Image) -> Iterator[Finding]:
    alt = image.alt or ""
    found = _emoji(alt)
    end = position + 1
    if _PICTURE_CLASS.search(dict(image.attributes).get("class", "")) or _is_only(alt, found):
        fix = Fix("Remove emoji", (Remove(*removal(block.text, position, end)),), safe=True)
        yield rule.finding(
            position, end, at=("alt", ""), text=alt, fixes=(fix,), shown=alt or Phrase("image")
        )
    elif found:
        plain = alt
        for first, last in reversed(found):
            low, high = removal(plain, first, last)
            plain = plain[:low] + plain[high:]
        fix = Fix("Remove emoji", (SetImage(position, end, "alt", plain),), safe=True)
        shown = alt[found[0][0] : found[0][1]]
        yield rule.finding(position, end, at=("alt", ""), text=alt, fixes=(fix,), shown=shown)


def _is_only(text: str, found: list[tuple[int, int]]) -> bool:
    return bool(found) and sum(end - start for start, end in found) == len(text.strip())
