"""Which templates of the sidebar match what is looked for: names first, then what they say."""

from dataclasses import replace

from composer.document.plain_letters import plain_letters
from composer.gui.library.model import TemplateRow
from composer.gui.words.text import tr_
from composer.library.mention import mention

_KEPT = 1000  # texts whose plain letters are remembered


class Matching:
    """Finds rows by their words, those of `TemplateRow.text` too; case and accents do not count."""

    def __init__(self) -> None:
        self._plain: dict[str, str] = {}

    def found(self, rows: tuple[TemplateRow, ...], text: str) -> tuple[TemplateRow, ...]:
        """Return the rows with all words of `text`, all rows where it has none.

        Those that have them in their name or reason come first; the others stand in a group of
        their own, each with the place where the first such word is.
        """
        words = plain_letters(text).split()
        if not words:
            return rows
        named = tuple(row for row in rows if _has_all(self._name(row), words))
        if len(text.strip()) == 1 and text.isascii():  # one letter is in every text
            return named
        keys = {row.key for row in named}
        others = (self._mentioning(row, words) for row in rows if row.key not in keys)
        return (*named, *(row for row in others if row is not None))

    def _mentioning(self, row: TemplateRow, words: list[str]) -> TemplateRow | None:
        plain, name = self._letters(row.text), self._name(row)
        if not all(word in plain or word in name for word in words):
            return None
        places = (mention(row.text, plain, word) for word in words)
        place = next((each for each in places if each is not None), None)
        return replace(row, group=tr_("sidebar.in_text"), mention=place)

    def _name(self, row: TemplateRow) -> str:
        return self._letters(f"{row.name} {row.group} {row.badge.text}")

    def _letters(self, text: str) -> str:
        found = self._plain.get(text)
        if found is None:
            if len(self._plain) >= _KEPT:  # texts change as they are written
                self._plain.clear()
            found = self._plain[text] = plain_letters(text)
        return found


def _has_all(text: str, words: list[str]) -> bool:
    return all(word in text for word in words)
