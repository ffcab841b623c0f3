"""The tables of words that ship, one for each language of the interface.

`de.toml` holds the interface's own words, as `en.toml` does; the files in `de/` those that are
English elsewhere: in the rules and in the policy.
"""

import tomllib
from collections.abc import Iterator

from composer import resources

ENGLISH = "en"
SYSTEM = "system"
# Names as their speakers write them; the forms are those that a count can take.
LANGUAGES = {ENGLISH: "English", "de": "Deutsch", "zh-CN": "简体中文"}
FORMS = {ENGLISH: ("one", "other"), "de": ("one", "other"), "zh-CN": ("other",)}


def read_words(language: str) -> dict[str, str]:
    """Return every text of a language by its id; the forms of a plural are the id's last part."""
    words: dict[str, str] = {}
    folder = resources.path("i18n")
    for file in (folder / f"{language}.toml", *sorted((folder / language).glob("*.toml"))):
        with file.open("rb") as opened:
            for key, text in _flat("", tomllib.load(opened)):
                if key in words:
                    reason = f"{file.name}: {key} is there twice"
                    raise ValueError(reason)
                words[key] = text
    return words


def language_for(wanted: str) -> str:
    """Return the language that ships for a BCP 47 tag or a locale's name, English for others."""
    parts = wanted.replace("_", "-").split("-")
    if parts[0] == "zh":  # those who read traditional characters mostly rather read English
        return ENGLISH if {"Hant", "TW", "HK", "MO"} & set(parts) else "zh-CN"
    return parts[0] if parts[0] in LANGUAGES else ENGLISH


def form_of(language: str, count: int) -> str:
    """Return the form of a plural that `count` takes in a language."""
    return "one" if count == 1 and "one" in FORMS[language] else "other"


def _flat(prefix: str, table: dict[str, object]) -> Iterator[tuple[str, str]]:
    for name, value in table.items():
        if isinstance(value, dict):
            yield from _flat(f"{prefix}{name}.", value)
        else:
            yield f"{prefix}{name}", str(value)
