"""Sentences that can be said again in another language."""

import re
from functools import cache
from typing import Self

_WORDS = 6


class Phrase(str):
    """An English sentence that remembers how it was made.

    As a text it is the sentence with its values filled in. `template` is the sentence before that,
    `values` what was filled in, phrases among them. `key` names it for translators: one word of
    their tables, or a whole id where it has dots; it is made of the template unless given.
    """

    __slots__ = ("key", "template", "values")

    template: str
    key: str
    values: dict[str, object]

    def __new__(cls, template: str, key: str = "", /, **values: object) -> Self:
        """Return the sentence `template` says with `values`."""
        made = super().__new__(cls, template.format(**values) if values else template)
        made.template = template
        made.key = key or key_of(template)
        made.values = values
        return made


def sentence_of(error: Exception) -> str:
    """Return what an error says, the phrase it was made with where there is one."""
    first = error.args[0] if error.args else None
    return first if isinstance(first, Phrase) else str(error)


@cache
def key_of(template: str) -> str:
    """Return the name of a sentence: its first words without values, "Use {size} px" as use_px."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"\{[^{}]*\}", " ", template).lower())
    return "_".join(words[:_WORDS])
