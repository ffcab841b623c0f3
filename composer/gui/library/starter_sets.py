"""Choosing the language of starter templates to add."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu, QWidget

from composer.library.starters import starter_languages, starters_language
from composer.policy import Languages


class StarterSets(QObject):
    """A menu of the languages there are starters in, each by its own name, `read` first.

    Signals:
        chosen: the tag of one of them.
    """

    chosen = Signal(str)

    def __init__(self, languages: Languages, read: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._languages = languages
        self._own = starters_language(read)
        self.menu = QMenu(parent)
        self._add(self._own)
        self.menu.addSeparator()
        others = [tag for tag in starter_languages() if tag != self._own]
        for tag in sorted(others, key=lambda tag: self._name(tag).casefold()):
            self._add(tag)

    def choose_own(self) -> None:
        """Take those in the language the seller reads."""
        self.chosen.emit(self._own)

    def open(self) -> None:
        """Ask for a language where the pointer is."""
        self.menu.popup(QCursor.pos())

    def _add(self, tag: str) -> None:
        entry = self.menu.addAction(self._name(tag))
        entry.setObjectName(tag)
        entry.triggered.connect(lambda _checked=False: self.chosen.emit(tag))

    def _name(self, tag: str) -> str:
        language = self._languages.find(tag)
        return language.own_name if language else tag
