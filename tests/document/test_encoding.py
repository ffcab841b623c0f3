"""Bytes of unknown or wrongly declared encoding."""

import pytest

from composer.document.encoding import decode


@pytest.mark.parametrize(
    ("data", "charset", "text"),
    [
        (b"\xef\xbb\xbfGr\xc3\xbc\xc3\x9fe", None, "Grüße"),
        ("Grüße".encode(), "iso-8859-1", "Grüße"),
        ("Grüße “x”".encode("cp1252"), "iso-8859-1", "Grüße “x”"),
        ("Grüße".encode("cp1252"), "us-ascii", "Grüße"),
        ("注文".encode("iso-2022-jp"), "iso-2022-jp", "注文"),
        ("注文の".encode("cp932"), "shift_jis", "注文の"),
        (b'<meta charset="windows-1250">' + "Zażółć".encode("cp1250"), None, None),
        ("Ab".encode("utf-16"), None, "Ab"),
        ("é".encode("latin-1"), "no-such-charset", "é"),
    ],
)
def test_the_likeliest_encoding_is_found(
    data: bytes, charset: str | None, text: str | None
) -> None:
    """A mark, valid UTF-8, the declaration, a meta element and Windows-1252 are tried in turn."""
    decoded = decode(data, charset)
    assert decoded == text if text is not None else decoded.endswith("Zażółć")


def test_no_bytes_are_refused() -> None:
    """Bytes that fit nowhere are replaced, not raised about."""
    assert decode(b"a\x81\xffb", "utf-8").startswith("a")
