"""Buyer is addressed in two ways.

Formal and informal address in one message read as if two people wrote it. Keep to one.
"""

import re
from collections.abc import Iterator, Mapping

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Location, Severity
from composer.lint.rule import Invalid, Rule, Valid

rule = Rule(
    __name__,
    severity=Severity.ADVICE,
    clause="S-SPELL",
    message="“{shown}” here, “{other}” elsewhere: keep to one way to address the buyer",
    examples=(
        Invalid(
            "<p>Wir haben Ihnen geschrieben.</p><p>Schick uns bitte deine Adresse.</p>",
            language="de",
            flags=("deine",),
        ),
        Invalid(
            "<p>Uw pakket is er bijna. Kun je ons je adres sturen?</p>",
            language="nl",
            flags=("Uw",),
        ),
        Invalid(
            "<p>Merci de nous donner votre adresse. Ton colis est prêt.</p>",
            language="fr",
            flags=("Ton",),
        ),
        Valid("<p>Wir haben Ihnen Ihre Rechnung geschickt.</p>", language="de"),
        Valid("<p>Sie ist da: Die Pfanne ist deine, du hast sie bestellt.</p>", language="de"),
        Valid("<p>You and your parcel</p>"),
    ),
)

_I = re.IGNORECASE
# Formal, then informal. Only words that can mean nothing else in a message to one buyer.
_WAYS: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "de": (
        re.compile(r"\b(?:Ihnen|Ihre[mnrs]?)\b|(?<=[a-zäöüß,] )Sie\b"),
        re.compile(r"\b(?:du|dich|dir|dein(?:e[mnrs]?)?)\b", _I),
    ),
    "fr": (
        re.compile(r"\b(?:vous|votre|vos)\b", _I),
        re.compile(r"\b(?:tu|ton|ta|tes|toi)\b", _I),
    ),
    "nl": (
        re.compile(r"\b(?:u|uw)\b", _I),
        re.compile(r"\b(?:je|jij|jou|jouw)\b", _I),
    ),
    "es": (
        re.compile(r"\b(?:usted|ustedes)\b", _I),
        re.compile(r"\b(?:tú|tu|tus|ti|contigo)\b", _I),
    ),
    "it": (
        re.compile(r"(?<=[a-zà-ù,] )(?:Lei|Suo|Sua|Suoi|Sue)\b"),
        re.compile(r"\b(?:tu|ti|tuo|tua|tuoi|tue)\b", _I),
    ),
    "tr": (
        re.compile(r"\b(?:siz|size|sizi|sizin)\b", _I),
        re.compile(r"\b(?:sen|sana|seni|senin)\b", _I),
    ),
}


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    ways = _WAYS.get(context.language.partition("-")[0])
    if ways is None:
        return
    text = message.body.text
    formal, informal = ([*way.finditer(text)] for way in ways)
    if not formal or not informal:
        return
    few, many = sorted((informal, formal), key=len)
    first, other = few[0], many[0]
    yield rule.finding(
        *first.span(),
        related=(Location("body", *other.span()),),
        shown=first[0],
        other=other[0],
    )
