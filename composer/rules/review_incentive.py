"""Offers something for a review.

Nothing may be offered for a review or for feedback. No money, gift, discount, free product, refund
or later benefit, whatever the review says.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="V-INC",
    message="Offers something for a review: “{shown}”",
    examples=(
        Invalid(
            "<p>Leave us a review and get a $5 gift card.</p>",
            flags=("Leave us a review and get a $5 gift card",),
            fixed="<p>Would you please share your experience with this product or with "
            "our service?</p>",
        ),
        Invalid(
            "<p>We would welcome your rating. It comes with a voucher.</p>",
            flags=("rating",),
            fixed="<p>Would you please share your experience with this product or with "
            "our service?</p>",
        ),
        Invalid(
            "<p>Für Ihr Feedback erhalten Sie ein Geschenk von uns.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Für Ihr Feedback erhalten Sie ein Geschenk",),
            fixed="<p>Würden Sie uns Ihre Erfahrung mit diesem Artikel oder mit unserem "
            "Service mitteilen?</p>",
        ),
        Invalid(
            "<p>Une remise de 5 € pour chaque avis publie avant dimanche !</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("remise de 5 € pour chaque avis",),
            fixed="<p>Pourriez-vous partager votre expérience avec ce produit ou avec "
            "notre service ?</p>",
        ),
        Invalid(
            '<p>Hi <img src="card.png" alt="Review us and get a voucher" width="90"></p>',
            flags=("\ufffc",),
        ),
        Valid("<p>We do not offer gift cards for reviews.</p>"),
        Valid("<p>Your gift card is in the parcel.</p>"),
        Valid(
            "<p>Sie erhalten kein Geschenk für eine Bewertung.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Aucun avis ne donne droit à un chèque-cadeau.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)
