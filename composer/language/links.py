"""Links and email addresses written out in plain text."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from composer.language.stems import Stems

try:
    from turbohtml.clean import LinkDetector
except ImportError:  # no wheel for this platform
    LinkDetector = None  # type: ignore[assignment, misc]

# A bare name counts as a host only with a top-level domain that is not also a file ending.
_FILE_ENDINGS = frozenset({"md", "py", "rs", "sh", "pl", "ps", "zip", "mov", "ai", "so", "cc"})
_SPACED = re.compile(
    r"(?<![\w.@-])(?:www\s*\.\s*)?[a-z0-9][a-z0-9-]{2,}\s+\.\s*(?:com|net|org|shop|store)\b"
    r"|(?<![\w.@-])(?:www\s*\.\s*)?[a-z0-9][a-z0-9-]{2,}\s*(?:\(dot\)|\[dot\]|\{dot\})\s*[a-z]{2,}\b",
    re.IGNORECASE,
)
_OTHER_SCHEME = re.compile(
    r"\b(?:hxxps?|javascript|vbscript|file)(?::|\[:\])/{0,3}[^\s<>\"]+", re.IGNORECASE
)
_WWW = re.compile(  # under any top level, or none known
    r"(?<![\w.@/-])www(?:\.[\w-]+){2,}(?::\d+)?(?:[/?#](?:[^\s<>\"'()]*[^\s<>\"'().,;:!?])?)?",
    re.IGNORECASE,
)
_APART = re.compile(r"\.(?<=\s.)")
_DOTS = Stems("dot)", "dot]", "dot}")
# No "i": the pattern, which ignores case, takes it with and without its dot.
_SCHEMES = Stems("hxxp", "avascr", "vbscr", "le:", "le[:]")
_GATE = re.compile(r"[.:@]\S|\s\.|dot[)\]}]", re.IGNORECASE)
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link as it stands in text; `url` has a scheme, "" where the text gives none."""

    start: int
    end: int
    url: str
    scheme: str


@lru_cache(maxsize=4096)
def find_links(text: str) -> tuple[WrittenLink, ...]:
    """Return the web addresses written in `text`, in order: with a scheme, ``www.``, bare hosts."""
    if not may_hold_link(text):
        return ()
    folded = folded_text(text)
    found = [*_detected(folded), *_disguised(folded)]
    found.sort(key=lambda link: (link.start, -link.end))
    return tuple(_apart(found))


def may_hold_link(text: str) -> bool:
    """Whether `text` has what no written address can do without; told without a closer look."""
    return _GATE.search(folded_text(text)) is not None


@lru_cache(maxsize=4096)
def folded_text(text: str) -> str:
    """Return `text` with full-width characters as plain ones, every position kept."""
    return text if text.isascii() else text.translate(_FOLDS)


class _Folds(dict[int, str]):
    """Characters and their plain forms (NFKC) of one character, filled as they come up."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = unicodedata.normalize("NFKC", char)
        self[code] = plain if len(plain) == 1 else char
        return self[code]


_FOLDS = _Folds()


def _detected(text: str) -> Iterator[WrittenLink]:
    for start, end, url, is_email in detect(text):
        if is_email:
            continue
        written = text[start:end]
        scheme = written.partition("://")[0].lower() if "://" in written else ""
        if scheme or _is_host(written):
            address = url if scheme else f"//{written}"
            yield WrittenLink(start, end, address, scheme)


def _is_host(written: str) -> bool:
    """Whether a name without a scheme is meant as an address, not two words or a file name."""
    host, slash, _ = written.partition("/")
    if host.lower().startswith("www."):
        return True
    name, _, top = host.rpartition(".")
    if top.lower() in _FILE_ENDINGS and not slash:
        return False
    # "at home.Come" is a missing space, not a host.
    if top[:1].isupper() and not top.isupper():
        return False
    return len(name.rpartition(".")[2]) >= 3 or bool(slash)


def _disguised(text: str) -> Iterator[WrittenLink]:
    lowered = text.lower()
    apart = _APART.search(text) or _DOTS.stand_in(lowered)
    for match in _SPACED.finditer(text) if apart else ():
        joined = re.sub(r"\s+|[(\[{]dot[)\]}]", _dot, match[0])
        yield WrittenLink(match.start(), match.end(), f"//{joined}", "")
    for match in _WWW.finditer(text) if "www." in lowered else ():
        yield WrittenLink(match.start(), match.end(), f"//{match[0]}", "")
    for match in _OTHER_SCHEME.finditer(text) if _SCHEMES.stand_in(lowered) else ():
        yield WrittenLink(match.start(), match.end(), match[0], match[0].partition(":")[0].lower())


def _dot(match: re.Match[str]) -> str:
    return "" if match[0].isspace() else "."


def _apart(links: list[WrittenLink]) -> Iterator[WrittenLink]:
    end = 0
    for link in links:
        if link.start >= end:
            end = link.end
            yield link


def detect(text: str) -> list[tuple[int, int, str, bool]]:
    """Return (start, end, url, is an email address) for what a link detector sees in `text`."""
    if _DETECTOR is not None:
        return [(s.start, s.end, s.url, s.is_email) for s in _DETECTOR.find(text)]
    matches = _linkify().match(text) or ()
    return [(m.index, m.last_index, m.url, m.schema == "mailto:") for m in matches]


_DETECTOR = LinkDetector(schemes=("sms",)) if LinkDetector is not None else None


@lru_cache(maxsize=1)
def _linkify() -> Any:
    from linkify_it import LinkifyIt  # noqa: PLC0415 - only where the fast detector has no wheel

    return LinkifyIt(options={"fuzzy_link": True, "fuzzy_email": True})
