"""Order ID is missing.

Every message that you start must name the order: the 17 digits of its ID in the text, or a
placeholder for it. Replies need none.
"""

from collections.abc import Iterator

from composer.document import Block, Document, Placeholder
from composer.document.edits import ReplaceText
from composer.document.used import fact, used_text
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._order_ids import order_ids
from composer.rules._placeholders import known_placeholders, spelled_as_ours

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="R-ID",
    message="Order ID is missing",
    examples=(
        Invalid(
            "<p>Hello, your parcel is late.</p>",
            reason="order-problem",
            flags=("",),
            fixed="<p>Hello, your parcel is late.</p><p>Order {{order_id}}</p>",
        ),
        Invalid(
            "<p>Hallo, Ihr Paket verspätet sich.</p>",
            reason="order-problem",
            language="de",
            flags=("",),
            fixed="<p>Hallo, Ihr Paket verspätet sich.</p><p>Bestellung {{order_id}}</p>",
        ),
        Invalid(
            "<p>お荷物の到着が遅れます。</p>",
            reason="order-problem",
            language="ja",
            flags=("",),
            fixed="<p>お荷物の到着が遅れます。</p><p>注文番号 {{order_id}}</p>",
        ),
        Invalid(
            "<p>Your order 112-1234567-12345 is late.</p>",
            flags=("",),
            fixed="<p>Your order 112-1234567-12345 is late.</p><p>Order {{order_id}}</p>",
        ),
        Invalid(
            "<p>Your parcel is late.</p>",
            subject="Order {{order_id}}",
            reason="order-problem",
            flags=("",),
            fixed="<p>Your parcel is late.</p><p>Order {{order_id}}</p>",
        ),
        Invalid(
            '<p>Your parcel is late.<span style="display:none">{{order_id}}</span></p>',
            reason="order-problem",
            flags=("",),
        ),
        Invalid(
            '<p>Your order is late. <img src="112-1234567-1234567.png" alt="Order"></p>',
            reason="order-problem",
            channel="email",
            flags=("",),
            fixed='<p>Your order is late. <img src="112-1234567-1234567.png" alt="Order"></p>'
            "<p>Order {{order_id}}</p>",
        ),
        Valid("<p>Your order {{order_id}} is late.</p>", reason="order-problem"),
        Valid("<p>Order <b>112</b>-1234567-1234567 is late.</p>", reason="order-problem"),
        Valid("<p>{amazon_order_id} is late.</p>", reason="order-problem"),
        Valid("<p>Your order 11212345671234567 is late.</p>", reason="order-problem"),
        Valid("<p>Your order 112-1234567-1234567 is late.</p>", reason="order-problem"),
        Valid("<p>Your order 112\u20111234567\u20111234567 is late.</p>", reason="order-problem"),
        Valid("<p>Thank you for asking. It fits.</p>", reason="reply"),
    ),
)

_WORDS = {
    "en": "Order",
    "de": "Bestellung",
    "fr": "Commande",
    "es": "Pedido",
    "it": "Ordine",
    "nl": "Bestelling",
    "sv": "Beställning",
    "pl": "Zamówienie",
    "pt": "Pedido",
    "pt-PT": "Encomenda",
    "tr": "Sipariş",
    "ja": "注文番号",
    "zh": "订单号",
    "ar": "الطلب",
    "hi": "ऑर्डर",
}


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if not context.proactive or not message.body.text.strip() or _names_order(message.body):
        return
    fixes = () if _ends_hidden(message.body) else (_adding(message, context),)
    if _names_order(message.subject):
        only = Phrase("Order ID is only in the subject")
        yield rule.finding(fixes=fixes, severity=Severity.ADVICE, message=only)
        return
    severity = None if context.reason else Severity.REVIEW
    yield rule.finding(fixes=fixes, severity=severity)


def _names_order(document: Document) -> bool:
    return any(_is_named(block) for block in document.blocks)


@fact
def _is_named(block: Block) -> bool:
    """Whether `block` shows an order ID, or a placeholder for one."""
    if order_ids(block):
        return True
    return any(
        isinstance(inline, Placeholder)
        and inline.name == "order_id"
        and not used_text(block, inline).hidden
        for inline in block.inlines
    )


def _ends_hidden(document: Document) -> bool:
    """Whether a line added at the end would take over that nobody sees what stands there."""
    last = document.blocks[-1]
    return any(used_text(last, inline).hidden for inline in last.inlines[-1:])


def _adding(message: Message, context: Context) -> Fix:
    """The fix that adds a line; all placeholders are spelled as its own, or there were two ways."""
    line = _line(message.body, context.language)
    found = tuple(known_placeholders(message, context))
    if not found or not all(it.foreign for it in found):
        return Fix("Add order ID", (line,), safe=True)
    first, *others = spelled_as_ours(found).in_parts
    title = Phrase("Add order ID, use Permitted’s placeholders")
    short = Phrase("Add order ID")
    if first.part != "body":
        return Fix(title, (line,), also=(first,), short=short)
    return Fix(title, (*first.edits, line), also=tuple(others), short=short)


def _line(document: Document, language: str) -> ReplaceText:
    word = _WORDS.get(language) or _WORDS.get(language.partition("-")[0]) or _WORDS["en"]
    end = len(document.text)
    return ReplaceText(end, end, f"\n{word} {{{{order_id}}}}")
