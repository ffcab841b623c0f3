"""Long changes made in parts, so that the window answers between them."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QTimer

from composer.document import Document
from composer.gui.editor.bridge.parting import in_parts
from composer.gui.editor.document_edit import DocumentEdit
from composer.gui.editor.undo import UndoLog
from composer.gui.source.source_edit import SourceEdit

PART = 30_000  # characters changed at a time
_HANDS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.InputMethod,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Drop,
        QEvent.Type.Close,
    }
)

Showing = DocumentEdit | SourceEdit
Part = tuple[Showing, Document]
"""Who shows which document next."""


class Gradual(QObject):
    """Makes a change that reaches far in parts, which are one step of `undo_log`.

    Nobody gets in between: before the next key or click arrives, the rest is made at once.
    """

    def __init__(self, undo_log: UndoLog, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._undo_log = undo_log
        self._parts: list[Part] = []
        self._shown: dict[Showing, Document] = {}
        self._watched: set[QObject] = set()
        self._step = ExitStack()
        self._then: Callable[[], object] = lambda: None
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._go_on)

    def make(self, changes: Iterable[tuple[Showing, Document]], then: Callable[[], object]) -> None:
        """Have each editor show its document, at once where that is short; then do the rest."""
        self.finish()
        self._shown = {}
        self._parts = [part for editor, document in changes for part in _parts(editor, document)]
        self._then = then
        self._step.enter_context(self._undo_log.together())
        self._watched = {it for editor, _ in self._parts for it in _ways_in(editor)}
        for each in self._watched:
            each.installEventFilter(self)
        self._go_on()

    def finish(self) -> None:
        """Make what is left at once."""
        while self._parts:
            self._go_on()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _HANDS:
            self.finish()
        return False

    def _go_on(self) -> None:
        if self._parts:
            editor, document = self._parts.pop(0)
            now = editor.document_value()
            if self._shown.get(editor, now) == now:  # else another file was opened in it
                editor.replace_document(document)
                self._shown[editor] = editor.document_value()
        if self._parts:
            self._next.start()
            return
        self._next.stop()
        for each in self._watched:
            each.removeEventFilter(self)
        self._watched = set()
        self._step.close()
        self._then()


def _parts(editor: Showing, document: Document) -> Iterator[Part]:
    if isinstance(editor, SourceEdit):
        yield editor, document
        return
    for blocks in in_parts(editor.document_value().blocks, document.blocks, PART):
        yield editor, replace(document, blocks=blocks)


def _ways_in(editor: Showing) -> Iterator[QObject]:
    """What keys and clicks come to first: the window on screen, or the editor itself."""
    yield editor
    yield editor.viewport()
    window = editor.window().windowHandle()
    if window is not None:
        yield window
