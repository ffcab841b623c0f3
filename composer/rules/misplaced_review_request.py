"""Asks for a review under another reason.

Amazon permits a message you start for one reason at a time. Ask for a review in a message of its
own, or choose Review request as the reason where this message is for nothing else.
"""

from collections.abc import Iterator

from composer.language.phrases import Passage, Place
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Location, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._review_reasons import may_ask_for_review, neutral_requests
from composer.rules._sentences import without_sentences

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="R-PURP",
    message="Asks for a review, which is not the reason chosen: “{shown}”",
    examples=(
        Invalid(
            "<p>Your invoice is attached. Please leave a review on Amazon.</p>",
            reason="invoice",
            flags=("leave a review",),
            fixed="<p>Your invoice is attached.</p>",
        ),
        Invalid(
            "<p>Ihre Rechnung liegt bei. Bitte schreiben Sie eine Rezension.</p>",
            language="de",
            marketplace="amazon.de",
            reason="invoice",
            flags=("Bitte schreiben Sie eine Rezension",),
            fixed="<p>Ihre Rechnung liegt bei.</p>",
        ),
        Invalid(
            "<p>Votre facture est jointe. Merci de laisser un avis sur Amazon.</p>",
            language="fr",
            marketplace="amazon.fr",
            reason="invoice",
            flags=("laisser un avis",),
            fixed="<p>Votre facture est jointe.</p>",
        ),
        Invalid(
            "<p>Order {{order_id}} is late. Please rate our service. Leave a review on Amazon.</p>",
            reason="order-problem",
            flags=("rate our service",),
            fixed="<p>Order {{order_id}} is late.</p>",
        ),
        Valid("<p>Please leave a review on Amazon.</p>", reason="review-request"),
        Valid("<p>Please leave a review on Amazon.</p>", reason="reply"),
        Valid("<p>Please leave a review on Amazon.</p>"),
        Valid(
            "<p>Please review the attached proof and share your feedback.</p>",
            reason="custom-design",
        ),
        Valid(
            "<p>Bitte prüfen Sie den Entwurf und geben Sie uns Feedback.</p>",
            language="de",
            marketplace="amazon.de",
            reason="custom-design",
        ),
        Valid(
            "<p>Votre facture est jointe.</p>",
            language="fr",
            marketplace="amazon.fr",
            reason="invoice",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if may_ask_for_review(context):
        return
    for passage in message.passages:
        if asked := list(neutral_requests(passage)):
            yield _finding(message, passage, asked)
            return  # one for the message: its reason is one


def _finding(message: Message, passage: Passage, asked: list[Place]) -> Finding:
    first = asked[0]
    document = message.template.part(first.part)
    numbers = {it.sentence for it in asked if it.part == first.part}
    sentences = [it for it in passage.sentences if it.sentence in numbers]
    fix = without_sentences(document, [(it.start, it.end) for it in sentences], first.part)
    return rule.finding(
        first.start,
        first.end,
        part=first.part,
        related=[Location(it.part, it.start, it.end) for it in asked[1:]],
        fixes=[fix],
        shown=" ".join(document.text[first.start : first.end].split()),
    )
