"""A glow on the line of the caret, for a moment: this is where it went."""

from PySide6.QtCore import QObject, QRect, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QPlainTextEdit, QStyle, QTextEdit, QWidget

_DURATION = 800  # ms
_STRENGTH = 0.16
_EDGE = 3


class LineGlow(QObject):
    """Tints the line of the caret of an editor and fades; it only goes where nothing may move."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._band: _Band | None = None
        self._fade = QVariantAnimation(self)
        self._fade.setDuration(_DURATION)
        self._fade.setStartValue(_STRENGTH)
        self._fade.valueChanged.connect(self._tint)
        self._fade.finished.connect(self.end)

    @property
    def rect(self) -> QRect:
        """Where it glows, in the viewport; empty where it does not."""
        return self._band.geometry() if self._band and self._band.isVisible() else QRect()

    def show_on(self, editor: QTextEdit | QPlainTextEdit) -> None:
        """Let the line of the caret of `editor` glow."""
        self.end()
        line = editor.cursorRect()
        viewport = editor.viewport()
        self._band = _Band(viewport, editor.palette().color(QPalette.ColorRole.Highlight))
        self._band.setGeometry(0, line.y() - _EDGE, viewport.width(), line.height() + 2 * _EDGE)
        self._band.tint(_STRENGTH)
        self._band.show()
        editor.verticalScrollBar().valueChanged.connect(self.end)
        for moved in (editor.textChanged, editor.verticalScrollBar().valueChanged):
            moved.connect(self._band.hide)
        moves = editor.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        self._fade.setEndValue(0.0 if moves else _STRENGTH)
        self._fade.start()

    def end(self) -> None:
        """Glow no more."""
        band, self._band = self._band, None
        if band is not None:
            self._fade.stop()
            band.hide()
            band.deleteLater()

    def _tint(self, strength: float) -> None:
        if self._band is not None:
            self._band.tint(strength)


class _Band(QWidget):
    """A tint over a line, which nothing but the eye meets."""

    def __init__(self, viewport: QWidget, color: QColor) -> None:
        super().__init__(viewport)
        self._color = color
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def tint(self, strength: float) -> None:
        """Be as strong as this, 1.0 being opaque."""
        self._color.setAlphaF(strength)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), self._color)
