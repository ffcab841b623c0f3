"""The caret and the preview stay together."""

from PySide6.QtCore import QObject, QTimer

from composer.gui.editors import Editors
from composer.gui.preview.pane import PreviewPane


class ReadingAlong(QObject):
    """Puts the caret where the preview is clicked, and keeps its paragraph in view there.

    The preview scrolls only after the caret moved, so that a message can be read on while the
    caret rests.
    """

    def __init__(self, pane: PreviewPane, editors: Editors) -> None:
        super().__init__(pane)
        self._pane = pane
        self._editors = editors
        self._moved = False
        # The caret moves within an edit, too, while the text is neither the old one nor the new.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        for editor in (editors.words, editors.source):
            editor.cursorPositionChanged.connect(self._on_moved)
        pane.rendered.connect(self._follow)
        pane.place_pressed.connect(self._go)

    def _on_moved(self) -> None:
        self._moved = self._editors.body.hasFocus()
        self._soon.start()

    def _follow(self) -> None:
        message, editor = self._pane.message, self._editors.body
        if not self._moved or message is None or message.source is None:
            return
        source = message.source
        if not self._pane.up_to_date or self._editors.behind:
            return
        if source.original is not editor.document_value():
            return  # a newer message is on its way, and then it is shown
        self._moved = False
        caret = editor.caret()
        block = source.original.block_index(caret)
        offset = source.filled_place(block, caret - source.original.starts[block])
        self._pane.reveal(block, offset)

    def _go(self, block: int, offset: int) -> None:
        message, editor = self._pane.message, self._editors.body
        if message is None or message.source is None:
            return
        original = message.source.original
        if block >= len(original.blocks):
            return
        start, _ = message.source.original_place(block, offset)
        editor.select(min(original.starts[block] + start, len(editor.document_value().text)))
        if editor.isVisible():
            editor.setFocus()
