"""The page a mail program makes of a message, narrowed to the room there is."""

from collections.abc import Iterator

from PySide6.QtCore import QUrl
from PySide6.QtGui import QColor, QImage, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser

from composer.document.used.boxes import REFERENCE_WIDTH
from composer.gui.editor.bridge.positions import to_utf16
from composer.gui.theme.fonts import STRONG
from composer.gui.theme.theme import Theme
from composer.library.approval import Images

_OBJECT = "\ufffc"
_STAND_IN = 160, 90  # px of a picture that lies elsewhere


class SamplePage(QTextBrowser):
    """Shows pictures of the template's folder; opens no link and fetches nothing.

    Pictures keep their share of the width.
    """

    def __init__(self, theme: Theme, images: Images) -> None:
        super().__init__()
        self._theme = theme
        self._images = images
        self._widths: list[tuple[int, float]] = []
        self.setOpenLinks(False)
        # Bold as HTML has it is a weight that the typeface lacks: Qt would smear another one.
        bold = f"b, strong, th, h1, h2, h3, h4, h5, h6 {{ font-weight: {int(STRONG)} }}"
        self.document().setDefaultStyleSheet(bold)
        self.setUndoRedoEnabled(False)

    def show_page(self, html: str) -> None:
        """Show a message whose images have their width in px."""
        self._widths = []
        self.document().clear()  # with the pictures of the message before
        self.setHtml(html)
        self._widths = list(self._found())
        self._fit()

    def change_page(self, html: str) -> None:
        """Show what became of the message in view, from where it became another."""
        before, place = self.toPlainText(), self.verticalScrollBar().value()
        self.show_page(html)
        self.verticalScrollBar().setValue(place)
        text = self.toPlainText()
        cursor = self.textCursor()
        cursor.setPosition(to_utf16(text, alike(before, text)))
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return None
        source = name if isinstance(name, str) else name.toString()
        image = QImage.fromData(self._images(source) or b"")
        return self._stand_in() if image.isNull() else image

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _found(self) -> Iterator[tuple[int, float]]:
        """Yield where each image is, and its width; their own where the message gives none."""
        found = self.document().find(_OBJECT)
        while not found.isNull():
            if found.charFormat().isImageFormat():
                image = found.charFormat().toImageFormat()
                yield found.selectionStart(), image.width() or self._own_width(image.name())
            found = self.document().find(_OBJECT, found)

    def _own_width(self, name: str) -> float:
        kind = int(QTextDocument.ResourceType.ImageResource.value)
        image = self.document().resource(kind, QUrl(name))
        return float(image.width()) if isinstance(image, QImage) else float(_STAND_IN[0])

    def _fit(self) -> None:
        room = self.viewport().width() - 2 * self.document().documentMargin()
        scale = min(1.0, room / REFERENCE_WIDTH)
        for position, width in self._widths:
            cursor = QTextCursor(self.document())
            cursor.setPosition(position)
            cursor.movePosition(cursor.MoveOperation.NextCharacter, cursor.MoveMode.KeepAnchor)
            style = cursor.charFormat().toImageFormat()
            style.setWidth(max(1.0, min(room, width * scale)))
            cursor.setCharFormat(style)

    def _stand_in(self) -> QImage:
        image = QImage(*_STAND_IN, QImage.Format.Format_RGB32)
        image.fill(QColor(self._theme.colours.line))
        return image


def alike(one: str, other: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))
