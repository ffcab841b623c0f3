"""Names of messengers and networks, account names and picture codes in text."""

import re
from functools import lru_cache

from composer.language.stems import Stems

# Names in the spelling of the brand only: "telegram", "line" and "signal" are everyday words.
_NAMES = re.compile(
    r"\b(?:WhatsApp|Whatsapp|whatsapp|WHATSAPP|WeChat|Wechat|wechat|Telegram|Viber|Instagram|instagram"
    r"|Facebook|facebook|TikTok|Tiktok|YouTube|Youtube|Pinterest|Discord|KakaoTalk|Skype)\b"
    r"|微信|公众号|公眾號|微博|واتساب|انستغرام|إنستغرام|تيليجرام|व्हाट्सएप|व्हाट्सऐप|インスタグラム|ツイッター"
    r"|LINE\s?(?:ID|公式|アカウント|友だち|友達)(?:アカウント)?|LINEで"
)
_CODE = re.compile(r"\bQR[- ]?[Cc]od[eo]\b|QRコード|二维码|二維碼|رمز الاستجابة السريعة")
_HANDLE = re.compile(r"(?<![\w@.+/-])@[A-Za-z][A-Za-z0-9_]{2,29}(?![\w@]|\.\w|-\w)")
_IN_CODE = frozenset({"media", "import", "page", "supports", "keyframes"})
_STEMS = Stems(
    *("@", "qr", "whatsapp", "wechat", "telegram", "viber", "instagram", "facebook", "tiktok"),
    *("youtube", "pinterest", "discord", "kakaotalk", "skype", "line", "微信", "公众号", "公眾號"),
    *("微博", "واتساب", "انستغرام", "إنستغرام", "تيليجرام", "व्हाट्स", "インスタ", "ツイッター"),
    *("二维码", "二維碼", "رمز"),
)


@lru_cache(maxsize=4096)
def find_handles(text: str) -> tuple[tuple[int, int], ...]:
    """Return (start, end) of names of messengers, of accounts (@name) and of QR codes in `text`."""
    if not may_hold_handle(text):
        return ()
    spans = [match.span() for pattern in (_NAMES, _CODE) for match in pattern.finditer(text)]
    if "@" in text:
        handles = (
            match for match in _HANDLE.finditer(text) if match[0][1:].lower() not in _IN_CODE
        )
        spans += [match.span() for match in handles]
    return tuple(sorted(spans))


def may_hold_handle(text: str) -> bool:
    """Whether `text` has a piece of such a name or code; told without a closer look."""
    return _STEMS.stand_in(text.lower())
