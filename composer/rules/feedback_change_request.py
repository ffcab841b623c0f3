"""Speaks of changing seller feedback.

Once you have solved a problem you may say that seller feedback can be changed, without pressure and
without a reward. In any other case leave it out.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="V-FB",
    message="Speaks of changing seller feedback: “{shown}”",
    examples=(
        Invalid(
            "<p>If you are satisfied that we have resolved your concerns, it is possible "
            "to update or remove the feedback you originally provided here.</p>",
            flags=("update or remove the feedback",),
            fixed="<p>We have dealt with the problem you told us about.</p>",
        ),
        Invalid(
            "<p>Please remove your seller feedback.</p>",
            flags=("remove your seller feedback",),
            fixed="<p>We have dealt with the problem you told us about.</p>",
        ),
        Invalid(
            "<p>Ihr Feedback kann nachträglich noch geändert werden.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Feedback kann nachträglich noch geändert",),
            fixed="<p>Der Fehler bei Ihrer Bestellung ist inzwischen behoben.</p>",
        ),
        Invalid(
            "<p>Pourriez-vous supprimer votre évaluation du vendeur ?</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("supprimer votre évaluation",),
            fixed="<p>Le problème que vous nous aviez signalé est maintenant résolu.</p>",
        ),
        Valid("<p>Please leave feedback.</p>"),
        Valid("<p>Please remove the protective film.</p>"),
        Valid(
            "<p>Die Farbe kann nachträglich noch geändert werden.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Votre évaluation nous aide à améliorer nos services.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)
