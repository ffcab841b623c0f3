"""What a chip stands for, while the pointer rests on it."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import QEvent, QObject, QPoint, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from composer.gui.widgets.popup_delegate import PopupItem
from composer.gui.words.text import tr_
from composer.gui.writing.chip_places import Editor, chip_under


class ChipTips(QObject):
    """Shows meaning and example of the placeholders in `editors`; findings have their cards."""

    def __init__(
        self,
        editors: Iterable[Editor],
        items: Callable[[], Mapping[str, PopupItem]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._editors = {editor.viewport(): editor for editor in editors}
        self._items = items
        for viewport in self._editors:
            viewport.installEventFilter(self)

    def tip(self, editor: Editor, point: QPoint) -> tuple[str, QRect]:
        """Return what to say at a point of the viewport, and the chip's place; or nothing."""
        chip = chip_under(editor, point)
        return (self._words(chip.name), chip.place) if chip is not None else ("", QRect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, QHelpEvent) or event.type() != QEvent.Type.ToolTip:
            return False
        viewport = next((each for each in self._editors if each is watched), None)
        if viewport is None:
            return False
        words, place = self.tip(self._editors[viewport], event.pos())
        if words:
            QToolTip.showText(event.globalPos(), words, viewport, place)
        else:
            QToolTip.hideText()
        return True

    def _words(self, name: str) -> str:
        item = self._items().get(name)
        if item is None:
            return tr_("placeholders.unknown", name=name)
        return "\n".join(part for part in (item.label, item.sentence, item.example) if part)
