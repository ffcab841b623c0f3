"""Bytes to text and back: UTF-8, the encoding a file names, or what old Windows tools wrote."""

import codecs
import re
from dataclasses import dataclass

from composer.document.errors import DocumentError

MAX_BYTES = 5_000_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_META_WITHIN = 1024  # HTML Standard, section 13.2.3.2
_OLD_WINDOWS = "cp1252"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file without its byte-order mark, and the encoding it was read in."""

    text: str
    encoding: str
    mark: bytes = b""
    note: str = ""

    def encode(self, text: str) -> bytes:
        """Return `text` as the file would hold it; references stand for what cannot be held."""
        return self.mark + text.encode(self.encoding, "xmlcharrefreplace")


def decode(data: bytes, *, html: bool = False) -> Decoded:
    """Decode a file; `html` looks for a charset in a ``<meta>`` as well.

    Raises:
        DocumentError: for a file over the bound, or one that is not text.
    """
    if len(data) > MAX_BYTES:
        raise DocumentError(too_large())
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data.removeprefix(mark), encoding, mark)
    if b"\0" in data:
        raise DocumentError("not a text file")
    named = _META.search(data[:_META_WITHIN]) if html else None
    # UTF-8 before what the file says: other bytes are hardly ever valid in it, labels often wrong
    for encoding in ("utf-8", _known(named[1]) if named else ""):
        if encoding and (text := _decoded(data, encoding)) is not None:
            return Decoded(text, encoding)
    note = "not UTF-8; read as Windows-1252"
    return Decoded(data.decode(_OLD_WINDOWS, "replace"), _OLD_WINDOWS, note=note)


def too_large() -> str:
    """Return what to say of a file over the bound."""
    return f"larger than {MAX_BYTES // 1_000_000} MB; a message is a few thousand characters"


def _strict(data: bytes, encoding: str, mark: bytes) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, mark)
    except UnicodeDecodeError as error:
        raise DocumentError(f"begins as {encoding.upper()} but is not valid in it") from error


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _known(name: bytes) -> str:
    """Return Python's name of a charset label, as browsers understand it, "" if unknown."""
    try:
        found = codecs.lookup(name.decode("ascii", "replace")).name
    except LookupError:
        return ""
    if found.startswith(("utf-16", "utf-32")):
        return ""  # a meta that could be read is not in either (section 13.2.3.2)
    return _OLD_WINDOWS if found in {"iso8859-1", "ascii"} else found
