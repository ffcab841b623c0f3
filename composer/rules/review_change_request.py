"""Asks to change a review.

A product review is the buyer's own. Do not ask to change or remove it, not even once you have
solved the problem.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="V-CHG",
    message="Asks to change a review: “{shown}”",
    examples=(
        Invalid(
            "<p>Please update your review.</p>",
            flags=("update your review",),
            fixed="<p>We have dealt with the problem you told us about.</p>",
        ),
        Invalid(
            "<p>Would you consider removing your negative review?</p>",
            flags=("removing your negative review",),
            fixed="<p>We have dealt with the problem you told us about.</p>",
        ),
        Invalid(
            "<p>Bitte setzen Sie die Bewertung auf 5 Sterne hoch.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("setzen Sie die Bewertung auf 5 Sterne",),
            fixed="<p>Der Fehler bei Ihrer Bestellung ist inzwischen behoben.</p>",
        ),
        Invalid(
            "<p>Veuillez mettre à jour l'avis concernant la perceuse.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("mettre à jour l'avis",),
            fixed="<p>Le problème que vous nous aviez signalé est maintenant résolu.</p>",
        ),
        Valid("<p>Please update your address.</p>"),
        Valid("<p>Please review the attached design and confirm changes.</p>"),
        Valid(
            "<p>Bitte ändern Sie Ihre Lieferadresse im Kundenkonto.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Nous ne vous demanderons jamais de modifier un avis.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)
