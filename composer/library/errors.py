"""What can go wrong with files, said in one sentence for the seller."""

from pathlib import Path

from composer.phrase import Phrase


class LibraryError(Exception):
    """A file could not be used; the message names it and says what to do."""


class ChangedOnDiskError(LibraryError):
    """The file on disk is not the one that was read: changed, gone, or new where none was."""

    def __init__(self, path: Path, *, found: bool, expected: bool) -> None:
        name = path.name
        if not expected:
            told = Phrase("“{name}” exists already. Choose another name.", name=name)
        elif found:
            told = Phrase(
                "“{name}” was changed by another program. Save a copy, or open it again.", name=name
            )
        else:
            told = Phrase(
                "“{name}” was moved or deleted by another program. Save a copy.", name=name
            )
        super().__init__(told)


def reason(error: Exception) -> Phrase:
    """Return why something was refused, as half a sentence without its full stop."""
    told = error.strerror if isinstance(error, OSError) else next(iter(error.args), None)
    phrase = told if isinstance(told, Phrase) else None
    text = (phrase.template if phrase else str(told or error)).rstrip(".")
    return Phrase(text[:1].lower() + text[1:], **(phrase.values if phrase else {}))
