"""Word stands twice.

The same word twice in a row is nearly always a slip.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import Remove
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid

_TWICE = re.compile(r"(?<![\w'’-])([^\W\d_]{2,}+)[ \u00a0]\1(?![\w'’-])")

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-SPELL",
    message="“{shown}” stands twice",
    hint=_TWICE.search,
    examples=(
        Invalid(
            "<p>It is in the the parcel.</p>",
            flags=("the the",),
            fixed="<p>It is in the parcel.</p>",
        ),
        Invalid(
            "<p>Wir haben haben es verschickt.</p>",
            language="de",
            flags=("haben haben",),
            fixed="<p>Wir haben es verschickt.</p>",
        ),
        Invalid(
            "<p>Nous avons avons votre colis.</p>",
            language="fr",
            flags=("avons avons",),
            fixed="<p>Nous avons votre colis.</p>",
        ),
        Valid("<p>He said that that was fine, and she had had it.</p>"),
        Valid("<p>Die, die die Ware prüfen, und Sie sie.</p>", language="de"),
        Valid("<p>Merci, nous nous occupons de vous vous-même.</p>", language="fr"),
        Valid("<p>Bora Bora, 10 10, ha ha</p>"),
    ),
)

# Words that stand twice in good sentences.
_FINE = {
    "en": frozenset({"that", "had", "is", "very", "so", "do", "her", "ha", "bye", "no"}),
    "de": frozenset({"die", "der", "das", "den", "dem", "sie", "ihr", "ihnen", "sehr", "was"}),
    "fr": frozenset({"nous", "vous", "très", "faire"}),
    "es": frozenset({"muy", "se", "no"}),
    "it": frozenset({"piano", "via", "molto", "poco"}),
    "nl": frozenset({"die", "dat", "heel", "er", "ze", "je"}),
    "sv": frozenset({"det", "den", "de", "som", "att"}),
    "pl": frozenset({"bardzo", "się", "to"}),
    "pt": frozenset({"muito", "se", "nos"}),
}


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    main = context.language.partition("-")[0]
    if main in {"tr", "hi", "ar"}:  # a word said twice is ordinary there
        return
    for match in _TWICE.finditer(block.text):
        word = match[1]
        if word.casefold() in _FINE.get(main, ()) or word[0].isupper():
            continue
        edit = Remove(match.start() + len(word), match.end())
        fix = Fix("Remove the second one", (edit,), part=context.part)
        yield rule.finding(*match.span(), fixes=(fix,), shown=word)
