"""Offensive word.

Messages may not hold offensive or adult language.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="C-SENS",
    message="Offensive word: “{shown}”",
    examples=(
        Invalid("<p>This shit happens.</p>", flags=("shit",), fixed="<p><br></p>"),
        Invalid("<p>Damn carrier, you bastards.</p>", flags=("Damn",), fixed="<p><br></p>"),
        Invalid(
            "<p>Sie sind ein Idiot, wenn Sie das nicht verstehen.</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Idiot",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Putain, le transporteur a encore perdu le colis.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("Putain",),
            fixed="<p><br></p>",
        ),
        Valid("<p>Your shot glass and breast pump are in one parcel.</p>"),
        Valid("<p>It kills 99% of bacteria.</p>"),
        Valid(
            "<p>Bitte spannen Sie den Spannring, bis er einrastet.</p>",
            language="de",
            marketplace="amazon.de",
        ),
        Valid(
            "<p>Le bâtard cuit au four est un pain d'environ 500 g.</p>",
            language="fr",
            marketplace="amazon.fr",
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)
