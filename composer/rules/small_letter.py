"""Sentence begins with a small letter.

Begin sentences with a capital letter, in languages that have them.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import ReplaceText
from composer.language.phrases.lexicon import lexicon_of
from composer.language.reading import read
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid


def _begins_small(sentence: str) -> bool:
    return sentence[:1].islower()


rule = Rule(
    __name__,
    severity=Severity.ADVICE,
    clause="S-SPELL",
    message="Sentence begins with a small letter: “{shown}”",
    parts=("body",),
    hint=_begins_small,
    examples=(
        Invalid(
            "<p>Your parcel is late! we are sorry. It comes soon.</p>",
            flags=("we",),
            fixed="<p>Your parcel is late! We are sorry. It comes soon.</p>",
        ),
        Invalid(
            "<p>Is it late? please tell us.</p>",
            language="en-GB",
            flags=("please",),
            fixed="<p>Is it late? Please tell us.</p>",
        ),
        Invalid(
            "<p>Ist es spät? bitte schreiben Sie uns.</p>",
            language="de",
            flags=("bitte",),
            fixed="<p>Ist es spät? Bitte schreiben Sie uns.</p>",
        ),
        Valid("<p>Your parcel is late. We use e.g. ups and approx. two days.</p>"),
        Valid("<p>Is it iPhone or iPad? iPad. See amazon.com! www.amazon.com</p>"),
        Valid("<p>ご注文ですか? はい。</p>", language="ja"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    lexicon = lexicon_of(context.language)
    if lexicon is None or not lexicon.script.spaced or not any(mark in block.text for mark in "!?"):
        return
    for start, _ in read(block, lexicon).sentences[1:]:
        word = block.text[start:].split(maxsplit=1)[0].strip(".,;:!?")
        ended = block.text[:start].rstrip()[-1:] in {"!", "?"}
        if ended and word.islower() and word.isalpha() and len(word) > 1:
            edit = ReplaceText(start, start + 1, word[0].upper())
            fix = Fix("Begin with a capital letter", (edit,), part=context.part)
            yield rule.finding(start, start + len(word), fixes=(fix,), shown=word)
