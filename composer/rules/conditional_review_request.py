"""Asks only happy buyers for a review.

A request for a review goes to every buyer or to none. A condition such as being happy turns it into
a request for praise.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="V-COND",
    message="Asks only happy buyers for a review: “{shown}”",
    examples=(
        Invalid(
            "<p>If you love your new pan, please leave a review.</p>",
            flags=("If you love your new pan, please leave a review",),
            fixed="<p>Would you please share your experience with this product or with "
            "our service?</p>",
        ),
        Invalid(
            "<p>Satisfied with your purchase? Please rate us on Amazon.</p>",
            flags=("Satisfied with your purchase?",),
            fixed="<p>Would you please share your experience with this product or with "
            "our service?</p>",
        ),
        Invalid(
            "<p>Bewerten Sie uns gern, wenn alles geklappt hat.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Bewerten Sie uns gern, wenn alles geklappt",),
            fixed="<p>Würden Sie uns Ihre Erfahrung mit diesem Artikel oder mit unserem "
            "Service mitteilen?</p>",
        ),
        Invalid(
            "<p>Ravi de votre achat ? Votre avis nous ferait plaisir.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("Ravi de votre achat",),
            fixed="<p>Pourriez-vous partager votre expérience avec ce produit ou avec "
            "notre service ?</p>",
        ),
        Valid("<p>Whether you liked it or not, please leave a review.</p>"),
        Valid("<p>If you are happy with the design, please confirm it.</p>"),
        Valid(
            "<p>Bewerten Sie das Produkt, ganz gleich ob es Ihnen gefällt.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Annotez le formulaire uniquement si une pièce manque.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)
