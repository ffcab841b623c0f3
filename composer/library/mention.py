"""Where a word stands in a text, case and accents aside, with what is around it."""

from dataclasses import dataclass
from itertools import islice

from composer.document import LINE_SEPARATOR, OBJECT
from composer.document.plain_letters import plain_letters

BEFORE = 12  # characters shown before the word: few, so that the word itself is seen
AFTER = 80


@dataclass(frozen=True, slots=True)
class Mention:
    """Words found, and the rest of their line around them."""

    before: str
    words: str
    after: str

    @property
    def line(self) -> str:
        """All of it."""
        return self.before + self.words + self.after


def mention(text: str, plain: str, word: str) -> Mention | None:
    """Return the first place of `word` in `text`, whose plain letters are `plain`."""
    at = plain.find(word)
    if at < 0:
        return None
    # Letters may count as others once they are plain; lines stay lines.
    number = plain.count("\n", 0, at)
    line = text.split("\n")[number]
    low = at - (plain.rfind("\n", 0, at) + 1)
    letters = (place for place, letter in enumerate(line) for _ in plain_letters(letter))
    origins = list(islice(letters, low + len(word)))
    start, end = origins[low], origins[low + len(word) - 1] + 1
    return Mention(_tail(_shown(line[:start])), _shown(line[start:end]), _head(_shown(line[end:])))


def _tail(text: str) -> str:
    if len(text) <= BEFORE:
        return text
    return "…" + text[-BEFORE:].partition(" ")[2]


def _head(text: str) -> str:
    return text if len(text) <= AFTER else text[:AFTER].rpartition(" ")[0] + "…"


def _shown(text: str) -> str:
    """The text with a sign where a placeholder or a picture stands."""
    return text.replace(OBJECT, "{…}").replace(LINE_SEPARATOR, " ")
