"""Where the app keeps what it remembers, and what it remembers by name."""

from pathlib import Path

from platformdirs import user_data_path, user_documents_path
from PySide6.QtCore import QLocale, QSettings

from composer.gui.words.wordbook import ENGLISH, SYSTEM

APP = "Permitted"
MOST_REASONS = 5


class Preferences:
    """What is remembered between two starts; `store` is given by the caller.

    `system` is the system's locale, another one for a test.
    """

    def __init__(self, store: QSettings, system: QLocale | None = None) -> None:
        self.store = store
        self._system = system or QLocale.system()

    @property
    def library(self) -> Path:
        """The library folder used last, or the default one in the user's documents."""
        value = self.store.value("library")
        return Path(str(value)) if value else user_documents_path() / APP

    @library.setter
    def library(self, folder: Path) -> None:
        self.store.setValue("library", str(folder))

    @property
    def open_key(self) -> str:
        """The template open last, by its key."""
        return str(self.store.value("open", ""))

    @open_key.setter
    def open_key(self, key: str) -> None:
        self.store.setValue("open", key)

    @property
    def reasons(self) -> tuple[str, ...]:
        """The reasons given last for setting findings aside, the latest first."""
        value = self.store.value("reasons", [])
        return tuple(map(str, value)) if isinstance(value, list) else (str(value),)

    def add_reason(self, reason: str) -> None:
        """Remember a reason given."""
        others = [each for each in self.reasons if each != reason]
        self.store.setValue("reasons", [reason, *others][:MOST_REASONS])

    @property
    def interface_language(self) -> str:
        """The language of the interface by its tag, or `SYSTEM`."""
        return str(self.store.value("language", SYSTEM))

    @interface_language.setter
    def interface_language(self, tag: str) -> None:
        self.store.setValue("language", tag)

    @property
    def language_read(self) -> str:
        """The language the seller reads: that chosen for the interface, or the system's."""
        chosen = self.interface_language
        return self._system.uiLanguages()[0] if chosen == SYSTEM else chosen

    @property
    def locales(self) -> tuple[str, ...]:
        """What tells where the seller sells: the interface's language, then the system's locale.

        English is read in too many countries, by choice too, to tell anything.
        """
        chosen = self.interface_language.partition("-")[0]
        system = self._system.name()
        return (system,) if chosen in (SYSTEM, ENGLISH) else (chosen, system)

    @property
    def sold_last(self) -> tuple[str, str]:
        """Store and language of the template changed last, "" where there was none."""
        return str(self.store.value("new/store", "")), str(self.store.value("new/language", ""))

    @sold_last.setter
    def sold_last(self, used: tuple[str, str]) -> None:
        for name, value in zip(("new/store", "new/language"), used, strict=True):
            self.store.setValue(name, value)

    @property
    def channel_last(self) -> str:
        """The channel chosen last, "" where none ever was."""
        return str(self.store.value("new/channel", ""))

    @channel_last.setter
    def channel_last(self, channel: str) -> None:
        self.store.setValue("new/channel", channel)

    def export_choice(self, channel: str) -> str:
        """Return the format exported last for a channel, "" where there was none."""
        return str(self.store.value(f"export/{channel}", ""))

    def set_export_choice(self, channel: str, choice: str) -> None:
        """Remember the format exported last for a channel."""
        self.store.setValue(f"export/{channel}", choice)

    def folder(self, purpose: str, default: Path) -> Path:
        """Return the folder used last for a purpose, as long as it is there; `default` at first."""
        value = str(self.store.value(f"folder/{purpose}", ""))
        known = (Path(value) if value else default, default)
        return next((each for each in known if each.is_dir()), Path.home())

    def set_folder(self, purpose: str, folder: Path) -> None:
        """Remember the folder used for a purpose."""
        self.store.setValue(f"folder/{purpose}", str(folder))

    def seen(self, hint: str) -> bool:
        """Whether the user closed a hint for good."""
        return bool(self.store.value(f"seen/{hint}", False, type=bool))

    def set_seen(self, hint: str) -> None:
        """Never show a hint again."""
        self.store.setValue(f"seen/{hint}", True)


def history_file() -> Path:
    """Return the database for history and recovery in the user's data folder."""
    return Path(user_data_path(APP, appauthor=False)) / "history.sqlite"
