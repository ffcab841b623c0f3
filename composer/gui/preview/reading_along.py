"""The caret and the preview stay together."""

from PySide6.QtCore import QObject, QTimer

from composer.document import Block, Image, Placeholder
from composer.gui.editor.line_glow import LineGlow
from composer.gui.preview.pane import PreviewPane
from composer.gui.writing.editors import Editors

REST = 100  # ms without a move of the caret before the preview follows it


class ReadingAlong(QObject):
    """Puts the caret where the preview is clicked, and keeps its paragraph in view there.

    A click on a picture or on the value of a placeholder selects that in the editor, and `glow`
    shows where. The preview scrolls only after the caret moved, so that a message can be read on
    while the caret rests.
    """

    def __init__(self, pane: PreviewPane, editors: Editors) -> None:
        super().__init__(pane)
        self._pane = pane
        self._editors = editors
        self._moved = False
        self.glow = LineGlow(self)
        # The caret moves within an edit, too, while the text is neither the old one nor the new;
        # and at each key, which must not wait for this.
        self._soon = QTimer(self, singleShot=True, interval=REST)
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

    def _go(self, block: int, offset: int, hit: int) -> None:
        message, editor = self._pane.message, self._editors.body
        if message is None or message.source is None:
            return
        original = message.source.original
        if block >= len(original.blocks):
            return
        place = message.source.original_place(block, hit) if hit >= 0 else (0, 0)
        if not _is_object(original.blocks[block], place):
            start, _ = message.source.original_place(block, offset)
            place = start, start
        first, most = original.starts[block], len(editor.document_value().text)
        editor.select(min(first + place[0], most), min(first + place[1], most))
        if editor.isVisible():
            editor.setFocus()
            self.glow.show_on(editor)


def _is_object(block: Block, place: tuple[int, int]) -> bool:
    """Whether a placeholder or an image stands at a place, which is selected as a whole."""
    return any(
        (start, end) == place and isinstance(inline, Placeholder | Image)
        for start, end, inline in block.runs()
    )
