"""Sentences of a block: where each begins and ends."""

import re
from collections.abc import Set as AbstractSet

import regex

from composer.document.inline import LINE_SEPARATOR

# Ends of Latin, Chinese and Japanese, Hindi and Arabic sentences, with what closes behind them.
# All begin with one set of characters, which makes the search four times faster.
_END = re.compile(
    r"[.…!?؟۔。！？।](?:"
    r"(?<=(?P<stop>[.…]))\.*[\"'”’»)\]]*(?:\s+|\Z)"
    r"|(?<=[!?؟۔])[!?؟۔]*[\"'”’»)\]]*(?:\s+|\Z)"
    r"|(?<=[。！？।])[。！？।]*[」』”）)]*\s*)"
)
_END_OR_LINE = re.compile(rf"{_END.pattern}|(?P<line>\s*{LINE_SEPARATOR}\s*)")
# `re`, the faster one, takes no vowel sign of an Indian script for a part of a word
_ASCII_WORD = re.compile(r"([^\W_]+(?:\.[^\W_]+)*)\Z")
_LAST_WORD = regex.compile(r"([^\W_]+(?:\.[^\W_]+)*)\Z")
_LONGEST_WORD = 24
_WRAPPED, _WRAPPED_WIDE = 55, 18  # a line this long without an end was broken by its width
_WIDE = "\u2e80"  # from here on, characters as wide as two
_TERMINAL = ".!?:;…。！？।؟۔"
Sentence = tuple[int, int]


def split(text: str, abbreviations: AbstractSet[str]) -> tuple[Sentence, ...]:
    """Return the ranges of the sentences in `text`, without the white space around them.

    Lines broken by their width, as plain text has them, are joined.
    """
    sentences: list[Sentence] = []
    start = 0
    for match in (_END_OR_LINE if LINE_SEPARATOR in text else _END).finditer(text):
        if _is_end(text, match, start, abbreviations):
            _add(sentences, text, start, match.end())
            start = match.end()
    _add(sentences, text, start, len(text))
    return tuple(sentences)


def _is_end(text: str, match: re.Match[str], start: int, abbreviations: AbstractSet[str]) -> bool:
    following = text[match.end() : match.end() + 1]
    if match.lastgroup == "line":
        before = text[start : match.start()].rpartition(LINE_SEPARATOR)[2].rstrip()
        if not before or before[-1] in _TERMINAL:
            return True
        wrapped = _WRAPPED_WIDE if before[-1] >= _WIDE else _WRAPPED
        return not (following.islower() or before[-1] in "、，" or len(before) >= wrapped)
    if match.lastgroup != "stop" or not following:
        return True
    tail = text[max(start, match.start() - _LONGEST_WORD) : match.start()].rpartition(" ")[2]
    return not (following.islower() or _is_shortened(tail, abbreviations))


def _is_shortened(text: str, abbreviations: AbstractSet[str]) -> bool:
    """Whether the last word of `text` is one behind which a full stop ends nothing."""
    word = (_ASCII_WORD if text.isascii() else _LAST_WORD).search(text)
    return word is not None and (word[1].lower() in abbreviations or _is_initial(word[1]))


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha() and word.isupper() and word != "I"


def _add(sentences: list[Sentence], text: str, start: int, end: int) -> None:
    """Add a range without the white space around it, unless nothing is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        sentences.append((start, end))
