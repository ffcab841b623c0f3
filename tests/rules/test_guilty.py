"""Messages with one offence or two, as sellers write them, and the rules that must see them."""

from collections.abc import Callable

import pytest

from composer.lint.finding import Finding
from composer.lint.set_aside import open_findings

ID = "<p>{{order_id}}</p>"

# Body, language, marketplace, the rules that hold the message up.
MESSAGES = [
    ("Order {{order_id}} is packed 📦!", "en", "amazon.com", {"emoji"}),
    ("Bestellung {{order_id}} kommt an 🙂🎉", "de", "amazon.de", {"emoji"}),
    ("ご注文{{order_id}}の発送が遅れます❤️", "ja", "amazon.co.jp", {"emoji"}),
    ("Your parcel is two days late, sorry.", "en", "amazon.com", {"order-id-missing"}),
    ("Ihr Paket kommt zwei Tage später.", "de", "amazon.de", {"order-id-missing"}),
    ("Order 112 1234567 1234567 is late.", "en", "amazon.com", {"order-id-form"}),
    ("{{order_id}}\n\n\n\nBest regards", "en", "amazon.com", {"line-breaks"}),
    ("{{order_id}}\r\n \r\n\u3000\r\nよろしく", "ja", "amazon.co.jp", {"line-breaks"}),
    ("{{order_id}}: mail hilfe@kuechenhaus.de", "de", "amazon.de", {"email-address"}),
    ("{{order_id}}: aide (arobase) maison point fr", "fr", "amazon.fr", {"email-address"}),
    ("{{order_id}}: ayuda arroba cocina punto es", "es", "amazon.es", {"email-address"}),
    ("{{order_id}}: ｈｅｌｐ＠ｋｉｔｃｈｅｎ．ｊｐ", "ja", "amazon.co.jp", {"email-address"}),
    ("{{order_id}}: Tel. 030 901820", "de", "amazon.de", {"telephone-number"}),
    ("{{order_id}}: Appelez le 01 42 68 53 00", "fr", "amazon.fr", {"telephone-number"}),
    ("{{order_id}}: اتصل ٠٥٠١٢٣٤٥٦٧", "ar", "amazon.ae", {"telephone-number"}),
    ("{{order_id}}: zadzwoń +48 22 123 45 67", "pl", "amazon.pl", {"telephone-number"}),
    ("{{order_id}}: see kitchen-shop.com/guide", "en", "amazon.com", {"external-link"}),
    ("{{order_id}}: siga www.loja-cozinha.com.br", "pt-BR", "amazon.com.br", {"external-link"}),
    ("{{order_id}}: http://www.amazon.it/ordini", "it", "amazon.it", {"unsecured-link"}),
    (
        "{{order_id}}: https://amazon.de.kundenkonto.info/x",
        "de",
        "amazon.de",
        {"lookalike-link"},
    ),
    ("{{order_id}}: skriv på WhatsApp", "sv", "amazon.se", {"other-contact"}),
    ("{{order_id}}: 加微信联系我们", "zh-CN", "amazon.com", {"other-contact", "marketing"}),
    (
        ID + '<p>Not for you? <a href="https://k.nl/u">Afmelden</a></p>',
        "nl",
        "amazon.nl",
        {"opt-out-link", "external-link"},
    ),
    (ID + "<center><p>Paketiniz gecikecek</p></center>", "tr", "amazon.com.tr", {"text-alignment"}),
    (
        ID + '<p style="text-align:left">ما اللون الذي تريده؟</p>',
        "ar",
        "amazon.sa",
        {"text-alignment"},
    ),
    (
        ID + '<p><font face="Verdana" color="navy">Hola</font></p>',
        "es",
        "amazon.es",
        {"font-family-override", "text-colour-override"},
    ),
    (
        ID + '<h1>A</h1><h2>B</h2><p>C <span style="font-size:9pt">D</span></p>',
        "it",
        "amazon.it",
        {"too-many-font-sizes"},
    ),
    (
        ID + '<p><img src="https://k.tld/wave.gif" alt="We wave" width="90%"></p>',
        "en",
        "amazon.com",
        {"gif", "wide-image", "unchecked-picture"},
    ),
    (
        ID + '<p>Hej<img src="http://k.tld/o" width="1" height="1" alt=""></p>',
        "sv",
        "amazon.se",
        {"tracking-image", "unsecured-image"},
    ),
    (
        ID + '<p style="margin-left:30%;line-height:2">नमस्ते</p>',
        "hi",
        "amazon.in",
        {"wide-margin", "line-height-override"},
    ),
    (
        ID + '<p><a href="https://k.tld"><img src="logo.png" alt="K" width="90"></a></p>',
        "en",
        "amazon.com",
        {"linked-logo", "external-link", "unchecked-picture"},
    ),
]


@pytest.mark.parametrize(("body", "language", "marketplace", "rules"), MESSAGES)
def test_guilty_message_is_held_up(
    check: Callable[..., tuple[Finding, ...]],
    body: str,
    language: str,
    marketplace: str,
    rules: set[str],
) -> None:
    """Each offence is found, and nothing beside it."""
    found = open_findings(check(body, language, marketplace=marketplace))
    assert {it.rule for it in found} == rules
