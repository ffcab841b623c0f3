"""The clipboard: documents go out as HTML, text and losslessly; anything comes in as a document."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData
from PySide6.QtGui import QImage, QImageWriter

from composer.document import (
    NO_MARKS,
    OBJECT,
    Block,
    Document,
    Image,
    Inline,
    LineBreak,
    Placeholder,
    Text,
)
from composer.document.errors import DocumentError
from composer.document.foreign import cleaned, from_word, has_look
from composer.document.foreign.pictures import is_on_the_web, unpacked, with_sources
from composer.document.html.reader import read_html
from composer.document.html.writer import write_body, write_html
from composer.document.placeholders import PlaceholderTable
from composer.document.text import read_text, write_text
from composer.gui.editor.pictures import (
    PictureError,
    first_width,
    is_picture,
    picture_size,
    read_picture,
)
from composer.library.errors import LibraryError
from composer.phrase import Phrase, sentence_of

OWN_FORMAT = "application/x-permitted-message"
MAX_HTML = 4_000_000
MAX_TEXT = 1_000_000

StoreImage = Callable[[bytes, str], str | None]
TOO_LONG = Phrase("This is too long for a message, so it was not pasted.")


class PasteError(Exception):
    """What was pasted cannot be used; the message says why, for the user, unless that is told."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """A piece to insert; `original` has the look that `piece` lost, None where it lost none.

    `left_out` counts the pictures that are only on the computer it comes from.
    """

    piece: Document
    original: Document | None = None
    left_out: int = 0


def can_read(source: QMimeData) -> bool:
    """Whether `source` holds something to paste; files other than pictures are for the window."""
    if source.hasFormat(OWN_FORMAT):
        return True
    files = [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
    if files:
        return all(is_picture(Path(file)) for file in files)
    return source.hasHtml() or source.hasText() or source.hasImage()


def write_mime(piece: Document, language: str) -> QMimeData:
    """Return `piece` for other programs (HTML, plain text) and, with nothing lost, for this one."""
    data = QMimeData()
    data.setText(write_text(piece, described=True))
    data.setHtml(write_body(piece))
    data.setData(OWN_FORMAT, write_html(piece, lang=language).encode())
    return data


def read_mime(source: QMimeData, placeholders: PlaceholderTable, store_image: StoreImage) -> Pasted:
    """Return what `source` holds.

    Raises:
        PasteError: it is too large, or nothing that a message can hold; without a word where it is
            nothing at all.
    """
    try:
        if source.hasFormat(OWN_FORMAT):
            return Pasted(read_html(_own(source), placeholders).document)
        if images := _images(source, store_image):
            return Pasted(Document((Block(inlines=images),)))
        if source.hasHtml():
            return _from_html(source.html(), placeholders, store_image)
        if source.hasText():
            text = source.text()
            if len(text) > MAX_TEXT:
                raise PasteError(TOO_LONG)
            return Pasted(read_text(text, placeholders).document)
    except (PictureError, LibraryError) as error:
        raise PasteError(sentence_of(error)) from error
    except DocumentError as error:
        told = sentence_of(error)
        raise PasteError(Phrase("This could not be pasted: {reason}", reason=told)) from error
    raise PasteError(Phrase("A message cannot hold this.") if source.formats() else "")


def _own(source: QMimeData) -> str:
    return bytes(source.data(OWN_FORMAT).data()).decode("utf-8", "replace")


def _from_html(html: str, placeholders: PlaceholderTable, store_image: StoreImage) -> Pasted:
    page = unpacked(html)
    if len(page.html) > MAX_HTML:
        raise PasteError(TOO_LONG)

    def where(source: str) -> str | None:
        # Files are never read because some HTML names them: it may name any.
        data = page.pictures.get(source)
        if data is None:
            return source if is_on_the_web(source) else None
        try:
            picture_size(data, source)
            return store_image(data, source)
        except (PictureError, LibraryError):
            return None

    read = from_word(read_html(page.html, placeholders).document)
    original, left_out = with_sources(read, where)
    return Pasted(cleaned(original), original if has_look(original) else None, left_out)


def _images(source: QMimeData, store_image: StoreImage) -> tuple[Image, ...]:
    files = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
    pictures = [file for file in files if is_picture(file)]
    if pictures:
        return tuple(_stored(read_picture(file), file.name, store_image) for file in pictures)
    copied = _copied_image(source) if source.hasImage() else None
    if copied is None:
        return ()
    stored = _stored(_png(source.imageData()), "image.png", store_image)
    return (replace(stored, alt=copied.alt),)


def _copied_image(source: QMimeData) -> Image | None:
    """The image that somebody copied alone, as browsers name it; None where there are words too."""
    if not source.hasHtml():
        return Image("")
    html = source.html()
    document = read_html(html).document if len(html) <= MAX_HTML else Document()
    found = [run for _, _, run in document.runs() if isinstance(run, Image)]
    return found[0] if document.text.strip() == OBJECT and len(found) == 1 else None


def _stored(data: bytes, name: str, store_image: StoreImage) -> Image:
    width = first_width(data, name)
    where = store_image(data, name)
    if where is None:
        raise PasteError("")  # why is told already
    return Image(where, width=width)


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
