"""Draws what stands in the text as one character: placeholder chips, images, raw markup."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPen,
    QPyTextObject,
    QTextDocument,
    QTextFormat,
)

from composer.document import Block, Image, Placeholder
from composer.document.used import used_image
from composer.gui.editor.bridge.reading import frame_of
from composer.gui.editor.bridge.table import (
    OBJECT_SERIAL,
    OBJECT_VALUE,
    FormatTable,
    Frame,
    InlineObject,
)
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.pictures import MAX_PIXELS
from composer.gui.words.text import tr_, translation

ImageBytes = Callable[[str], bytes | None]
CHIP_PADDING = 5.0
CHIP_GAP = 0.5  # px outside: neighbouring chips do not touch, and no gap looks like a space
CHIP_RADIUS = 4.0
FRAME = 2.0  # px around a selected image
BOX = QSizeF(220, 56)  # an image that is not shown
MESSAGE_WIDTH = 600.0
REMEMBERED_SIZES = 10_000


def words_of(value: InlineObject) -> str:
    """Return what a chip says: ``order id``, ``HTML``, or an image's alternative text."""
    if isinstance(value, Placeholder):
        title = translation(f"policy.placeholder.{value.name}.title")
        return value.name.replace("_", " ") if title is None else title
    if isinstance(value, Image):
        return value.alt or tr_("image.chip")
    return "HTML"


def message_width(document: QTextDocument) -> float:
    """Return how many px on screen are the message's width, of which images take a share."""
    width = document.textWidth()
    return min(width, MESSAGE_WIDTH) if width > 0 else MESSAGE_WIDTH


class InlineObjects(QPyTextObject):
    """Sizes and draws the objects of one document.

    `image_bytes` gives the bytes of a local picture by its ``src``, or None; nothing is ever
    fetched.
    """

    def __init__(self, table: FormatTable, colours: EditorColours, image_bytes: ImageBytes) -> None:
        super().__init__()
        self.colours = colours
        self.image_bytes = image_bytes
        self.device_font = QFont()
        self._table = table
        self._images: dict[str, QImage | None] = {}
        self._sizes: dict[tuple[int, float], QSizeF] = {}
        self._drawn: list[tuple[int, QRectF, InlineObject, QFont]] = []

    def start_painting(self) -> None:
        """Forget which chips were drawn before."""
        self._drawn = []

    def draw_selected(self, painter: QPainter, start: int, end: int) -> None:
        """Draw what Qt laid the selection's veil over in this painting again.

        A chip swaps its colours, a picture keeps its own within a frame.
        """
        colours = self.colours
        for position, rect, value, font in self._drawn:
            if not start <= position < end:
                continue
            if isinstance(value, Image):
                self._draw_selected_image(painter, rect, value, font)
            else:
                self._draw_chip(painter, rect, value, font, colours.on_selected, colours.selected)

    def intrinsicSize(self, document: QTextDocument, position: int, style: QTextFormat) -> QSizeF:
        # Qt asks for every object of a paragraph several times at each key press. A serial stands
        # for one object in one font.
        key = (style.intProperty(OBJECT_SERIAL), document.textWidth())
        size = self._sizes.get(key)
        if size is None:
            if len(self._sizes) > REMEMBERED_SIZES:
                self._sizes.clear()
            size = self._sizes[key] = self._measured(document, position, style)
        return size

    def _measured(self, document: QTextDocument, position: int, style: QTextFormat) -> QSizeF:
        value = self._value(style)
        if isinstance(value, Image):
            return self._image_size(document, position, value)
        metrics = QFontMetricsF(self._font(document, style))
        width = metrics.horizontalAdvance(words_of(value)) if value else metrics.averageCharWidth()
        return QSizeF(width + 2 * (CHIP_PADDING + CHIP_GAP), metrics.height() + 1)

    def drawObject(
        self,
        painter: QPainter,
        rect: QRectF | QRect,
        document: QTextDocument,
        position: int,
        style: QTextFormat,
    ) -> None:
        rect = QRectF(rect)
        value = self._value(style)
        if value is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        font = self._font(document, style)
        if isinstance(value, Image):
            self._draw_image(painter, rect, value, font)
        else:
            plain, colours = not isinstance(value, Placeholder), self.colours
            fill, text = (
                (colours.paper, colours.muted) if plain else (colours.chip, colours.chip_text)
            )
            self._draw_chip(painter, rect, value, font, fill, text)
        self._drawn.append((position, painter.worldTransform().mapRect(rect), value, font))
        painter.restore()

    def _draw_image(self, painter: QPainter, rect: QRectF, value: Image, font: QFont) -> None:
        image = self._image(value.src)
        if image is not None:
            painter.drawImage(rect, image)
        else:
            self._draw_box(painter, rect, value, font)

    def _draw_selected_image(
        self, painter: QPainter, rect: QRectF, value: Image, font: QFont
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(rect, QColor(self.colours.paper))
        self._draw_image(painter, rect, value, font)
        inside = FRAME / 2
        painter.setPen(QPen(QColor(self.colours.link), FRAME))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(inside, inside, -inside, -inside))
        painter.restore()

    def _draw_chip(
        self,
        painter: QPainter,
        rect: QRectF,
        value: InlineObject,
        font: QFont,
        fill: str,
        text: str,
    ) -> None:
        plain = not isinstance(value, Placeholder)
        body = rect.adjusted(CHIP_GAP, 0, -CHIP_GAP, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.colours.line), 1) if plain else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(body, CHIP_RADIUS, CHIP_RADIUS)
        painter.setFont(font)
        painter.setPen(QColor(text))
        metrics = QFontMetricsF(font)
        baseline = rect.bottom() - metrics.descent()
        painter.drawText(
            QRectF(body.left(), baseline - metrics.ascent(), body.width(), metrics.height()),
            Qt.AlignmentFlag.AlignCenter,
            words_of(value),
        )

    def _draw_box(self, painter: QPainter, rect: QRectF, image: Image, font: QFont) -> None:
        inner = rect.adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(self.colours.line), 1))
        painter.setBrush(QColor(self.colours.chip))
        painter.drawRoundedRect(inner, CHIP_RADIUS, CHIP_RADIUS)
        painter.setFont(font)
        painter.setPen(QColor(self.colours.muted))
        words = QFontMetricsF(font).elidedText(
            words_of(image), Qt.TextElideMode.ElideRight, max(0.0, inner.width() - 12)
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, words)

    def _value(self, style: QTextFormat) -> InlineObject | None:
        return self._table.objects.value(style.intProperty(OBJECT_VALUE))

    def _font(self, document: QTextDocument, style: QTextFormat) -> QFont:
        font = style.toCharFormat().font().resolve(document.defaultFont())
        font.setUnderline(False)
        return font

    def _image_size(self, document: QTextDocument, position: int, image: Image) -> QSizeF:
        frame: Frame = frame_of(document.findBlock(position), self._table)
        block = Block(frame.tag, (), frame.style, frame.attributes, frame.path)
        measure = message_width(document)
        fraction = used_image(block, image).width
        picture = self._image(image.src)
        if picture is None:
            wanted = measure * fraction if fraction else BOX.width()
            return QSizeF(max(16.0, min(wanted, measure)), BOX.height())
        wanted = measure * fraction if fraction else float(picture.width())
        shown = max(1.0, min(wanted, measure))
        return QSizeF(shown, shown * picture.height() / picture.width())

    def _image(self, source: str) -> QImage | None:
        if source not in self._images:
            data = self.image_bytes(source)
            image = QImage.fromData(data) if data else QImage()
            sound = not image.isNull() and image.width() * image.height() <= MAX_PIXELS
            self._images[source] = image if sound else None
        return self._images[source]
