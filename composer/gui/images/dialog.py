"""Asks what an image shows, and how wide it is to be."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from composer.gui.widgets.dialog_foot import cancel_button, dialog_foot, fit_height
from composer.gui.widgets.style import button, label, nested
from composer.gui.words.text import tr_

_WIDTH = 460
_SHOWN = QSize(_WIDTH - 40, 120)
_LEAST, _PAGE = 5, 10


@dataclass(frozen=True, slots=True)
class ImageAnswer:
    """What is known of an image.

    `alt` is empty for decoration and None while nobody said. `percent` is its width in percent of
    the message's, None where it stays as it is.
    """

    alt: str | None = None
    percent: int | None = None


class ImageDialog(QDialog):
    """Shows a picture and passes an `ImageAnswer` to `take`; Cancel passes nothing.

    OK waits for words, or for the tick that there is nothing to say.
    """

    def __init__(
        self,
        title: str,
        picture: bytes | None,
        known: ImageAnswer,
        most: int,
        take: Callable[[ImageAnswer], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._take = take
        self._percent = known.percent
        self.setWindowTitle(title)
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words = QLineEdit(known.alt or "")
        self._words.setAccessibleName(tr_("image.label"))
        self._decoration = QCheckBox(tr_("image.decoration"))
        self._decoration.setChecked(known.alt == "")
        self._width = QSlider(Qt.Orientation.Horizontal)
        self._told = label("", "text")
        self._ok = button(tr_("dialog.ok"), "primary")
        self._ok.setDefault(True)
        self._set_widths(most)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._fill(nested(layout, QVBoxLayout()), picture, most)
        layout.addWidget(self._foot())
        self._connect()
        self._judge()

    def _set_widths(self, most: int) -> None:
        self._width.setRange(_LEAST, most)
        self._width.setValue(min(most, max(_LEAST, self._percent or most)))
        self._width.setPageStep(_PAGE)
        self._width.setAccessibleName(tr_("image.width"))
        self._told.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._told.setFixedWidth(
            self._told.fontMetrics().horizontalAdvance(tr_("image.width_now", share=1.0)) + 2
        )
        self._tell()

    def _fill(self, body: QVBoxLayout, picture: bytes | None, most: int) -> None:
        body.setContentsMargins(20, 18, 20, 18)
        body.setSpacing(8)
        shown = _thumbnail(picture)
        if shown is not None:
            body.addWidget(shown)
            body.addSpacing(4)
        caption = label(tr_("image.label"), "text", wrap=True)
        caption.setBuddy(self._words)
        body.addWidget(caption)
        body.addWidget(self._words)
        body.addWidget(label(tr_("image.hint"), "small", wrap=True))
        body.addWidget(self._decoration)
        body.addSpacing(8)
        row = nested(body, QHBoxLayout())
        row.setSpacing(10)
        width = label(tr_("image.width"), "text")
        width.setBuddy(self._width)
        row.addWidget(width)
        row.addWidget(self._width, 1)
        row.addWidget(self._told)
        body.addWidget(label(tr_("image.width_hint", most=most / 100), "small"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _foot(self) -> QWidget:
        return dialog_foot(cancel_button(self), self._ok)

    def _connect(self) -> None:
        self._ok.clicked.connect(self.accept)
        self._words.textChanged.connect(self._judge)
        self._decoration.toggled.connect(self._judge)
        self._width.valueChanged.connect(self._set_percent)
        self.accepted.connect(lambda: self._take(self._answer()))

    def _set_percent(self, percent: int) -> None:
        self._percent = percent
        self._tell()

    def _tell(self) -> None:
        self._told.setText(tr_("image.width_now", share=self._width.value() / 100))

    def _answer(self) -> ImageAnswer:
        alt = "" if self._decoration.isChecked() else self._words.text().strip()
        return ImageAnswer(alt, self._percent)

    def _judge(self) -> None:
        decoration = self._decoration.isChecked()
        self._words.setEnabled(not decoration)
        self._ok.setEnabled(decoration or bool(self._words.text().strip()))


def _thumbnail(picture: bytes | None) -> QLabel | None:
    image = QImage.fromData(picture) if picture else QImage()
    if image.isNull():
        return None
    if image.width() > _SHOWN.width() or image.height() > _SHOWN.height():
        keep, smooth = (
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        image = image.scaled(_SHOWN, keep, smooth)
    shown = QLabel()
    shown.setPixmap(QPixmap.fromImage(image))
    shown.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return shown
