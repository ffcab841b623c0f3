"""Emoji, pictographs and emoticons in text."""

import pytest
import regex

from composer.language.emoji import Pictograph, find_pictographs


def _kinds(text: str) -> list[tuple[str, Pictograph]]:
    return [(text[start:end], kind) for start, end, kind in find_pictographs(text)]


@pytest.mark.parametrize(
    "emoji", ["😀", "⭐", "❤️", "👍🏽", "🇩🇪", "1️⃣", "👩‍👩‍👧", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "☎️", "©️", "🏳️‍🌈", "🫠", "✅"]
)
def test_emoji_is_one(emoji: str) -> None:
    """An emoji is found as one, with its modifiers, joiners, flags and tags."""
    assert _kinds(f"a {emoji} b") == [(emoji, Pictograph.EMOJI)]


@pytest.mark.parametrize("symbol", ["☎", "❤", "☺", "✔", "⚠", "✉", "↔"])
def test_symbol_is_told_from_emoji(symbol: str) -> None:
    """A pictograph that is text by default is found as one of many platforms' emoji."""
    assert _kinds(f"a {symbol} b") == [(symbol, Pictograph.SYMBOL)]


@pytest.mark.parametrize("text", ["0123456789#*", "© ® ™ ★ ✓ → • № € ☆", "ไทย हिन्दी 日本語", "x‍y"])
def test_plain_characters_are_none(text: str) -> None:
    """Digits, signs of trade, stars, ticks, arrows and other scripts are no emoji."""
    assert _kinds(text) == []


@pytest.mark.parametrize("emoticon", [":)", ":-)", ";-)", ":D", ":(", "<3", "^_^", "=)"])
def test_emoticon_is_found(emoticon: str) -> None:
    """A face of punctuation between spaces is an emoticon."""
    assert _kinds(f"Thanks {emoticon} bye") == [(emoticon, Pictograph.EMOTICON)]


@pytest.mark.parametrize(
    "text", ["8) steps", "XP", "3:0", "C:/", "x = (1+2)", "Sizes (see below:)", "<30 cm", "a:b"]
)
def test_punctuation_is_no_emoticon(text: str) -> None:
    """Lists, scores, paths, formulas and brackets are no emoticons."""
    assert _kinds(text) == []


def test_no_emoji_is_missed_by_the_quick_look() -> None:
    """Every character beyond ASCII that Unicode counts as emoji is found, once it is styled."""
    emoji = regex.compile(r"[\p{Emoji}--[\x00-\x7f]]", regex.V1)
    missed = [
        char
        for char in map(chr, range(0x80, 0x20000))
        if emoji.match(char) and not _kinds(f"{char}\ufe0f")
    ]
    assert missed == []
