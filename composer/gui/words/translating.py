"""The language of the interface: which one, and the translations behind it."""

from PySide6.QtCore import (
    QByteArray,
    QCoreApplication,
    QLibraryInfo,
    QLocale,
    QObject,
    QTranslator,
)

from composer.gui.words.text import CONTEXT
from composer.gui.words.wordbook import ENGLISH, SYSTEM, form_of, language_for, read_words

_Text = QByteArray | bytes | bytearray | memoryview | str


class TableTranslator(QTranslator):
    """Answers Qt from the table of one language."""

    def __init__(self, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._words = read_words(language)

    def translate(
        self,
        context: _Text,
        sourceText: _Text,
        disambiguation: _Text | None = None,
        n: int = -1,
    ) -> str | None:
        # An empty text would be shown; None lets Qt ask the next translator.
        if context != CONTEXT or not isinstance(sourceText, str):
            return None
        if found := self._words.get(sourceText):
            return found
        return self._words.get(f"{sourceText}.{form_of(self._language, n)}") if n >= 0 else None

    def isEmpty(self) -> bool:
        return False


def install_language(app: QCoreApplication, chosen: str) -> str:
    """Let `app` speak the language with the tag `chosen`, or the system's; return which it is.

    What Qt says itself (on standard buttons, in text fields' menus) comes from Qt's translations.
    """
    system = QLocale.system()
    language = language_for(system.uiLanguages()[0] if chosen == SYSTEM else chosen)
    if system.name().partition("_")[0] != language.partition("-")[0]:
        QLocale.setDefault(QLocale(language))
    if language == ENGLISH:
        return language
    own = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if own.load(QLocale(language), "qtbase", "_", folder):
        app.installTranslator(own)
    app.installTranslator(TableTranslator(language, app))
    return language
