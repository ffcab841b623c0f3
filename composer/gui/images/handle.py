"""The handle of a selected image: drag it to make the image wider or narrower."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from composer.gui.editor.image_places import (
    ImagePlace,
    image_rect,
    image_under,
    selected_image,
)
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.objects import message_width
from composer.gui.images.frame import Frame, Grip

LEAST = 0.05
_RETURN = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ImageHandle(QObject):
    """Selects an image by a click, frames it, and lets its width be dragged up to `most`.

    Widths are fractions of the message's.

    Signals:
        opened: more about an image is asked for, by a double click or Return (`ImagePlace`).
        resized: the handle was let go at another width (`ImagePlace`, width).
    """

    opened = Signal(object)
    resized = Signal(object, float)

    def __init__(self, editor: MessageEditor, most: float) -> None:
        super().__init__(editor)
        self._editor = editor
        self._most = most
        self._place: ImagePlace | None = None
        self._from = QPoint()
        self._before = QRect()
        self._share: float | None = None
        self._frame = Frame(editor)
        self._grip = Grip(editor)
        self._grip.installEventFilter(self)
        # Qt lays a changed text out after it told of the change.
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._follow)
        for moved in (
            editor.selectionChanged,
            editor.changed,
            editor.verticalScrollBar().valueChanged,
            editor.laid_out,
        ):
            moved.connect(self._later.start)
        editor.installEventFilter(self)
        editor.viewport().installEventFilter(self)

    @property
    def grip(self) -> Grip:
        """What is dragged; hidden while no image is selected."""
        return self._grip

    @property
    def told(self) -> str:
        """The width as said while dragging."""
        return self._frame.told

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._later.start()
        elif isinstance(event, QMouseEvent) and watched is self._grip:
            return self._dragged(event)
        elif isinstance(event, QMouseEvent) and watched is self._editor.viewport():
            return self._clicked(event)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return watched is self._editor and self._pressed(event)
        return False

    def _follow(self) -> None:
        """Frame the image that is selected now."""
        self._stop()
        self._place = selected_image(self._editor)
        if self._place is None:
            self._frame.hide()
            self._grip.hide()
            return
        rect = image_rect(self._editor, self._place.position)
        self._frame.show_around(rect)
        self._grip.show_at(rect, self._leftwards)

    @property
    def _leftwards(self) -> bool:
        """Whether images grow to the left, as in text that is read from the right."""
        cursor = self._editor.textCursor()
        return cursor.block().textDirection() == Qt.LayoutDirection.RightToLeft

    # Mouse and keys on the text

    def _clicked(self, event: QMouseEvent) -> bool:
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        if event.button() != Qt.MouseButton.LeftButton or not plain:
            return False
        place = image_under(self._editor, event.position().toPoint())
        if place is None:
            return False
        if event.type() == QEvent.Type.MouseButtonDblClick:
            self.opened.emit(place)
            return True
        selected = selected_image(self._editor)
        already = selected is not None and selected.position == place.position
        if event.type() == QEvent.Type.MouseButtonPress and not already:
            self._select(place)
            return True
        if event.type() == QEvent.Type.MouseButtonRelease and already:
            # Qt takes the selection away where it was clicked and not dragged.
            QTimer.singleShot(0, self, lambda: self._select(place))
        return False

    def _select(self, place: ImagePlace) -> None:
        self._editor.setFocus(Qt.FocusReason.MouseFocusReason)
        self._editor.select(place.position, place.position + 1)

    def _pressed(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape and self._share is not None:
            self._later.start()
            self._stop()
            return True
        place = selected_image(self._editor)
        if place is None or event.key() not in _RETURN or event.modifiers():
            return False
        self.opened.emit(place)
        return True

    # Dragging

    def _dragged(self, event: QMouseEvent) -> bool:
        at = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress and self._place is not None:
            self._from = at
            self._before = image_rect(self._editor, self._place.position)
            self._share = self._before.width() / message_width(self._editor.document())
        elif event.type() == QEvent.Type.MouseMove and self._share is not None:
            self._drag(at.x() - self._from.x())
        elif event.type() == QEvent.Type.MouseButtonRelease and self._share is not None:
            place, share, moved = self._place, self._share, at != self._from
            self._stop()
            if place is not None and moved:
                self.resized.emit(place, share)
            self._later.start()
        else:
            return False
        return True

    def _drag(self, by: int) -> None:
        whole = message_width(self._editor.document())
        width = self._before.width() + (-by if self._leftwards else by)
        self._share = max(LEAST, min(self._most, round(100 * width / whole) / 100))
        size = self._before.size() * (self._share * whole / self._before.width())
        rect = QRect(self._before.topLeft(), size)
        if self._leftwards:
            rect.moveRight(self._before.right())
        self._frame.show_drag(rect, self._share, most=self._share >= self._most)
        self._grip.show_at(rect, self._leftwards)

    def _stop(self) -> None:
        self._share = None
        self._frame.end_drag()
