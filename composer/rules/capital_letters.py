"""Sentence in capital letters.

Capitals read as shouting, and words in them are harder to recognise. The guidelines do not name
them, so this is advice only.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid

_LETTER = r"[^\W\d_a-zß-öø-ÿ]"
# Looking back comes after the first letter: looking for that one alone is what makes it fast.
_RUN = re.compile(rf"{_LETTER}(?<![\w-].){_LETTER}+(?:[ \u00a0]{_LETTER}{{2,}}){{3,}}(?![\w-])")

rule = Rule(
    __name__,
    severity=Severity.ADVICE,
    clause="S-A11Y",
    message="{count} words in capital letters",
    hint=_RUN.search,
    examples=(
        Invalid(
            "<p>Hello, PLEASE REPLY TO THIS MESSAGE today.</p>",
            flags=("PLEASE REPLY TO THIS MESSAGE",),
        ),
        Invalid(
            "<p>Hi</p>", subject="YOUR ORDER NEEDS ATTENTION", flags=("YOUR ORDER NEEDS ATTENTION",)
        ),
        Invalid(
            "<p>BITTE PRÜFEN SIE IHRE ADRESSE.</p>",
            language="de",
            flags=("BITTE PRÜFEN SIE IHRE ADRESSE",),
        ),
        Valid("<p>Our DHL, UPS, DPD and GLS parcels, model ABC-12 XL in RED.</p>"),
        Valid("<p>ご注文 ASIN B000000000 USB HDMI LED</p>", language="ja"),
        Valid("<p>أبلغتنا شركة الشحن DHL بتأخر في التوصيل</p>", language="ar"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for match in _RUN.finditer(block.text):
        words = match[0].split()
        # One by one: among words of a script without capitals, DHL makes the whole run upper case.
        if all(map(str.isupper, words)) and any(len(word) > 4 for word in words):
            yield rule.finding(*match.span(), count=len(words))
