"""Emoji, pictographs and emoticons in text (Unicode TR 51)."""

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

import regex


class Pictograph(Enum):
    """What a mark is: drawn in colour everywhere, on many platforms, or made of punctuation."""

    EMOJI = 1
    SYMBOL = 2
    EMOTICON = 3


# \p{Emoji} alone holds digits, # and *, and ©, ® and ™: none of those counts without U+FE0F.
_EMOJI = regex.compile(
    r"""(?:\p{Regional_Indicator}{2} | [0-9#*]\uFE0F?\u20E3
      | (?:\p{Emoji_Presentation} | \p{Emoji}\uFE0F | \p{Emoji_Modifier_Base}\p{Emoji_Modifier})
        (?:\p{Emoji_Modifier}|\uFE0F)? (?:[\U000E0020-\U000E007E]+\U000E007F)?
        (?:\u200D\p{Extended_Pictographic}(?:\p{Emoji_Modifier}|\uFE0F)?)*
      | \p{Regional_Indicator})""",
    regex.VERBOSE,
)
# The characters beyond ASCII that the two patterns hinge on, and a few that they do not.
_LIKELY = re.compile(
    "[\u00a9\u00ae\u203c-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001ffff]"
)
# Text by default, but many platforms draw them as emoji.
_PICTOGRAPH = regex.compile(r"[\p{Extended_Pictographic}&&\p{Emoji}--[©®™‼⁉〰〽]]", regex.V1)
# Looking back comes after the first character: looking for that one alone is what makes it fast.
_EMOTICON = re.compile(
    r"(?:[:;=](?<![^\s>(].)[-'^o]?[)(DPp|\\*](?![\w/])|<(?<![^\s>(].)3(?!\d)"
    r"|\^(?<![^\s>(].)_?\^|¯(?<![^\s>(].)\\_\(ツ\)_/¯)(?=$|[\s.,!?<)])"
)


@lru_cache(maxsize=4096)
def find_pictographs(text: str) -> tuple[tuple[int, int, Pictograph], ...]:
    """Return (start, end, kind) of every emoji, pictograph and emoticon in `text`, in order."""
    return tuple(sorted(_candidates(text), key=lambda found: found[0]))


def may_hold_emoji(text: str) -> bool:
    """Whether `text` has a character that emoji and pictographs need."""
    return not text.isascii() and _LIKELY.search(text) is not None


def may_hold_emoticon(text: str) -> bool:
    """Whether a face made of punctuation stands in `text`."""
    return _EMOTICON.search(text) is not None


def _candidates(text: str) -> Iterator[tuple[int, int, Pictograph]]:
    if may_hold_emoji(text):
        inside = set[int]()
        for match in _EMOJI.finditer(text):
            inside.update(range(*match.span()))
            yield *match.span(), Pictograph.EMOJI
        for match in _PICTOGRAPH.finditer(text):
            if match.start() not in inside:
                yield *match.span(), Pictograph.SYMBOL
    for face in _EMOTICON.finditer(text):
        yield *face.span(), Pictograph.EMOTICON
