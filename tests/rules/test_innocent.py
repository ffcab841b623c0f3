"""Everyday messages that no rule may hold up."""

from collections.abc import Callable

import pytest

from composer.lint.finding import Finding
from composer.lint.set_aside import open_findings

# Body, language, reason, marketplace: written for these tests, with what rules could stumble over.
MESSAGES = [
    (
        (
            "Hello {{buyer_first_name}},\n\nyour order {{order_id}} will be two days late: the carrier "
            "(UPS) missed a connection on 11/23/2026. The new date is Nov. 26, 8:00-12:00.\n\nRegards,"
            "\nKitchen & Co.®"
        ),
        "en",
        "order-problem",
        "amazon.com",
    ),
    (
        (
            "Hi,\n\nfor order {{order_id}} we need the model number (e.g. 12345-67890) and the size: "
            "S/M/L. Please reply within 3 days.\n\nThanks!"
        ),
        "en",
        "missing-information",
        "amazon.com",
    ),
    (
        "Would you share your experience with this product?\n{{review_link}}\nOrder {{order_id}}",
        "en",
        "review-request",
        "amazon.co.uk",
    ),
    (
        (
            "Order {{order_id}}: parcel 1Z999AA10123456784 is on the way back to us. "
            "You can follow it at https://www.ups.com/track?tracknum=1Z999AA10123456784."
        ),
        "en",
        "order-problem",
        "amazon.com",
    ),
    (
        (
            "Your invoice no. 2026-004711 for order {{order_id}} is attached (invoice.pdf, 120 kB). "
            "VAT ID DE123456789, IBAN DE89 3704 0044 0532 0130 00."
        ),
        "en",
        "invoice",
        "amazon.de",
    ),
    (
        (
            "<p>Hello,</p><p>please <b>confirm</b> the design for order {{order_id}}:</p><ul><li>Text: "
            "“Anna &amp; Ben”</li><li>Size: 30 × 40 cm</li></ul><p>Reply with OK or your changes.</p>"
        ),
        "en",
        "custom-design",
        "amazon.com",
    ),
    (
        (
            "<h1>Delivery of your sofa</h1><p>Order {{order_id}} weighs 85 kg. Which day suits you?</p>"
            "<ol><li>Monday, 9 to 12</li><li>Tuesday, 13 to 17</li></ol>"
            "<p><small>The driver needs 2 x 1 m of space.</small></p>"
        ),
        "en",
        "delivery-scheduling",
        "amazon.com",
    ),
    (
        (
            "<p>Order {{order_id}}</p><table><tr><th>Item</th><th>Qty</th></tr><tr><td>Pan 28 cm</td>"
            "<td>2</td></tr></table><p>The lid is missing: we send it on 3 Dec.</p>"
        ),
        "en",
        "order-problem",
        "amazon.ca",
    ),
    (
        (
            '<p>See <a href="https://www.amazon.com/gp/css/order-history">your order page</a> for order '
            "{{order_id}}; steps 1) to 8) are in the manual.</p>"
        ),
        "en",
        "order-problem",
        "amazon.com",
    ),
    (
        "Thank you for asking. The pan fits induction hobs, 14 to 28 cm; it is 2.0 mm thick.",
        "en",
        "reply",
        "amazon.com",
    ),
    (
        (
            "Guten Tag,\n\nzu Ihrer Bestellung {{order_id}} fehlt uns die Hausnummer, z.B. 12a. "
            "Bitte antworten Sie bis zum 24.12.2026, 18:00 Uhr.\n\nMit freundlichen Grüßen\nKüchenhaus"
        ),
        "de",
        "missing-information",
        "amazon.de",
    ),
    (
        (
            "Sehr geehrte Kundin,\n\ndie Lieferung der Bestellung {{order_id}} (Art.-Nr. 4006381333931)"
            " verspätet sich um 2-3 Werktage.\n\nIhr Team"
        ),
        "de",
        "order-problem",
        "amazon.de",
    ),
    (
        (
            "<p>Bestellung {{order_id}}: Der Preis betrug 1.299,00 € inkl. 19 % MwSt.</p><p>Wir haben "
            "ihn am 01.11. erstattet.</p>"
        ),
        "de",
        "order-problem",
        "amazon.de",
    ),
    (
        (
            "Bonjour,\n\nvotre commande {{order_id}} arrivera le 3 décembre ; le transporteur est "
            "Chronopost. Pouvez-vous confirmer l’étage ?\n\nCordialement"
        ),
        "fr",
        "delivery-scheduling",
        "amazon.fr",
    ),
    (
        (
            "Bonjour,\n\nnous avons reçu votre retour de la commande {{order_id}}. Manque-t-il la "
            "notice : oui / non ?"
        ),
        "fr",
        "return-question",
        "amazon.fr",
    ),
    (
        (
            "Hola:\n\nel pedido {{order_id}} se ha retrasado. La nueva fecha es el 5/12/2026.\n\n"
            "¿Le viene bien? ¡Gracias!"
        ),
        "es",
        "order-problem",
        "amazon.es",
    ),
    (
        "Hola,\n\npara el pedido {{order_id}} necesitamos el color exacto (código #A1B2C3).",
        "es",
        "missing-information",
        "amazon.com.mx",
    ),
    (
        (
            "Gentile cliente,\n\nl'ordine {{order_id}} è fermo in dogana. Serve il codice fiscale di "
            "Rossi S.p.A. entro 48 ore.\n\nCordiali saluti"
        ),
        "it",
        "missing-information",
        "amazon.it",
    ),
    (
        (
            "Beste klant,\n\nuw bestelling {{order_id}} past niet door de brievenbus. Wanneer bent u "
            "thuis: ma. 9-12 of di. 13-17 uur?"
        ),
        "nl",
        "delivery-scheduling",
        "amazon.nl",
    ),
    (
        "Hej,\n\nvi behöver portkoden för beställning {{order_id}}.\n\nVänliga hälsningar",
        "sv",
        "missing-information",
        "amazon.se",
    ),
    (
        "Dzień dobry,\n\nw zamówieniu {{order_id}} brakuje numeru mieszkania. Prosimy o odpowiedź.",
        "pl",
        "missing-information",
        "amazon.pl",
    ),
    (
        "Olá,\n\no pedido {{order_id}} foi devolvido pelos Correios. O CEP 01310-100 está certo?",
        "pt-BR",
        "order-problem",
        "amazon.com.br",
    ),
    (
        "Merhaba,\n\n{{order_id}} numaralı siparişiniz 2 gün gecikecek. Kat ve daire numarası nedir?",
        "tr",
        "order-problem",
        "amazon.com.tr",
    ),
    (
        "お客様\n\nご注文番号{{order_id}}の配送が2日遅れております。お届けは12月3日（木）の予定です。",
        "ja",
        "order-problem",
        "amazon.co.jp",
    ),
    (
        "　平素よりお世話になっております。\n\n注文{{order_id}}の刻印の文字をお知らせください。",
        "ja",
        "custom-design",
        "amazon.co.jp",
    ),
    (
        "您好：\n\n订单{{order_id}}缺少门牌号，请回复此邮件告诉我们。谢谢！",
        "zh-CN",
        "missing-information",
        "amazon.com",
    ),
    (
        "<div dir=rtl><p>مرحبا،</p><p>سيتأخر طلبك {{order_id}} يومين. هل يناسبك يوم 3 ديسمبر؟</p></div>",
        "ar",
        "order-problem",
        "amazon.ae",
    ),
    (
        "नमस्ते,\n\nआपके ऑर्डर {{order_id}} में मकान नंबर नहीं है। कृपया 2 दिन में उत्तर दें।",
        "hi",
        "missing-information",
        "amazon.in",
    ),
    (
        (
            "<p>Order {{order_id}}</p><p>&nbsp;</p><p>The technician comes at 10:30 (10 m² of space "
            "needed). The manual at home.Dot is wrong, see step 2.1.</p><blockquote>Quoted</blockquote>"
        ),
        "en",
        "home-service",
        "amazon.com",
    ),
    (
        (
            '<p>Order {{order_id}}</p><p><img src="team.png" alt="Our workshop" width="200"></p>'
            "<p>1<sup>st</sup> floor, H<sub>2</sub>O-proof.</p>"
        ),
        "en",
        "other",
        "amazon.com",
    ),
]


@pytest.mark.parametrize(("body", "language", "reason", "marketplace"), MESSAGES)
def test_innocent_message_is_not_held_up(
    check: Callable[..., tuple[Finding, ...]],
    body: str,
    language: str,
    reason: str,
    marketplace: str,
) -> None:
    """An everyday message has no finding to fix or to review."""
    found = open_findings(check(body, language, reason, marketplace=marketplace))
    assert [(it.rule, it.message) for it in found] == []
