"""Words put together of two: dictionaries have the parts, not every whole."""

from collections.abc import Callable, Mapping

_LEAST = {"de": 4, "nl": 5, "sv": 4}  # letters of a part
# What may stand between the parts, by language.
_LINKS: Mapping[str, tuple[str, ...]] = {
    "de": ("", "s", "es", "n", "en", "er", "e"),
    "nl": ("", "s", "en", "e"),
    "sv": ("", "s", "e", "o"),
}


def is_compound(word: str, language: str, knows: Callable[[str], bool]) -> bool:
    """Whether `word` is two known words, not too short, linked as the language does.

    In German only nouns are tried, which a capital tells: others make too many words of slips.
    """
    links, least = _LINKS.get(language), _LEAST.get(language, 0)
    if links is None or len(word) < 2 * least or (language == "de" and not word[0].isupper()):
        return False
    lower = word.lower()
    for cut in range(least, len(lower) - least + 1):
        tail = lower[cut:]
        if not (knows(tail.capitalize()) or (language != "de" and knows(tail))):
            continue
        for link in links:
            head = lower[: cut - len(link)] if lower[:cut].endswith(link) else ""
            if len(head) >= least - 1 and (knows(head) or knows(head.capitalize())):
                return True
    return False
