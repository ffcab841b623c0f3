"""Order ID is missing.

Every message that you start must name the order: the 17 digits of its ID in the text, or a
placeholder for it. Replies need none.
"""

import re
from collections.abc import Iterator

from composer.document import Document, Placeholder, Text
from composer.document.edits import ReplaceText
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid

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
            "<p>Your order 112-1234567-12345 is late.</p>",
            flags=("",),
            fixed="<p>Your order 112-1234567-12345 is late.</p><p>Order {{order_id}}</p>",
        ),
        Valid("<p>Your order {{order_id}} is late.</p>", reason="order-problem"),
        Valid("<p>Your order 112-1234567-1234567 is late.</p>", reason="order-problem"),
        Valid("<p>Your order 112\u20111234567\u20111234567 is late.</p>", reason="order-problem"),
        Valid("<p>Thank you for asking. It fits.</p>", reason="reply"),
    ),
)

# 3-7-7 digits; other hyphens and spaces are accepted, they are still the ID.
_ORDER_ID = re.compile(
    r"(?<![\d-])\d{3}[-\u2010-\u2015\u2212 \u00a0]?\d{7}[-\u2010-\u2015\u2212 \u00a0]?\d{7}(?![\d-])"
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
    fix = Fix("Add order ID", (_line(message.body, context.language),), safe=True)
    if _names_order(message.subject):
        yield rule.finding(
            fixes=(fix,), severity=Severity.ADVICE, message="Order ID is only in the subject"
        )
        return
    severity = None if context.reason else Severity.REVIEW
    yield rule.finding(fixes=(fix,), severity=severity)


def _names_order(document: Document) -> bool:
    for _, _, inline in document.runs():
        if isinstance(inline, Placeholder) and inline.name == "order_id":
            return True
        if isinstance(inline, Text) and _ORDER_ID.search(inline.text):
            return True
    return False


def _line(document: Document, language: str) -> ReplaceText:
    word = _WORDS.get(language) or _WORDS.get(language.partition("-")[0]) or _WORDS["en"]
    end = len(document.text)
    return ReplaceText(end, end, f"\n{word} {{{{order_id}}}}")
