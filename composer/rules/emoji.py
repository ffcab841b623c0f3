"""Emoji.

Amazon does not permit emojis in messages. A symbol that many mail programs draw as an emoji (☎, ❤)
is worth a look for the same reason.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import Remove, SetImage
from composer.language.emoji import Pictograph, find_pictographs
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._fixes import removal
from composer.rules._targets import images

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-EMOJI",
    message="Emoji “{shown}”",
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
        Invalid("<p>☎ Our hours</p>", flags=("☎",), fixed="<p>Our hours</p>"),
        Invalid(
            '<p><img src="a.png" alt="Thanks 🎉"> Hello</p>',
            flags=("\ufffc",),
            fixed='<p><img src="a.png" alt="Thanks"> Hello</p>',
        ),
        Valid("<p>Kitchen&nbsp;&amp; Co.® ™ © 2 * 3 # 5 ★ ✓ → • № €</p>"),
        Valid("<p>See you soon :)</p>"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - same in every scene
    for start, end, kind in find_pictographs(block.text):
        if kind is Pictograph.EMOTICON:
            continue
        shown = block.text[start:end]
        fix = Fix("Remove emoji", (Remove(*removal(block.text, start, end)),), safe=True)
        severity = Severity.MUST_FIX if kind is Pictograph.EMOJI else Severity.REVIEW
        yield rule.finding(start, end, fixes=(fix,), severity=severity, shown=shown)
    for position, image in images(block):
        alt = image.alt or ""
        found = [hit for hit in find_pictographs(alt) if hit[2] is Pictograph.EMOJI]
        if found:
            plain = alt
            for start, end, _ in reversed(found):
                low, high = removal(plain, start, end)
                plain = plain[:low] + plain[high:]
            fix = Fix(
                "Remove emoji", (SetImage(position, position + 1, "alt", plain),), safe=True
            )
            yield rule.finding(
                position,
                position + 1,
                at=("alt", ""),
                text=alt,
                fixes=(fix,),
                shown=alt[found[0][0] : found[0][1]],
            )
