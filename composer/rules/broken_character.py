"""Broken character.

A letter was lost, or read in the wrong encoding: "�" or "Ã¼" where "ü" was written. It comes with
text copied out of old files. Type the letter again.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import ReplaceText
from composer.language.mojibake import find_mojibake, may_hold_mojibake
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase

_LOST = re.compile("\ufffd+")
_WORD_BEFORE = re.compile(r"\S{0,20}\Z")
_WORD_AFTER = re.compile(r"\S{0,20}")


def _may_hold(sentence: str) -> object:
    return "\ufffd" in sentence or may_hold_mojibake(sentence)


rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-SPELL",
    message="Broken character in “{shown}”",
    hint=_may_hold,
    examples=(
        Invalid("<p>It is from Wohngl\ufffdck.</p>", flags=("\ufffd",)),
        Invalid(
            "<p>We havenâ€™t sent it yet. It costs 5Â\xa0â‚¬ ðŸ˜Š</p>",
            flags=("â€™", "Â\xa0â‚¬", "ðŸ˜Š"),
            fixed="<p>We haven’t sent it yet. It costs 5\xa0€ 😊</p>",
        ),
        Invalid(
            "<p>Viele GrÃ¼ÃŸe aus KÃ¶ln, Ã–sterreich</p>",
            language="de",
            marketplace="amazon.de",
            flags=("Ã¼ÃŸ", "Ã¶", "Ã–"),
            fixed="<p>Viele Grüße aus Köln, Österreich</p>",
        ),
        Invalid(
            "<p>Gr\ufffd\ufffdig</p>", subject="F\ufffdr Sie", flags=("\ufffd", "\ufffd\ufffd")
        ),
        Invalid(
            "<p>Votre commande a Ã©tÃ© expÃ©diÃ©e.</p>",
            language="fr",
            marketplace="amazon.fr",
            flags=("Ã©", "Ã©", "Ã©", "Ã©"),
            fixed="<p>Votre commande a été expédiée.</p>",
        ),
        Invalid(
            "<p>Dziękujemy za zamÃ³wienie, przesyÅ‚ka jest w drodze.</p>",
            language="pl",
            marketplace="amazon.pl",
            flags=("Ã³", "Å‚"),
            fixed="<p>Dziękujemy za zamówienie, przesyłka jest w drodze.</p>",
        ),
        Invalid(
            "<p>æ‚¨å¥½</p>",
            language="zh",
            marketplace="amazon.cn",
            flags=("æ‚¨å¥½",),
            fixed="<p>您好</p>",
        ),
        Valid("<p>Naïve café: 20 °C, ½ m², “fine” — 5 €…</p>"),
        Valid(
            "<p>SUA ENCOMENDA CHEGA AMANHÃ… OU “DE MANHÃ”. Não há «irmã»…</p>",
            language="pt",
            marketplace="amazon.com.br",
        ),
        Valid("<p>«\xa0Voilà\xa0» : Âge, âme… Crâne “â”</p>", language="fr"),
        Valid("<p>Der Buchstabe „Ä“ und „Ö“, Maß 3×4 ±1 µm</p>", language="de"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    text = block.text
    if text.isascii():
        return
    for match in _LOST.finditer(text):
        yield rule.finding(*match.span(), shown=_word(text, *match.span()))
    for start, end, written in find_mojibake(text):
        title = Phrase("Write “{word}”", word=written)
        fix = Fix(title, (ReplaceText(start, end, written),), safe=True, part=context.part)
        yield rule.finding(start, end, fixes=(fix,), shown=_word(text, start, end))


def _word(text: str, start: int, end: int) -> str:
    """What the broken character is in: it is easier found by the word."""
    before = _WORD_BEFORE.search(text, 0, start)
    after = _WORD_AFTER.match(text, end)
    return (before[0] if before else "") + text[start:end] + (after[0] if after else "")
