"""Words being composed come first: what else is done finishes them before it begins."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from composer.gui.editor.composition import Composition

_STARTS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.Shortcut, QEvent.Type.Drop})


class Composing(QObject):
    """Finishes compositions when a button is pressed, a command given, or something dropped.

    It looks at events only while something is being composed.
    """

    def __init__(self, compositions: Iterable[Composition], parent: QObject) -> None:
        super().__init__(parent)
        self._compositions = tuple(compositions)
        for composition in self._compositions:
            composition.changed.connect(self._watch)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _STARTS:
            for composition in self._compositions:
                composition.finish()
        return False

    def _watch(self, active: bool) -> None:
        app = QApplication.instance()
        if app is not None and active:
            app.installEventFilter(self)
        elif app is not None:
            app.removeEventFilter(self)
