"""The starter templates: a set in each of several languages, put into a library on demand."""

import re
from pathlib import Path

from composer import resources
from composer.library.errors import LibraryError, reason
from composer.library.files import write_bytes
from composer.phrase import Phrase

ENGLISH = "en"
_DEMO = "try-me"
_SUFFIX = ".html"
DEMO = f"{_DEMO}{_SUFFIX}"
_LANGUAGE = re.compile(r"""<html[^>]*\slang=["']?([A-Za-z]+)""")
_HEAD = 1_000  # characters: the language is said at the beginning


def starter_languages() -> tuple[str, ...]:
    """Return the languages there are starters in, by their shortest tags."""
    return tuple(sorted(each.name for each in resources.path("starters").iterdir()))


def starters_language(wanted: str) -> str:
    """Return which of them suits a BCP 47 tag or a locale's name: English where none does."""
    primary = wanted.replace("_", "-").partition("-")[0].lower()
    return primary if primary in starter_languages() else ENGLISH


def demo_in(folder: Path, language: str = ENGLISH) -> Path:
    """Return where the starter to try the app on is, or would be, in one of the languages."""
    return _place(folder, resources.path("starters") / starters_language(language) / DEMO)


def is_demo(path: str) -> bool:
    """Whether a file is the starter to try the app on, in any language."""
    stem, _, language = Path(path).name.removesuffix(_SUFFIX).partition(_DEMO)
    return not stem and (not language or language.removeprefix("-") in starter_languages())


def copy_starters(folder: Path, language: str = ENGLISH) -> tuple[Path, ...]:
    """Put the starters in `language` (BCP 47) into `folder`, made if missing; return the new ones.

    No file is replaced: where another language's starter has the name, that of the language is
    added to it. They are in English where there are none in `language`.

    Raises:
        LibraryError: where the system refuses.
    """
    made = []
    try:
        folder.mkdir(parents=True, exist_ok=True)
        sources = resources.path("starters") / starters_language(language)
        for source in sorted(sources.glob(f"*{_SUFFIX}")):
            place = _place(folder, source)
            if not place.exists():
                write_bytes(place, source.read_bytes())
                made.append(place)
    except OSError as error:
        raise LibraryError(
            Phrase(
                "The folder “{name}” could not be made: {reason}.",
                name=folder.name,
                reason=reason(error),
            )
        ) from error
    return tuple(made)


def _place(folder: Path, source: Path) -> Path:
    """Where a starter goes: under its own name, unless another language's has that."""
    place, language = folder / source.name, source.parent.name
    if place.is_file() and _language_of(place) not in ("", language):
        return place.with_name(f"{source.stem}-{language}{_SUFFIX}")
    return place


def _language_of(path: Path) -> str:
    """The language a file says it is in, nothing where it says none."""
    try:
        with path.open(encoding="utf-8", errors="replace") as file:
            said = _LANGUAGE.search(file.read(_HEAD))
    except OSError:
        return ""
    return said.group(1).lower() if said else ""
