"""Choosing the language of the interface."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from composer.gui.settings import Preferences
from composer.gui.text import tr_


class LanguageChoice(QObject):
    """Keeps what is chosen in the menu for the next start, and says so.

    Words that are on screen already stay as they are: to change them under somebody's hands would
    cost the undo history and the place in the text.

    Signals:
        told: a sentence on what happened.
    """

    told = Signal(str)

    def __init__(
        self, actions: Mapping[str, QAction], preferences: Preferences, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        for tag, action in actions.items():
            action.setChecked(tag == preferences.interface_language)
            action.triggered.connect(lambda _checked=False, chosen=tag: self._choose(chosen))

    def _choose(self, tag: str) -> None:
        self._preferences.interface_language = tag
        self.told.emit(tr_("notice.language_later"))
