"""The words of the suggested frame around a message, in the language of the message."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from composer import resources

_FALLBACK = "en"
# A name or a number may run the other way than the line it stands in.
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"


@dataclass(frozen=True, slots=True)
class FrameWords:
    """What the frame says in one language, with room for a sender and an order number.

    Until the seller says them, `unnamed` is what the shop is called, `signed` its owner.
    """

    sender: str
    unnamed: str
    signed: str
    order: str
    product: str

    def sender_line(self, sender: str) -> str:
        """Who the mail is from."""
        return self.sender.format(sender=_isolated(sender or self.unnamed))

    def order_line(self, order: str) -> str:
        """Which order it is about; empty without one."""
        return self.order.format(order=_isolated(order)) if order else ""


def frame_words(language: str) -> FrameWords:
    """The frame's words in `language`, a BCP 47 tag; English where it has none."""
    table = _table()
    primary = language.split("-", maxsplit=1)[0].lower()
    return table.get(language) or table.get(primary, table[_FALLBACK])


@cache
def _table() -> Mapping[str, FrameWords]:
    with resources.path("preview/frame.toml").open("rb") as file:
        return {language: FrameWords(**words) for language, words in tomllib.load(file).items()}


def _isolated(text: str) -> str:
    return f"{_ISOLATE}{text}{_END_ISOLATE}"
