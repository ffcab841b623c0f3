"""Telephone numbers in text."""

import re
from collections.abc import Iterator
from functools import lru_cache

import phonenumbers

_SEVEN_DIGITS = re.compile(r"\d(?:[^\w\n]{0,3}\d){6,}")
_ORDER_ID = re.compile(r"(?<![\d-])\d{3}[-\s\u2010-\u2013]\d{7}[-\s\u2010-\u2013]\d{7}(?![\d-])")
_CALL = re.compile(
    r"(?:\b(?:tel|phone|telephone|call(?:\s+us)?|hotline|fax|mobile|cell|whats\s?app|rufen?|anruf\w*"
    r"|rufnummer|handy|telefon\w*|appel\w*|t[ée]l[ée]phone|portable|chiama\w*|cellulare|llam\w+"
    r"|m[óo]vil|tel[ée]fono|telefone|celular|ligue|bel|ring|dzwo\w+|kom[óo]rk\w*|ara\w{0,5})\b"
    r"|電話|携帯|电话|手机|هاتف|اتصل|فون|फ़ोन|फोन|कॉल)"
    r"[\s.:：()a-z]{0,16}(?P<number>\+?\d[\d ().\-/]{6,}\d)",
    re.IGNORECASE,
)
# What makes a number that follows a reference, not a telephone number.
_REFERENCE = re.compile(
    r"(?:(?:invoice|order|item|article|model|part|serial|ticket|case|ref\w*|lot|batch|track\w*|parcel"
    r"|customer|account|sku|ean|isbn|upc|asin|vat|rechnung\w*|bestell\w*|art(?:ikel)?|modell|sendung\w*"
    r"|kunden\w*|facture|commande|factura|pedido|fattura|ordine|factuur|faktura|zam[óo]wieni\w*|sipari[şs]\w*"
    r"|pak(?:et|iet|ket)\w*|colis|suivi|env[íi]o|seguimiento|gu[íi]a|spedizione|tracciamento|collo"
    r"|zending\w*|kolli\w*|sp[åa]rning\w*|f[öo]rs[äa]ndelse\w*|przesy[łl]k\w*|paczk\w*|rastre\w*"
    r"|encomenda|objeto|takip|kargo|番号|追跡|订单|訂單|追踪|运单|快递|تتبع|الشحنة|शिपमेंट|ट्रैकिंग)[\s.\-]*(?:no|nr|num\w*|n[°ºr]|id|code)?|\b(?:no|nr|n[°ºr])|[#№])[\s.:：#-]{0,3}\Z",
    re.IGNORECASE,
)
# North American numbers as they are written, made-up ones (555) included.
_NORTH_AMERICAN = re.compile(
    r"(?<![\w.\-/])(?:\+?1[ .\-])?(?:\(\d{3}\)[ .\-]?|\d{3}[.\-])\d{3}[.\-]\d{4}(?![\w\-/]|\.\d)"
)
_LINK = re.compile(r"https?://\S+|www\.\S+")
_WINDOW, _OVERLAP, _AROUND = 96, 32, 8
_MOST_WINDOWS = 64


@lru_cache(maxsize=4096)
def has_digits(text: str) -> bool:
    """Whether `text` holds as many digits in a row as a telephone number needs."""
    return _SEVEN_DIGITS.search(text) is not None


@lru_cache(maxsize=4096)
def find_phones(text: str, regions: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of telephone numbers valid in one of `regions` (ISO 3166) or with +.

    Order IDs and digits inside web addresses are none. After a word such as "call" a number of any
    form counts, and so does the form (206) 555-0100 everywhere.
    """
    if not has_digits(text):
        return ()
    masked = _LINK.sub(_blank, _ORDER_ID.sub(_blank, text))
    written = (match.span() for match in _NORTH_AMERICAN.finditer(masked))
    likely = {*_valid(masked, regions), *written}
    plain = {
        span for span in likely if not _REFERENCE.search(masked, max(0, span[0] - 30), span[0])
    }
    found = sorted({*plain, *_called(masked)})
    kept: list[tuple[int, int]] = []
    for start, end in found:
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return tuple(kept)


def _valid(text: str, regions: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    for number, (low, high) in enumerate(_windows(text)):
        if number >= _MOST_WINDOWS:
            # No message holds so many digits; what nobody looked at is not let through.
            yield low, len(text)
            return
        for region in regions:
            matcher = phonenumbers.PhoneNumberMatcher(
                text[low:high], region, phonenumbers.Leniency.VALID
            )
            spans = [(low + match.start, low + match.end) for match in matcher]
            yield from spans
            if spans:
                break


def _windows(text: str) -> Iterator[tuple[int, int]]:
    """Yield the ranges worth a close look: digits, and what stands around them ("+", brackets).

    A long list of numbers is one run of digits; it is cut, because looking takes time by the
    square of the length. The pieces overlap by more than the longest number.
    """
    for gate in _SEVEN_DIGITS.finditer(text):
        for start in range(gate.start(), gate.end(), _WINDOW - _OVERLAP):
            end = min(start + _WINDOW, gate.end())
            yield max(0, start - _AROUND), min(len(text), end + _AROUND)
            if end == gate.end():
                break


def _called(text: str) -> Iterator[tuple[int, int]]:
    for match in _CALL.finditer(text):
        yield match.span("number")


def _blank(match: re.Match[str]) -> str:
    return "\N{OBJECT REPLACEMENT CHARACTER}" * len(match[0])
