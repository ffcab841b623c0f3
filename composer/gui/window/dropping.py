"""Files dropped on the window, beside the text and the library that take some themselves."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from composer.gui.library.importing import SUFFIXES


class Dropping(QObject):
    """Takes messages that are dropped where nobody else takes them.

    Signals:
        dropped: the paths of message files and folders, a tuple of `Path`.
    """

    dropped = Signal(tuple)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDropEvent | QDragMoveEvent):
            paths = _messages(event.mimeData()) if event.source() is None else ()
            if paths:
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
            else:
                event.ignore()
            if paths and event.type() == QEvent.Type.Drop:
                self.dropped.emit(paths)
            return True
        return False


def _messages(data: QMimeData) -> tuple[Path, ...]:
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return tuple(path for path in paths if path.suffix.lower() in SUFFIXES or path.is_dir())
