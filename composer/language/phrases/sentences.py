"""Sentences of a block: where each begins and ends."""

import re
from collections.abc import Set as AbstractSet

import regex

from composer.document.inline import LINE_SEPARATOR
from composer.language.phrases.wrapping import wrapped

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
_TERMINAL = ".!?:;…。！？।؟۔"
Sentence = tuple[int, int]


def split(text: str, abbreviations: AbstractSet[str]) -> tuple[Sentence, ...]:
    """Return the ranges of the sentences in `text`, without the white space around them.

    A line ends a sentence, unless the next goes on in small letters or only the width of a plain
    text broke it.
    """
    sentences: list[Sentence] = []
    start, length = 0, len(text)
    lines = LINE_SEPARATOR in text
    joined = wrapped(text) if lines else frozenset[int]()
    for match in (_END_OR_LINE if lines else _END).finditer(text):
        end = match.end()
        kind = match.lastgroup
        if (
            kind is None
            or (kind == "stop" and end == length)
            or (kind == "line" and _is_line_end(text, match, start, joined))
            or (kind == "stop" and _is_end(text, match, start, abbreviations))
        ):
            _add(sentences, text, start, end)
            start = end
    if start < length:
        _add(sentences, text, start, length)
    return tuple(sentences)


def _is_line_end(text: str, match: re.Match[str], start: int, joined: AbstractSet[int]) -> bool:
    """Whether the end of a line ends a sentence."""
    first = match.start()  # white space is none of what stands before
    if first <= start or text[first - 1] in _TERMINAL:
        return True
    following = text[match.end() : match.end() + 1]
    return not (following.islower() or text.index(LINE_SEPARATOR, first) in joined)


def _is_end(text: str, match: re.Match[str], start: int, abbreviations: AbstractSet[str]) -> bool:
    """Whether a full stop that something follows ends a sentence."""
    first = match.start()
    tail = text[max(start, first - _LONGEST_WORD) : first].rpartition(" ")[2]
    following = text[match.end() : match.end() + 1]
    return not (following.islower() or _is_shortened(tail, abbreviations))


def _is_shortened(text: str, abbreviations: AbstractSet[str]) -> bool:
    """Whether the last word of `text` is one behind which a full stop ends nothing."""
    if not (text.isascii() and text.isalpha()):
        found = (_ASCII_WORD if text.isascii() else _LAST_WORD).search(text)
        if found is None:
            return False
        text = found[1]
    return text.lower() in abbreviations or _is_initial(text)


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
