"""Telephone number.

Messages may not contain telephone numbers: ask for a reply to the message. A later version of the
guidelines is reported to accept the number of a carrier, a manufacturer or for a warranty: there it
is for you to decide.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import SetLink
from composer.language.links import may_hold_link
from composer.language.phones import find_phones, has_digits
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._contacts import with_sentence, without_contact
from composer.rules._targets import anchors, targets

# A number may run on over what looks like the end of a sentence.
_DIGITS = re.compile(r"\d(?:[^\w\n]{0,3}\d){3}|\A\W*\d{1,3}\W*\Z")


def _may_hold(sentence: str) -> bool:
    return bool(_DIGITS.search(sentence)) or may_hold_link(sentence)


rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-TEL",
    message="Telephone number “{shown}”",
    needs=anchors,
    hint=_may_hold,
    examples=(
        Invalid("<p>Call us: 206-555-0100 now</p>", flags=("206-555-0100",), fixed="<p><br></p>"),
        Invalid("<p>Ask. Or +49 30 901820</p>", flags=("+49 30 901820",), fixed="<p>Ask.</p>"),
        Invalid(
            "<p>Please call us at the number 206-555-0100 or reply.</p>",
            flags=("206-555-0100",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Bei Fragen erreichen Sie uns unter 030 901820.</p>",
            marketplace="amazon.de",
            language="de",
            flags=("030 901820",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Ihr Team, Tel.: 030 901820<br>Rufen Sie per Telefon unter 030 901821 an.</p>",
            marketplace="amazon.de",
            language="de",
            flags=("030 901820", "030 901821"),
            fixed="<p>Ihr Team</p>",
        ),
        Invalid(
            "<p>Appelez-nous au 01 42 68 53 00, merci.</p>",
            marketplace="amazon.fr",
            language="fr",
            flags=("01 42 68 53 00",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Llámenos al número 912 345 678 o por correo.</p>",
            marketplace="amazon.es",
            language="es",
            flags=("912 345 678",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Tel. 02 3456 7890. A presto</p>",
            marketplace="amazon.it",
            language="it",
            flags=("02 3456 7890",),
            fixed="<p>A presto</p>",
        ),
        Invalid(
            "<p>Rufen Sie an: 030 901820.</p>",
            marketplace="amazon.de",
            language="de",
            flags=("030 901820",),
            fixed="<p><br></p>",
        ),
        Invalid(
            '<p><a href="tel:+12065550100">Talk to us</a></p>',
            flags=("Talk to us",),
            fixed="<p>Talk to us</p>",
        ),
        Invalid(
            "<p>DHL hotline: +49 228 4333112</p>",
            flags=("+49 228 4333112",),
            fixed="<p><br></p>",
        ),
        Invalid("<p>Dial 123-456-7890!</p>", flags=("123-456-7890",), fixed="<p><br></p>"),
        Invalid(
            "<p>電話：０３－１２３４－５６７８</p>",
            marketplace="amazon.co.jp",
            language="ja",
            channel="contact-form",
            flags=("０３－１２３４－５６７８",),
            fixed="<p><br></p>",
        ),
        Invalid(
            "<p>Hi</p>", subject="Call (206) 555-0100", flags=("(206) 555-0100",), fixed="<p>Hi</p>"
        ),
        Valid("<p>Order 112-1234567-1234567, sent 2026-11-23, parcel 1Z999AA10123456784.</p>"),
        Valid("<p>ISBN 978-3-16-148410-0, ZIP 98109-5210, IBAN DE89 3704 0044 0532 0130 00.</p>"),
    ),
)

_ALLOWED = re.compile(
    r"warrant|garanti|garanzia|garantía|gwarancj|保証|保修|ضمان|वारंटी|manufactur|herstell|fabricant|"
    r"fabrikant|tillverkare|produttore|producent|üretici|carrier|courier|transport|spedit|kurier|"
    r"\b(?:ups|fedex|usps|dhl|dpd|gls|hermes|evri|royal mail|postnl|inpost|correos|seur|poste)\b",
    re.IGNORECASE,
)
_REACH = 300
_SENTENCE = re.compile(r"[^.!?。！？\u2028]*[.!?。！？\u2028]?")


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for target in targets(block):
        if target.scheme in {"tel", "sms", "callto"} or target.host == "wa.me":
            fix = Fix("Remove link, keep words", (SetLink(target.start, target.end, None),))
            yield rule.finding(
                target.start,
                target.end,
                at=(target.field, ""),
                text=target.url,
                fixes=(fix,),
                shown=target.url.partition(":")[2][:60],
            )
    if not has_digits(block.text):
        return
    for start, end in find_phones(block.text, regions(context)):
        fix = Fix("Remove telephone number", (without_contact(block, start, end, context),))
        allowed = _ALLOWED.search(_sentence_at(block.text, start))
        yield rule.finding(
            start,
            end,
            fixes=with_sentence(fix, block, start, end, context),
            severity=Severity.REVIEW if allowed else None,
            shown=block.text[start:end],
        )


def regions(context: Context) -> tuple[str, ...]:
    """Return the ISO 3166 regions whose national numbers count: the store's, the language's."""
    store = context.policy.marketplaces.get(context.marketplace)
    language = context.policy.languages.find(context.language)
    own = (store.phone_region,) if store else ()
    return tuple(dict.fromkeys((*own, *(language.phone_regions if language else ()))))


def _sentence_at(text: str, position: int) -> str:
    """The sentence around `position`, as far as it reaches within a few lines."""
    low, high = max(0, position - _REACH), position + _REACH
    for match in _SENTENCE.finditer(text, low, high):
        if match.start() <= position < match.end():
            return match[0]
    return text[low:high]
