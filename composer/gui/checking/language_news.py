"""What speller and grammar learn, brought to the thread that paints."""

from PySide6.QtCore import QObject, Signal

from composer.language.grammar import BackgroundGrammar
from composer.language.spelling.process import ProcessSpeller


class LanguageNews(QObject):
    """Says in the GUI thread that the speller or the grammar knows more.

    Signals:
        learned: answers may have changed.
    """

    learned = Signal()

    def __init__(
        self, speller: ProcessSpeller, grammar: BackgroundGrammar, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sources = (speller, grammar)
        self._heard = self.learned.emit
        for source in self._sources:
            source.listen(self._heard)

    def stop(self) -> None:
        """Hear no more of them."""
        for source in self._sources:
            source.forget(self._heard)
