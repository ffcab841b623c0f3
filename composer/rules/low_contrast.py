"""Text is hard to tell from its background.

Text needs a contrast of 4.5 to 1 against what is behind it, large text 3 to 1 (WCAG 1.4.3). Setting
other colours would break the rule against them: take yours away.
"""

from collections.abc import Iterator

from composer.document import Block, Text
from composer.document.used import UsedText
from composer.document.used.contrast import contrast
from composer.document.used.visible import visible_runs
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._elements import attribute_names, declared_names


def _may_be_coloured(block: Block) -> bool:
    return bool(declared_names(block) or attribute_names(block))


rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-A11Y",
    message="Contrast is {ratio:.1f} to 1, {least:g} to 1 is needed: take the colours away",
    html_only=True,
    needs=_may_be_coloured,
    examples=(
        Invalid('<p style="color: #999">Your parcel is late.</p>', flags=("Your parcel is late.",)),
        Invalid(
            '<div style="background-color: #333"><p>Ihr Paket ist da.</p></div>',
            language="de",
            flags=("Ihr Paket ist da.",),
        ),
        Valid('<p style="color: #333">Your parcel is late.</p>'),
        Valid('<h1 style="color: #888">Large text</h1><p>Small text</p>'),
        Valid("<p>No colours at all.</p>"),
    ),
)

_TEXT, _PAPER = "#0f1111", "#ffffff"  # Amazon's own mails, where the message sets nothing


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for start, end, inline, used in visible_runs(block):
        if used.color is None and used.background is None:
            continue
        bold = isinstance(inline, Text) and inline.marks.bold
        least = 3 if _is_large(used, bold=bold or block.heading > 0) else 4.5
        ratio = contrast(used.color or _TEXT, used.background or _PAPER)
        if ratio < least:
            sure = not {"color", "background", "background-image"}.intersection(used.unknown)
            severity = None if sure else Severity.REVIEW
            yield rule.finding(start, end, severity=severity, ratio=ratio, least=least)


def _is_large(used: UsedText, *, bold: bool) -> bool:
    """24 px, or 18.66 px in bold (WCAG, large scale)."""
    return used.size >= 24 or (bold and used.size >= 18.66)
