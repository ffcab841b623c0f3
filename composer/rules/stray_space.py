"""Space before a punctuation mark.

A space before a comma or a full stop reads as a slip. French sets one before : ; ! and ?, and keeps
it.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import Remove
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid

_STRAY = re.compile(r"[ \u00a0](?<=[^\W\d_].)[ \u00a0]*([,;:!?.])(?=\s|\Z)")

rule = Rule(
    __name__,
    severity=Severity.ADVICE,
    clause="S-SPELL",
    message="Space before “{shown}”",
    hint=_STRAY.search,
    examples=(
        Invalid(
            "<p>Hello , your parcel is late .</p>",
            flags=(" ,", " ."),
            fixed="<p>Hello, your parcel is late.</p>",
        ),
        Invalid(
            "<p>Ihr Paket ist da !</p>",
            language="de",
            flags=(" !",),
            fixed="<p>Ihr Paket ist da!</p>",
        ),
        Invalid(
            "<p>Votre colis est là , merci !</p>",
            language="fr",
            flags=(" ,",),
            fixed="<p>Votre colis est là, merci !</p>",
        ),
        Valid("<p>Avez-vous reçu : le colis ; la facture ?</p>", language="fr"),
        Valid("<p>It takes .5 litres ... or .com :-) and {{order_id}} , 3 , 4</p>"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    french = context.language.partition("-")[0] == "fr"
    for match in _STRAY.finditer(block.text):
        if french and match[1] in ":;!?":
            continue
        edit = Remove(match.start(), match.end() - 1)
        fix = Fix("Remove space", (edit,), safe=True, part=context.part)
        yield rule.finding(*match.span(), fixes=(fix,), shown=match[1])
