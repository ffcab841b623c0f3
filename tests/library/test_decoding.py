import pytest

from composer.document.errors import DocumentError
from composer.library.decoding import MAX_BYTES, decode


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_mark_decides(encoding: str) -> None:
    """A byte-order mark names the encoding, is no part of the text, and is written back."""
    data = "Grüße 注文".encode(encoding)

    decoded = decode(data)

    assert (decoded.text, decoded.note) == ("Grüße 注文", "")
    assert decoded.encode(decoded.text) == data


@pytest.mark.parametrize(
    ("data", "html", "encoding"),
    [
        ("Grüße".encode(), False, "utf-8"),
        (b'<meta charset="iso-8859-1">' + "Grüße".encode(), True, "utf-8"),
        ('<meta charset="windows-1250">ąę'.encode("cp1250"), True, "cp1250"),
        ('<meta charset="latin1">“ü”'.encode("cp1252"), True, "cp1252"),
        ('<meta charset="no-such">ü'.encode("cp1252"), True, "cp1252"),
        ('<meta charset="utf-16">ü'.encode("cp1252"), True, "cp1252"),
        ('<meta charset="hex">ü'.encode("cp1252"), True, "cp1252"),
        ('<meta charset="undefined">ü'.encode("cp1252"), True, "cp1252"),
        ('<meta charset="raw_unicode_escape">ü \\ud800'.encode("cp1252"), True, "cp1252"),
        ('<meta charset="utf-7">ü'.encode("cp1252"), True, "cp1252"),
        (b'<meta charset="latin1">\x81\x8d\xfc', True, "cp1252"),
    ],
)
def test_encodings_in_the_order_of_trust(data: bytes, html: bool, encoding: str) -> None:
    """UTF-8 where it is valid, then what the file says, then Windows-1252."""
    decoded = decode(data, html=html)

    assert decoded.encoding == encoding
    assert decoded.encode(decoded.text) == data


def test_every_byte_is_written_back() -> None:
    """Bytes that no encoding explains leave as they came."""
    data = bytes(range(1, 256))

    decoded = decode(data)

    assert decoded.encode(decoded.text) == data


def test_guess_is_told() -> None:
    """Bytes in no known encoding are read, with a note."""
    decoded = decode("für".encode("cp1252"))

    assert (decoded.text, decoded.note) == ("für", "not UTF-8; read as Windows-1252")


def test_what_an_encoding_cannot_hold_becomes_a_reference() -> None:
    """New characters in an old file survive."""
    decoded = decode("für".encode("cp1252"), html=True)

    assert decoded.encode("für 注") == b"f\xfcr &#27880;"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"GIF89a\0\1", "not a text file"),
        (b"x" * (MAX_BYTES + 1), "larger than 5 MB"),
        (b"\xff\xfea", "not valid"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, message: str) -> None:
    """Binary, huge and broken files are refused with one sentence."""
    with pytest.raises(DocumentError, match=message):
        decode(data)
