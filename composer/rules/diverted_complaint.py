"""Leads unhappy buyers away from the review.

An offer of help beside a request for a review keeps unhappy buyers from writing one, as does asking
them to come to you first, or instead. Leave it out: buyers reach you through Amazon all the same.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="V-DIVERT",
    message="Leads unhappy buyers away from the review: “{shown}”",
    examples=(
        Invalid(
            "<p>Please contact us before leaving a negative review.</p>",
            flags=("contact us before leaving a negative review",),
            fixed="<p>Would you please share your experience with this product or with "
            "our service?</p>",
        ),
        Invalid(
            "<p>Please leave a review. If you have any problem, contact us.</p>",
            flags=("any problem, contact",),
            fixed="<p>Would you please share your experience with this product or with "
            "our service?</p>",
        ),
        Invalid(
            "<p>Bevor du uns schlecht bewertest, schreib uns bitte kurz.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Bevor du uns schlecht bewertest, schreib uns bitte kurz",),
            fixed="<p>Magst du anderen Käufern von deiner Erfahrung mit diesem Artikel "
            "berichten?</p>",
        ),
        Invalid(
            "<p>Merci de nous écrire avant de laisser une évaluation.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("nous écrire avant de laisser une évaluation",),
            fixed="<p>Pourriez-vous partager votre expérience avec ce produit ou avec "
            "notre service ?</p>",
        ),
        Valid("<p>If anything is missing, reply to this message.</p>"),
        Valid("<p>Please share your experience with our service.</p>"),
        Valid(
            "<p>Bitte kontaktieren Sie uns, bevor Sie das Gerät zurücksenden.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Avant de changer d'avis, contactez le fabricant.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)
