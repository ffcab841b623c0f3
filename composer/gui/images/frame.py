"""What is drawn around a selected image: a frame, a grip, and the width while it is dragged."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from composer.gui.editor.document_edit import DocumentEdit
from composer.gui.words.text import tr_

_GRIP = 14
_LINE = 2
_PAD = 4


class Frame(QWidget):
    """A line around an image, and its width in words while it is dragged.

    The mouse goes through to the text.
    """

    def __init__(self, editor: DocumentEdit) -> None:
        super().__init__(editor.viewport())
        self._editor = editor
        self._box = QRect()
        self.told = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_around(self, rect: QRect) -> None:
        """Frame `rect` of the viewport."""
        self._place(rect, "")

    def show_drag(self, rect: QRect, share: float, *, most: bool) -> None:
        """Frame `rect`, and say how wide it is."""
        key = "image.width_most" if most else "image.width_now"
        self._place(rect, tr_(key, share=share))

    def end_drag(self) -> None:
        """Say no width any more."""
        self.told = ""
        self.update()

    def _place(self, rect: QRect, told: str) -> None:
        self.told = told
        self._box = rect
        self.setGeometry(rect.united(self._label_box()).adjusted(-_LINE, -_LINE, _LINE, _LINE))
        self.show()
        self.raise_()
        self.update()

    def _label_box(self) -> QRect:
        if not self.told:
            return QRect()
        metrics = self.fontMetrics()
        size = QSize(metrics.horizontalAdvance(self.told) + 4 * _PAD, metrics.height() + 2 * _PAD)
        return QRect(self._box.topLeft() + QPoint(2 * _PAD, 2 * _PAD), size)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._editor.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.pos())
        painter.setPen(QPen(QColor(colours.link), _LINE))
        if self.told:
            veil = QColor(colours.paper)
            veil.setAlphaF(0.6)
            painter.setBrush(veil)
        painter.drawRect(QRectF(self._box).adjusted(0, 0, -1, -1))
        if not self.told:
            return
        box = self._label_box()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.chip))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(colours.chip_text))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.told)


class Grip(QWidget):
    """The corner that is dragged."""

    def __init__(self, editor: DocumentEdit) -> None:
        super().__init__(editor.viewport())
        self._editor = editor
        self.setFixedSize(_GRIP, _GRIP)
        self.setAccessibleName(tr_("image.grip"))
        self.setToolTip(tr_("image.grip_tip"))
        self.hide()

    def show_at(self, rect: QRect, leftwards: bool) -> None:
        """Stand at the lower corner of `rect` towards which the image grows."""
        corner = rect.bottomLeft() if leftwards else rect.bottomRight()
        shape = Qt.CursorShape.SizeBDiagCursor if leftwards else Qt.CursorShape.SizeFDiagCursor
        self.setCursor(shape)
        self.move(corner - QPoint(_GRIP // 2, _GRIP // 2))
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = self._editor.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.paper), _LINE))
        painter.setBrush(QColor(colours.link))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
