"""Promotes other products.

Messages may not promote further products, yours or those of others.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="M-XSELL",
    message="Promotes other products: “{shown}”",
    examples=(
        Invalid(
            "<p>You may also like our new cast-iron pan.</p>",
            flags=("may also like our new",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>It goes perfectly with our matching lid.</p>",
            flags=("goes perfectly with our",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Kennst du schon unser neues Modell mit Bluetooth?</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Kennst du schon unser",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Pensez aussi à commander des filtres de rechange.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("Pensez aussi à commander",),
            fixed="<p><br></p>",
        ),
        Valid("<p>The lid goes on with a quarter turn.</p>"),
        Valid("<p>Would you like the blue one or the red one?</p>"),
        Valid(
            "<p>Das Upgrade der Firmware dauert etwa zehn Minuten.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Optez-vous pour la livraison le mardi ou le jeudi ?</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)
