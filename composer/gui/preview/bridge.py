"""What the shell page tells the app, through a channel of its isolated world."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWebChannel import QWebChannel
from PySide6.QtWebEngineCore import QWebEnginePage

from composer.gui.preview.engine import ISOLATED


class Bridge(QObject):
    """Takes calls from `shell.js`; scripts of a message run nowhere, so no other can call.

    Signals:
        widened: the seller drew the edge of the desktop sheet to this width, CSS px.
        pressed: the seller clicked into the message: which block, how many characters into it the
            caret goes, and where in it the character or image clicked is, -1 where there is none.
        copied: the seller copies from the message with this serial: block and offset of where the
            words begin, and of where they end.
        subject_copied: the same for its subject: serial, start and end.
    """

    widened = Signal(int)
    pressed = Signal(int, int, int)
    copied = Signal(int, int, int, int, int)
    subject_copied = Signal(int, int, int)

    def __init__(self, page: QWebEnginePage) -> None:
        super().__init__(page)
        channel = QWebChannel(page)
        channel.registerObject("preview", self)
        page.setWebChannel(channel, ISOLATED)

    @Slot(int)
    def widen(self, width: int) -> None:
        """Pass on a width."""
        self.widened.emit(width)

    @Slot(int, int, int)
    def press(self, block: int, offset: int, hit: int) -> None:
        """Pass on a place."""
        self.pressed.emit(block, offset, hit)

    @Slot(int, int, int, int, int)
    def copy(self, serial: int, block: int, offset: int, last: int, end: int) -> None:
        """Pass on what is copied."""
        self.copied.emit(serial, block, offset, last, end)

    @Slot(int, int, int)
    def copySubject(self, serial: int, start: int, end: int) -> None:
        """Pass on what of the subject is copied."""
        self.subject_copied.emit(serial, start, end)
