"""Advertises.

Messages to buyers may not advertise: no coupons, sales, new products, clubs, newsletters or
invitations to follow you.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="M-MKT",
    message="Advertises: “{shown}”",
    examples=(
        Invalid(
            "<p>Use code SAVE10 for 10% off your next order.</p>",
            flags=("Use code SAVE10 for 10% off",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Visit our store for more great deals.</p>",
            flags=("great deals",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Geben Sie im Warenkorb den Aktionscode SOMMER ein.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Warenkorb den Aktionscode",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Rejoins notre communauté de passionnés sur TikTok.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("Rejoins notre communauté de passionnés sur TikTok",),
            fixed="<p><br></p>",
        ),
        Valid("<p>The access code is 4711.</p>"),
        Valid("<p>We have refunded the shipping costs.</p>"),
        Valid(
            "<p>Die Leistung des Geräts ist im Sparmodus reduziert.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Vous trouverez le numéro de série sous l'appareil.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message, but="review_incentive")
