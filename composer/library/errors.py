"""What can go wrong with files, said in one sentence for the seller."""

from pathlib import Path


class LibraryError(Exception):
    """A file could not be used; the message names it and says what to do."""


class ChangedOnDiskError(LibraryError):
    """The file on disk is not the one that was read: changed, gone, or new where none was."""

    def __init__(self, path: Path, *, found: bool, expected: bool) -> None:
        if not expected:
            advice = "exists already. Choose another name."
        elif found:
            advice = "was changed by another program. Save a copy, or open it again."
        else:
            advice = "was moved or deleted by another program. Save a copy."
        super().__init__(f"“{path.name}” {advice}")


def reason(error: Exception) -> str:
    """Return why something was refused, as half a sentence without its full stop."""
    text = error.strerror if isinstance(error, OSError) else None
    text = (text or str(error)).rstrip(".")
    return text[:1].lower() + text[1:]
