"""Bytes to text, for files whose encoding is declared wrongly or not at all."""

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
# What browsers take these names for (Encoding Standard, section 4.2).
_MEANT = {"ascii": "cp1252", "us-ascii": "cp1252", "latin-1": "cp1252", "latin1": "cp1252"}
_MEANT |= {"iso-8859-1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932"}


def decode(data: bytes, charset: str | None = None) -> str:
    """Return `data` as text, without its byte-order mark.

    Tried in this order: the byte-order mark, UTF-8, `charset` as declared outside, the charset of
    an HTML ``<meta>``, Windows-1252. UTF-8 comes first because text in another encoding is hardly
    ever valid UTF-8, and declarations are often wrong. A UTF-16 or ISO-2022-JP declaration is
    believed, as such bytes can pass for UTF-8.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    names = [charset.strip().lower()] if charset else []
    if (meta := _META.search(data[:4096])) is not None:
        names.append(meta[1].decode("ascii", "replace").lower())
    believed = [name for name in names[:1] if name.startswith(("utf-16", "iso-2022"))]
    for name in (*believed, "utf-8", *names):
        text = _decoded(data, _MEANT.get(name, name))
        if text is not None:
            return text
    return data.decode("cp1252", "replace")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeError):
        return None
