"""Asks again for a review.

One request for a review or feedback is allowed per order, Amazon's own included. A reminder is a
second one.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="M-RPT",
    message="Asks again for a review: “{shown}”",
    examples=(
        Invalid(
            "<p>Just a friendly reminder to leave a review.</p>",
            flags=("reminder to leave a review",),
            fixed="<p>Would you please share your experience with this product or with "
            "our service?</p>",
        ),
        Invalid(
            "<p>We noticed you have not left a review yet.</p>",
            flags=("have not left a review",),
            fixed="<p>Would you please share your experience with this product or with "
            "our service?</p>",
        ),
        Invalid(
            "<p>Wir haben bisher kein Feedback von Ihnen erhalten.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("bisher kein Feedback",),
            fixed="<p>Würden Sie uns Ihre Erfahrung mit diesem Artikel oder mit unserem "
            "Service mitteilen?</p>",
        ),
        Invalid(
            "<p>Vous n'avez pas encore donné votre avis sur Amazon.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("Vous n'avez pas encore donné votre avis",),
            fixed="<p>Pourriez-vous partager votre expérience avec ce produit ou avec "
            "notre service ?</p>",
        ),
        Valid("<p>This is a reminder to return the item.</p>"),
        Valid("<p>Would you please share your experience?</p>"),
        Valid(
            "<p>Haben Sie noch kein Feedback zum Entwurf für uns?</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Nous revenons vers vous au sujet de votre retour.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if context.proactive:
        yield from worded(rule, message)
