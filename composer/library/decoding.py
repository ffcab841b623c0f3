"""Bytes to text and back: UTF-8, the encoding a file names, or what old Windows tools wrote."""

from dataclasses import dataclass

from composer.document.encoding import (
    MARKS,
    OLD_WINDOWS,
    decode_old_windows,
    decoded_as,
    encode_old_windows,
    meta_encoding,
)
from composer.document.errors import DocumentError
from composer.phrase import Phrase

MAX_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file without its byte-order mark, and the encoding it was read in."""

    text: str
    encoding: str
    mark: bytes = b""
    note: str = ""

    def encode(self, text: str) -> bytes:
        """Return `text` as the file would hold it; references stand for what cannot be held."""
        if self.encoding == OLD_WINDOWS:
            return self.mark + encode_old_windows(text)
        return self.mark + text.encode(self.encoding, "xmlcharrefreplace")


def decode(data: bytes, *, html: bool = False) -> Decoded:
    """Decode a file; `html` looks for a charset in a ``<meta>`` as well.

    Raises:
        DocumentError: for a file over the bound, or one that is not text.
    """
    if len(data) > MAX_BYTES:
        raise DocumentError(too_large())
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return _strict(data.removeprefix(mark), encoding, mark)
    if b"\0" in data:
        raise DocumentError(Phrase("not a text file"))
    # UTF-8 before what the file says: other bytes are hardly ever valid in it, labels often wrong
    for encoding in ("utf-8", meta_encoding(data) if html else ""):
        if encoding and (text := decoded_as(data, encoding)) is not None:
            return Decoded(text, encoding)
    note = "not UTF-8; read as Windows-1252"
    return Decoded(decode_old_windows(data), OLD_WINDOWS, note=note)


def too_large() -> Phrase:
    """Return what to say of a file over the bound."""
    return Phrase(
        "larger than {most} MB; a message is a few thousand characters",
        most=MAX_BYTES // 1_000_000,
    )


def _strict(data: bytes, encoding: str, mark: bytes) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, mark)
    except UnicodeDecodeError as error:
        raise DocumentError(
            Phrase("begins as {encoding} but is not valid in it", encoding=encoding.upper())
        ) from error
