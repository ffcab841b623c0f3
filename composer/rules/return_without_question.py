"""Speaks of a return without a question.

Write about a return only to ask for what you need to complete it, or to offer a partial refund.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded_at_all

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="M-RET",
    message="Speaks of a return without asking or offering anything",
    examples=(
        Invalid(
            "<p>We have received your return request {{order_id}}.</p>",
            reason="return-question",
            flags=("",),
        ),
        Invalid("<p>Your return was received.</p>", reason="return-question", flags=("",)),
        Invalid(
            "<p>Unsere Retourenabteilung prüft den Artikel derzeit.</p>",
            language="de",
            marketplace="amazon.de",
            reason="return-question",
            flags=("",),
        ),
        Invalid(
            "<p>Le produit est de retour chez nous, tout est en ordre.</p>",
            language="fr",
            marketplace="amazon.fr",
            reason="return-question",
            flags=("",),
        ),
        Valid("<p>About your return: what is wrong with the item?</p>", reason="return-question"),
        Valid(
            "<p>We can offer you a partial refund if you keep the item.</p>",
            reason="return-question",
        ),
        Valid(
            "<p>Möchten Sie statt der Rückgabe lieber eine andere Größe?</p>",
            language="de",
            marketplace="amazon.de",
            reason="return-question",
        ),
        Valid(
            "<p>Merci de nous envoyer une photo de l'article retourné.</p>",
            language="fr",
            marketplace="amazon.fr",
            reason="return-question",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if context.reason == "return-question":
        yield from worded_at_all(rule, message)
