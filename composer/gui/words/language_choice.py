"""Choosing the language of the interface."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from composer.gui.settings import Preferences
from composer.gui.theme.marks import Mark
from composer.gui.window.notices import Notices
from composer.gui.words.wordbook import language_for, read_words

_LATER = "language later"


class LanguageChoice(QObject):
    """Keeps what is chosen in the menu for the next start, and offers to `restart` now.

    Words that are on screen already stay as they are: to change them under somebody's hands would
    cost the undo history and the place in the text. The offer is made in the language chosen, which
    whoever chose it reads.
    """

    def __init__(
        self,
        actions: Mapping[str, QAction],
        preferences: Preferences,
        notices: Notices,
        restart: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._notices = notices
        self._restart = restart
        self._spoken = language_for(preferences.language_read)
        for tag, action in actions.items():
            action.setChecked(tag == preferences.interface_language)
            action.triggered.connect(lambda _checked=False, chosen=tag: self._choose(chosen))

    def _choose(self, tag: str) -> None:
        self._preferences.interface_language = tag
        language = language_for(self._preferences.language_read)
        if language == self._spoken:
            self._notices.withdraw(_LATER)
            return
        words = read_words(language)
        answers = {words["notice.restart"]: self._restart}
        self._notices.ask(_LATER, words["notice.language_later"], answers, Mark.DRAFT)
