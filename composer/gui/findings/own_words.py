"""What the seller said is fine for the whole library: remembered, listed and taken back."""

from collections.abc import Callable
from pathlib import Path, PurePosixPath

from PySide6.QtCore import QObject, Signal

from composer.gui.library.words_dialog import Entry, OwnWordsDialog
from composer.gui.template.workspace import Workspace
from composer.gui.words.saying import problem
from composer.gui.words.text import tr_
from composer.library.settings import SettingsError, entries, forget, remember


class OwnWords(QObject):
    """Changes the lists in the library's settings.

    Signals:
        changed: the library's settings differ.
        remembered: a sentence on what is remembered now; what undoes it.
        said: what the dialog says, for screen readers.
        failed: a sentence on why the settings cannot be read or written.
    """

    changed = Signal()
    remembered = Signal(str, object)
    said = Signal(str)
    failed = Signal(str)

    def __init__(self, workspace: Workspace, dialog: OwnWordsDialog) -> None:
        super().__init__(dialog)
        self._workspace = workspace
        self._dialog = dialog
        self._removed: tuple[Path, Entry] | None = None
        dialog.remove_requested.connect(self._remove)
        dialog.said.connect(self.said)
        dialog.undo_requested.connect(self._restore)
        self.changed.connect(self._refresh)

    def open(self) -> None:
        """List what is remembered."""
        if self._list():
            self._dialog.clear_message()
            self._dialog.show()
            self._dialog.raise_()
            self._dialog.activateWindow()

    def remember(self, entry: Entry) -> None:
        """Add to a list of the settings, and offer to take that back."""
        folder = self._workspace.library.folder
        if self._change(remember, folder, entry):
            sentence = tr_(f"remember.done_{entry[0]}", entry=_shown(entry))
            self.remembered.emit(sentence, lambda: self._change(forget, folder, entry))

    def _remove(self, entry: Entry) -> None:
        folder = self._workspace.library.folder
        if self._change(forget, folder, entry):
            self._removed = folder, entry
            self._dialog.say_removed(tr_("own_words.removed", entry=_shown(entry)))

    def _restore(self) -> None:
        if self._removed is not None and self._change(remember, *self._removed):
            self._dialog.select(self._removed[1])

    def _change(
        self, change: Callable[[Path, str, str], object], folder: Path, entry: Entry
    ) -> bool:
        try:
            change(folder, *entry)
        except SettingsError as error:
            self._fail(error)
            return False
        self.changed.emit()
        return True

    def _refresh(self) -> None:
        if self._dialog.isVisible():
            self._list()

    def _list(self) -> bool:
        try:
            self._dialog.show_entries(entries(self._workspace.library.folder))
        except SettingsError as error:
            self._fail(error)
            return False
        return True

    def _fail(self, error: SettingsError) -> None:
        self.failed.emit(tr_("notice.bad_settings", reason=problem(error)))


def _shown(entry: Entry) -> str:
    """An entry as one would say it: of a picture its file, of a placeholder all of it."""
    key, value = entry
    if key == "pictures":
        return PurePosixPath(value.partition("?")[0]).name or value
    return f"{{{{{value}}}}}" if key == "placeholders" else value
