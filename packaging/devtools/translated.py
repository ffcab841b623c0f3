"""Which English the translations were made from, so that a change of wording is not overlooked.

Once the tables say again what English says, `python3 packaging/dev.py words` notes it.
"""

import hashlib
from pathlib import Path

from devtools.sentences import english_sentences

_FILE = Path(__file__).resolve().parents[2] / "tests" / "words" / "translated.txt"
_DIGITS = 8


def changed() -> dict[str, str]:
    """Return the English that the translations have not followed yet, by id."""
    noted = dict(line.split() for line in _FILE.read_text(encoding="utf-8").splitlines())
    return {key: text for key, text in english_sentences().items() if noted.get(key) != _mark(text)}


def note() -> None:
    """Note that the translations say what English says now."""
    lines = [f"{key} {_mark(text)}" for key, text in sorted(english_sentences().items())]
    _FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _mark(text: str) -> str:
    words = " ".join(text.split())
    return hashlib.sha256(words.encode()).hexdigest()[:_DIGITS]


if __name__ == "__main__":
    note()
