"""What the speller learns, brought to the thread that paints."""

from PySide6.QtCore import QObject, Signal

from composer.language.spelling.process import ProcessSpeller


class SpellingNews(QObject):
    """Says in the GUI thread that the speller knows more.

    Signals:
        learned: answers may have changed.
    """

    learned = Signal()

    def __init__(self, speller: ProcessSpeller, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._speller = speller
        self._heard = self.learned.emit
        speller.listen(self._heard)

    def stop(self) -> None:
        """Hear no more of it."""
        self._speller.forget(self._heard)
