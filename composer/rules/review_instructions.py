"""Tells the buyer what to write in a review.

What a review says is for the buyer to decide. Leave out sample texts and wishes for what it should
mention or show.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="V-HOW",
    message="Tells the buyer what to write: “{shown}”",
    examples=(
        Invalid(
            "<p>In your review, please mention how easy it was to install.</p>",
            flags=("review, please mention how",),
            fixed="<p>Would you please share your experience with this product or with "
            "our service?</p>",
        ),
        Invalid(
            "<p>Please include a photo in your review.</p>",
            flags=("include a photo in your review",),
            fixed="<p>Would you please share your experience with this product or with "
            "our service?</p>",
        ),
        Invalid(
            "<p>Kopieren Sie einfach folgenden Text in Ihr Feedback.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("folgenden Text in Ihr Feedback",),
            fixed="<p>Würden Sie uns Ihre Erfahrung mit diesem Artikel oder mit unserem "
            "Service mitteilen?</p>",
        ),
        Invalid(
            "<p>Dites dans votre commentaire que la lame coupe bien.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("Dites dans votre commentaire que",),
            fixed="<p>Pourriez-vous partager votre expérience avec ce produit ou avec "
            "notre service ?</p>",
        ),
        Valid("<p>Please include a photo of the damage.</p>"),
        Valid("<p>Please share your experience with this product.</p>"),
        Valid(
            "<p>Bitte laden Sie Ihr Wunschfoto für die Tasse hoch.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>La photo choisie pour votre tasse est trop petite.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)
