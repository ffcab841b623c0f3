"""The clipboard: documents go out as HTML, text and losslessly; anything comes in as a document."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from composer.document import (
    NO_MARKS,
    Block,
    Document,
    Image,
    Inline,
    LineBreak,
    Placeholder,
    Text,
)
from composer.document.errors import DocumentError
from composer.document.html.reader import read_html
from composer.document.html.writer import write_body, write_html
from composer.document.placeholders import PlaceholderTable
from composer.document.text import read_text, write_text
from composer.gui.editor.cleaning import cleaned, has_look
from composer.phrase import Phrase, sentence_of

OWN_FORMAT = "application/x-permitted-message"
MAX_HTML = 4_000_000
MAX_TEXT = 1_000_000
MAX_IMAGE_FILE = 20_000_000
_PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"}

StoreImage = Callable[[bytes, str], str | None]
TOO_LONG = Phrase("This is too long for a message, so it was not pasted.")


class PasteError(Exception):
    """What was pasted cannot be used; the message says why, for the user."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A piece to insert; `original` has the look that `piece` lost, None where it lost none."""

    piece: Document
    original: Document | None = None


def can_read(source: QMimeData) -> bool:
    """Whether `source` holds something to paste; files other than pictures are for the window."""
    if source.hasFormat(OWN_FORMAT):
        return True
    files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
    if files:
        return all(Path(file).suffix.lower() in _PICTURES for file in files)
    return source.hasHtml() or source.hasText() or source.hasImage()


def write_mime(piece: Document, language: str) -> QMimeData:
    """Return `piece` for other programs (HTML, plain text) and, with nothing lost, for this one."""
    data = QMimeData()
    data.setText(write_text(piece))
    data.setHtml(write_body(piece))
    data.setData(OWN_FORMAT, write_html(piece, lang=language).encode())
    return data


def read_mime(source: QMimeData, placeholders: PlaceholderTable, store_image: StoreImage) -> Pasted:
    """Return what `source` holds.

    Raises:
        PasteError: it is too large, or nothing that a message can hold.
    """
    try:
        if source.hasFormat(OWN_FORMAT):
            return Pasted(read_html(_own(source), placeholders).document)
        if images := _images(source, store_image):
            return Pasted(Document((Block(inlines=images),)))
        if source.hasHtml():
            return _from_html(source.html(), placeholders)
        if source.hasText():
            text = source.text()
            if len(text) > MAX_TEXT:
                raise PasteError(TOO_LONG)
            return Pasted(read_text(text, placeholders).document)
    except DocumentError as error:
        told = sentence_of(error)
        raise PasteError(Phrase("This could not be pasted: {reason}", reason=told)) from error
    raise PasteError(Phrase("A message cannot hold this."))


def _own(source: QMimeData) -> str:
    return bytes(source.data(OWN_FORMAT).data()).decode("utf-8", "replace")


def _from_html(html: str, placeholders: PlaceholderTable) -> Pasted:
    if len(html) > MAX_HTML:
        raise PasteError(TOO_LONG)
    original = read_html(html, placeholders).document
    return Pasted(cleaned(original), original if has_look(original) else None)


def _images(source: QMimeData, store_image: StoreImage) -> tuple[Image, ...]:
    files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    pictures = [file for file in files if file.suffix.lower() in _PICTURES]
    if pictures:
        return tuple(_stored(_file_bytes(file), file.name, store_image) for file in pictures)
    if source.hasImage() and not source.hasHtml():
        return (_stored(_png(source.imageData()), "image.png", store_image),)
    return ()


def _stored(data: bytes, name: str, store_image: StoreImage) -> Image:
    where = store_image(data, name)
    if where is None:
        raise PasteError(Phrase("Save the template first, then add images to it."))
    return Image(where)


def _file_bytes(file: Path) -> bytes:
    try:
        if file.stat().st_size > MAX_IMAGE_FILE:
            raise PasteError(Phrase("{name} is too large for a message.", name=file.name))
        return file.read_bytes()
    except OSError as error:
        raise PasteError(Phrase("{name} could not be read.", name=file.name)) from error


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def plain_line(piece: Document) -> Document:
    """Return the words and placeholders of `piece` on one line without marks, for a subject."""
    inlines: list[Inline] = []
    for index, block in enumerate(piece.blocks):
        if index:
            inlines.append(Text(" "))
        for inline in block.inlines:
            if isinstance(inline, Placeholder | Text):
                inlines.append(replace(inline, marks=NO_MARKS))
            elif isinstance(inline, LineBreak):
                inlines.append(Text(" "))
    return Document((Block(inlines=tuple(inlines)),))
