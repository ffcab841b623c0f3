"""Wording that offers to stop messages, in the languages sellers write."""

import re
from functools import lru_cache

from composer.document.inline import LINE_SEPARATOR
from composer.language.stems import Stems

_WORDS = (
    # en
    r"\bun-?subscribe\b|\bopt(?:ing|ed)?[\s-]?out\b(?!\s+for)|\bstop\s+receiving\b(?:\s+(?:these\s+|our\s+)?(?:e-?mails?|messages?))?|"
    r"\bmanage\s+(?:your\s+)?(?:e-?mail\s+)?(?:preferences|subscriptions?)\b|\breply\s+[“\"']?STOP\b|"
    r"\bno\s+longer\s+(?:wish|want)\s+to\s+receive\b|"
    # de
    r"\babmelden\b(?=[^.]{0,40}\b(?:newsletter|mails?|nachrichten)\b)|\b(?:newsletter|mails?|nachrichten)\b[^.]{0,20}\babmelden\b|"
    r"\babbestellen\b|\baustragen\b|\bkeine\s+(?:weiteren\s+)?(?:e-?mails|nachrichten)\s+mehr\b|"
    # fr
    r"\bse\s+désabonner\b|\bdésabonne\w*\b|\bdésinscri\w+\b|\bne\s+plus\s+recevoir\b|"
    # es, pt
    r"\bdarse\s+de\s+baja\b|\bdarte\s+de\s+baja\b|\bdate\s+de\s+baja\b|\bcancelar\s+(?:la\s+|su\s+|tu\s+|a\s+|sua\s+)?(?:suscripción|inscrição|subscrição|assinatura)\b|"
    r"\b(?:dejar\s+de\s+recibir|deixar\s+de\s+receber)\b|\bdescadastr\w+\b|"
    # it
    r"\bdisiscri\w+\b|\bannulla\w*\s+(?:l['’])?iscrizione\b|\bnon\s+ricevere\s+più\b|"
    # nl
    r"\b(?:uitschrijven|afmelden)\b|\bgeen\s+(?:e-?mails?|berichten)\s+meer\b|"
    # sv
    r"\bavregistrera\w*\b|\bavprenumerera\w*\b|\bavsluta\s+prenumeration\w*\b|"
    # pl
    r"\bwypis(?:ać|z|anie)\s+się\b|\brezygn\w+\s+z\s+(?:subskrypcji|newslettera)\b|\banulu\w+\s+subskrypcj\w+\b|"
    # tr
    r"\babonelikten\s+çık\w*|\bliste(?:den|mizden)\s+çık\w*|"
    # ja, zh, ar, hi
    r"配信停止|購読解除|メール(?:の)?受信を停止|退订|取消订阅|退訂|取消訂閱|إلغاء\s+الاشتراك|सदस्यता\s+(?:समाप्त|रद्द)"
)
_PATTERN = re.compile(_WORDS, re.IGNORECASE)
_STEMS = Stems(
    *("subscri", "opt", "receiv", "preferenc", "stop", "abmelden", "abbestell", "austragen"),
    *("keine", "abonn", "inscri", "recevoir", "baja", "cancelar", "recibir", "receber"),
    *("descadastr", "iscri", "ricevere", "uitschrijven", "afmelden", "geen", "avregistr"),
    *("avprenum", "avsluta", "wypis", "rezygn", "anulu", "abonelik", "liste"),
    *("停止", "解除", "退", "取消", "إلغاء", "सदस्यता"),
)


@lru_cache(maxsize=4096)
def find_opt_outs(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of words in `text` that offer to stop messages."""
    if not _STEMS.stand_in(text.lower()):
        return ()
    return tuple(match.span() for match in _PATTERN.finditer(text))


def may_offer_opt_out(sentence: str) -> bool:
    """Whether `sentence` has such an offer, or its beginning if the line was broken in it."""
    if sentence.rstrip(" ").endswith(LINE_SEPARATOR):
        return _STEMS.stand_in(sentence.lower())
    return bool(find_opt_outs(sentence))
