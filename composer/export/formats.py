"""What an export writes: one function for each format, all from the same document."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from urllib.parse import quote

from composer.document import Image
from composer.document.html.writer import write_html
from composer.document.text import write_text
from composer.export.email_draft import Picture, write_draft
from composer.library.names import picture_names
from composer.library.pictures import is_local, picture_sources, with_sources
from composer.library.template_file import write_subject
from composer.template import Template

ImageReader = Callable[[str], bytes | None]


class Format(StrEnum):
    """The formats; the value is the file name's ending."""

    HTML = "html"
    TEXT = "txt"
    EML = "eml"


@dataclass(frozen=True, slots=True)
class Exported:
    """The content of one export: `data` is what a file holds, `text` the same to look at.

    `pictures` travel along: inside an email, beside an HTML file. `hosted` names those that have
    to be uploaded somewhere before buyers can see them; `left_out` counts those that the format
    cannot show at all. `moved` gives the source of a picture in the template by the one that names
    it here.
    """

    format: Format
    text: str
    data: bytes
    pictures: tuple[Picture, ...] = ()
    hosted: tuple[str, ...] = ()
    left_out: int = 0
    moved: Mapping[str, str] = field(default_factory=dict, hash=False)


def render(
    template: Template,
    kind: Format,
    read_image: ImageReader,
    direction: str | None = None,
    folder: str = "",
) -> Exported:
    """Return `template` in one format; nothing is checked here.

    `direction` is ``rtl`` for languages that run so. `folder` is where the pictures of an HTML file
    go, beside it; without one their sources stay. The same template gives the same bytes.
    """
    if kind is Format.TEXT:
        text = as_text(template)
        left_out = sum(isinstance(inline, Image) for _, _, inline in template.body.runs())
        return Exported(kind, text, text.encode("utf-8"), left_out=left_out)
    local = tuple(it for it in picture_sources(template.body) if is_local(it))
    found = ((source, read_image(source)) for source in local)
    pictures = tuple(Picture(source, data) for source, data in found if data is not None)
    if kind is Format.HTML:
        placed = _placed(pictures, folder) if folder else {}
        text = as_html(replace(template, body=with_sources(template.body, placed)), direction)
        pictures = tuple(Picture(placed.get(it.source, it.source), it.data) for it in pictures)
        hosted = tuple(placed.get(it, it) for it in local)
        moved = {new: old for old, new in placed.items()}
        return Exported(kind, text, text.encode("utf-8"), pictures, hosted, moved=moved)
    inside = tuple(it for it in pictures if it.type is not None)
    named = {it.source: f"cid:{name}" for name, it in numbered(inside)}
    html = as_html(replace(template, body=with_sources(template.body, named)), direction)
    text = write_text(template.body, described=True)
    data = write_draft(as_subject(template), text, html, numbered(inside))
    left = tuple(source for source in local if source not in named)
    return Exported(kind, data.decode("utf-8", "replace"), data, inside, left)


def as_html(template: Template, direction: str | None = None) -> str:
    """Return the clean HTML document that is sent: subject as title, no notes of ours."""
    subject = as_subject(template)
    return write_html(template.body, lang=template.language, dir=direction, title=subject)


def as_text(template: Template) -> str:
    """Return the plain text of the body, as the contact form takes it: without pictures."""
    return write_text(template.body)


def as_subject(template: Template) -> str:
    """Return the subject on one line, without control characters."""
    line = " ".join(write_subject(template.subject).split())
    return "".join(char for char in line if unicodedata.category(char) != "Cc")


def _placed(pictures: tuple[Picture, ...], folder: str) -> dict[str, str]:
    """Return the source of each picture once it lies in `folder`, by the one it has now."""
    names = picture_names({it.source: it.data for it in pictures})
    return {source: f"{quote(folder)}/{quote(name)}" for source, name in names.items()}


def numbered(pictures: tuple[Picture, ...]) -> tuple[tuple[str, Picture], ...]:
    """Return the pictures of an email with the Content-ID of each."""
    return tuple((f"image{number}", it) for number, it in enumerate(pictures, 1))
