"""Link text says nothing.

Words such as "click here" or a bare address do not tell where a link leads, least of all to buyers
who hear the message (WCAG 2.4.4). Name what the link opens.
"""

import re
from collections.abc import Iterator

from composer.document import Block, Image
from composer.document.edits import SetLink
from composer.language.links import may_hold_link
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._targets import Target, anchors, targets, visible_words

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-A11Y",
    message="Link has no text",
    html_only=True,
    needs=anchors,
    hint=may_hold_link,
    examples=(
        Invalid(
            '<p>Order<a href="https://www.amazon.de/orders">&nbsp;</a></p>',
            flags=("\u00a0",),
            fixed="<p>Order&nbsp;</p>",
        ),
        Invalid(
            '<p><a href="https://www.amazon.de/orders">Click here</a></p>', flags=("Click here",)
        ),
        Invalid(
            '<p><a href="https://www.amazon.de/orders">https://www.amazon.de/orders</a></p>',
            flags=("https://www.amazon.de/orders",),
        ),
        Invalid(
            '<p><a href="https://www.amazon.de/x">hier</a></p>', language="de", flags=("hier",)
        ),
        Invalid(
            '<p><a href="https://www.amazon.fr/x">cliquez ici</a></p>',
            language="fr",
            flags=("cliquez ici",),
        ),
        Valid('<p><a href="https://www.amazon.de/orders">See your order</a></p>'),
        Valid('<p><a href="https://www.amazon.de/x"><img src="a.png" alt="Order"></a></p>'),
    ),
)

_VAGUE = frozenset(
    """click here|here|more|read more|learn more|link|this link|this|click|go|details
    hier|hier klicken|klicken sie hier|klick hier|mehr|mehr erfahren|weiter|dieser link|diesen link
    ici|cliquez ici|cliquer ici|en savoir plus|plus|lien|ce lien
    aquí|haz clic aquí|haga clic aquí|más|leer más|enlace|este enlace|clic aquí
    qui|clicca qui|fai clic qui|leggi di più|altro|questo link
    hier klikken|klik hier|meer|lees meer|deze link
    här|klicka här|läs mer|mer|denna länk|tutaj|kliknij tutaj|kliknij|więcej|czytaj więcej|tu
    aqui|clique aqui|saiba mais|mais|este link|buraya|buraya tıklayın|tıklayın|daha fazla
    こちら|ここ|ここをクリック|こちらをクリック|详情|点击这里|點擊這裡|点击此处|这里
    هنا|اضغط هنا|انقر هنا|المزيد|यहाँ|यहाँ क्लिक करें|यहां|यहां क्लिक करें""".replace("\n", "|").split("|")
)
_VAGUE_WORDS = frozenset(word.strip() for word in _VAGUE)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for target in targets(block):
        if target.field != "href":
            continue
        words = visible_words(block, target.start, target.end)
        shown = words.casefold().strip(" .!:>»→")
        if not words and not _has_image(block, target):
            fix = Fix("Remove link", (SetLink(target.start, target.end, None),), safe=True)
            yield rule.finding(target.start, target.end, fixes=(fix,))
        elif shown in _VAGUE_WORDS or _ADDRESS.fullmatch(words):
            yield rule.finding(
                target.start,
                target.end,
                severity=Severity.REVIEW,
                message="Link text says nothing: “{shown}”",
                shown=words[:60],
            )


def _has_image(block: Block, target: Target) -> bool:
    return any(
        isinstance(inline, Image) and target.start <= start < target.end
        for start, _, inline in block.runs()
    )
