"""Speaks through the screen reader what no widget on screen would have it say."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class Announcer(QObject):
    """Announces sentences for one window, each after what is being read out.

    Signals:
        announced: the sentence, as it goes out.
    """

    announced = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def say(self, sentence: str) -> None:
        """Announce `sentence`; an empty one says nothing."""
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._window, sentence))
            self.announced.emit(sentence)
