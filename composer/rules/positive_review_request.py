"""Asks for a positive review.

You may ask for a review, but not for a good one. Naming five stars, pleading that lower ones hurt,
or calling for praise tries to influence the buyer.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="V-POS",
    message="Asks for a positive review: “{shown}”",
    examples=(
        Invalid(
            "<p>Please leave us a 5-star review.</p>",
            flags=("leave us a 5-star review",),
            fixed="<p>Would you please share your experience with this product or with "
            "our service?</p>",
        ),
        Invalid(
            "<p>We would be grateful for a positive rating.</p>",
            flags=("grateful for a positive rating",),
            fixed="<p>Would you please share your experience with this product or with "
            "our service?</p>",
        ),
        Invalid(
            "<p>Vielen Dank im Voraus für Ihre positive Bewertung!</p>",
            language="de",
            marketplace="amazon.de",
            flags=("im Voraus für Ihre positive Bewertung",),
            fixed="<p>Würden Sie uns Ihre Erfahrung mit diesem Artikel oder mit unserem "
            "Service mitteilen?</p>",
        ),
        Invalid(
            "<p>Pourrais-tu écrire un super avis sur notre page ?</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("écrire un super avis",),
            fixed="<p>Peux-tu partager ton expérience avec ce produit ou avec notre service ?</p>",
        ),
        Valid("<p>Would you please share your experience with this product?</p>"),
        Valid("<p>Your feedback, positive or negative, is welcome.</p>"),
        Valid(
            "<p>Wir danken Ihnen im Voraus für Ihre Antwort zur Gravur.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Nous avons déjà reçu un avis positif de votre part.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)
