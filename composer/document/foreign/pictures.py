"""Pictures in pasted HTML: those inside it are taken out, those elsewhere may be left behind."""

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from composer.document.inline import Image, Inline
from composer.document.model import Document

_INSIDE = re.compile(
    r"""(\bsrc\s*=\s*["']?)data:image/(png|jpe?g|gif|webp|bmp);base64,([A-Za-z0-9+/=%\s]+)""",
    re.IGNORECASE,
)
_NAME = "picture-inside-{number}.{kind}"
_WEB = re.compile(r"\s*(?:https?:)?//", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """HTML without the bytes of pictures, and the pictures by the name they have in it."""

    html: str
    pictures: dict[str, bytes]


def unpacked(html: str) -> Unpacked:
    """Take the pictures that are written into `html` out of it: they make it many times longer."""
    pictures: dict[str, bytes] = {}

    def take(match: re.Match[str]) -> str:
        text = re.sub(r"\s+", "", match[3].replace("%2B", "+").replace("%2F", "/"))
        try:
            data = base64.b64decode(text.replace("%3D", "="), validate=True)
        except binascii.Error:
            return match[1]
        name = _NAME.format(number=len(pictures) + 1, kind=match[2].lower())
        pictures[name] = data
        return match[1] + name

    return Unpacked(_INSIDE.sub(take, html) if "base64" in html else html, pictures)


def is_on_the_web(source: str) -> bool:
    """Whether a picture is where every reader finds it, rather than on somebody's computer."""
    return _WEB.match(source) is not None


def with_sources(document: Document, where: Callable[[str], str | None]) -> tuple[Document, int]:
    """Return `document` with the ``src`` that `where` gives for each picture's.

    Pictures that it gives none for are left out, and counted. It is asked once about each ``src``.
    """
    asked: dict[str, str | None] = {}
    left_out = 0

    def placed(inline: Inline) -> Inline | None:
        nonlocal left_out
        if not isinstance(inline, Image):
            return inline
        if inline.src not in asked:
            asked[inline.src] = where(inline.src)
        source = asked[inline.src]
        left_out += source is None
        return None if source is None else replace(inline, src=source)

    blocks = tuple(
        replace(block, inlines=tuple(filter(None, map(placed, block.inlines))))
        if any(isinstance(inline, Image) for inline in block.inlines)
        else block
        for block in document.blocks
    )
    return replace(document, blocks=blocks), left_out
