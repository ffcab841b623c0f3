"""Bytes to text, for text whose encoding is declared wrongly or not at all."""

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
OLD_WINDOWS = "cp1252"
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_META_WITHIN = 1024  # HTML Standard, section 13.2.3.2
# The encodings browsers know (Encoding Standard, section 4.2), as Python calls them. Python knows
# others that are no encodings of text, or make what is no text: "hex", "unicode_escape".
_KNOWN = re.compile(
    r"utf-8|cp(?:125\d|866|874|932|949)|iso8859-\d+|koi8-[ru]|mac-(?:roman|cyrillic)"
    r"|gb(?:2312|k|18030)|big5(?:hkscs)?|euc_(?:jp|kr)|shift_jis|iso2022_jp"
)
# What browsers take some of them for.
_MEANT = {"ascii": OLD_WINDOWS, "iso8859-1": OLD_WINDOWS, "shift_jis": "cp932"}
_MEANT |= {"gb2312": "gb18030", "gbk": "gb18030"}
# The five bytes that Windows-1252 leaves open are control characters to browsers.
_OLD_WINDOWS_TABLE = "".join(
    char if (char := bytes([code]).decode(OLD_WINDOWS, "ignore")) else chr(code)
    for code in range(256)
)


def decode(data: bytes, charset: str | None = None) -> str:
    """Return `data` as text, without its byte-order mark.

    Tried in this order: the byte-order mark, UTF-8, `charset` as declared outside, the charset of
    an HTML ``<meta>``, Windows-1252. UTF-8 comes first because text in another encoding is hardly
    ever valid UTF-8, and declarations are often wrong. A UTF-16 or ISO-2022-JP declaration is
    believed, as such bytes can pass for UTF-8.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    declared = charset.strip().lower() if charset else ""
    wide = declared if declared in {"utf-16", "utf-16le", "utf-16be"} else ""
    named = known_encoding(declared)
    first = wide or (named if named == "iso2022_jp" else "")
    for encoding in (first, "utf-8", named, meta_encoding(data)):
        if encoding and (text := decoded_as(data, encoding)) is not None:
            return text
    return decode_old_windows(data)


def meta_encoding(data: bytes) -> str:
    """Return the encoding that an HTML ``<meta>`` in `data` names, "" where none is known."""
    named = _META.search(data[:_META_WITHIN])
    return known_encoding(named[1].decode("ascii", "replace")) if named else ""


def known_encoding(label: str) -> str:
    """Return Python's name of the encoding that browsers understand by `label`, "" if none.

    Without UTF-16, which neither a ``<meta>`` that could be read nor ASCII around it can be in.
    """
    try:
        name = codecs.lookup(label).name
    except (LookupError, ValueError):
        return ""
    name = _MEANT.get(name, name)
    return name if _KNOWN.fullmatch(name) else ""


def decoded_as(data: bytes, encoding: str) -> str | None:
    """Return `data` as text in `encoding`, None where it is not valid in it."""
    try:
        return decode_old_windows(data) if encoding == OLD_WINDOWS else data.decode(encoding)
    except UnicodeError:
        return None


def decode_old_windows(data: bytes) -> str:
    """Return `data` as Windows-1252, in which to browsers all bytes are valid."""
    return codecs.charmap_decode(data, "strict", _OLD_WINDOWS_TABLE)[0]


def encode_old_windows(text: str) -> bytes:
    """Return `text` as Windows-1252; references stand for what it cannot hold."""
    table = codecs.charmap_build(_OLD_WINDOWS_TABLE)
    return codecs.charmap_encode(text, "xmlcharrefreplace", table)[0]
