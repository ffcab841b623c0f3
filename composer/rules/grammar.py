"""Grammar may be wrong.

A checker for English grammar doubts this sentence. It knows less than you do: read it once more.
"""

from collections.abc import Iterator

from composer.document.edits import ReplaceText
from composer.language.detection import detect
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase

rule = Rule(
    __name__,
    severity=Severity.ADVICE,
    clause="S-SPELL",
    message="{told}",
    examples=(
        Invalid(
            "<p>We has shipped your order to the new address.</p>",
            flags=("has",),
            fixed="<p>We have shipped your order to the new address.</p>",
        ),
        Invalid(
            "<p>There is a apple in the box that you returned.</p>",
            flags=("a",),
            fixed="<p>There is an apple in the box that you returned.</p>",
        ),
        Valid("<p>Your parcel has left our warehouse and an invoice is in it.</p>"),
        Valid("<p>Nous a envoyé votre commande à un adresse.</p>", language="fr"),
        Valid("<p>Wir hat Ihre Bestellung a die neue Adresse geschickt.</p>", language="de"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    # not block by block: what a checker on another thread knows of a block grows
    if context.grammar is None or not context.language.startswith("en"):
        return
    for base, block in zip(message.body.starts, message.body.blocks, strict=True):
        if detect(block.text, context.language) != "en":
            continue
        for issue in context.grammar.issues(block.text):
            start, end = base + issue.start, base + issue.end
            fixes = (
                (
                    Fix(
                        Phrase("Write “{word}”", word=issue.instead),
                        (ReplaceText(start, end, issue.instead),),
                    ),
                )
                if issue.instead
                else ()
            )
            yield rule.finding(start, end, fixes=fixes, told=issue.message)
