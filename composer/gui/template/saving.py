"""The open template and its file on disk, kept alike."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.gui.template.workspace import Workspace
from composer.gui.words.saying import problem
from composer.gui.words.text import tr_
from composer.library.errors import ChangedOnDiskError, LibraryError
from composer.library.files import StoredTemplate, current_digest, write_file
from composer.library.picture_file import add_picture
from composer.library.pictures import picture_sources
from composer.template import Template


class Saving(QObject):
    """Writes the open template to its file, and follows what other programs do to that.

    Signals:
        saved: the file holds what the editors hold.
        failed: a sentence for the user.
        conflict: another program changed the file under what the editors hold, or took it away.
    """

    saved = Signal()
    failed = Signal(str)
    conflict = Signal()

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._asked: str | None = ""  # the digest, None without a file, that was asked about last
        self._unrecorded = False
        workspace.leaving.connect(self._record_left)
        workspace.opened.connect(self._ask_anew)

    def save(self) -> bool:
        """Write the template to its file, a new one in the library if it has none."""
        stored = self._write() if self._is_readable() else None
        if stored is None:
            return False
        self._settle(stored)
        return True

    def save_along(self) -> None:
        """Write what changed to its file; the history takes only how it stands when it is left.

        Where another program changed the file that is asked, as whenever it is noticed. A new
        template without words gets no file.
        """
        workspace = self._workspace
        if workspace.stored is not None:
            if not self.check_disk():
                return
        elif not workspace.template.body.text.strip():
            return
        stored = self._write() if workspace.modified else None
        if stored is not None:
            workspace.settle(stored)
            self._unrecorded = True
            self.saved.emit()

    def save_as(self, path: Path) -> bool:
        """Write the template to another file, replacing it, and go on there."""
        if not self._is_readable():
            return False
        template = self._workspace.template
        try:
            digest = write_file(path, template, current_digest(path))
        except LibraryError as error:
            self.failed.emit(problem(error))
            return False
        self._settle(StoredTemplate(path, template, digest))
        return True

    def save_copy(self) -> bool:
        """Write the template, with its pictures, to a new file of the library and go on there."""
        if not self._is_readable():
            return False
        workspace, template = self._workspace, self._workspace.template
        found = {source: workspace.image(source) for source in picture_sources(template.body)}
        pictures = {source: data for source, data in found.items() if data is not None}
        try:
            stored = workspace.library.add(replace(template, id=""), pictures)
        except LibraryError as error:
            self.failed.emit(problem(error))
            return False
        workspace.journal.clear(workspace.key)
        workspace.take(stored.template, stored, str(stored.path))
        workspace.journal.record(workspace.key, "save", stored.template)
        self.saved.emit()
        return True

    def store_image(self, data: bytes, name: str) -> str | None:
        """Keep a picture beside the template and return its ``src``.

        A template without a file is saved first: pictures live in a folder named after it. None
        where that failed, which is told then.

        Raises:
            LibraryError: where it is no picture, over 5 MB, or the system refuses.
        """
        if self._workspace.path is None:
            self.save()
        path = self._workspace.path
        return add_picture(path, data, name) if path is not None else None

    def check_disk(self) -> bool:
        """Follow a change of the file by another program, or ask where that would lose words.

        False where there was one, or it was asked about before.
        """
        workspace = self._workspace
        if workspace.stored is None:
            return True
        try:
            found = current_digest(workspace.stored.path)
        except LibraryError:
            return self._asked == ""
        if found == workspace.stored.digest:
            self._asked = ""
            return True
        if not workspace.modified and found is not None:
            self.reopen()
        elif found != self._asked:
            self._asked = found
            workspace.touch()
            self.conflict.emit()
        return False

    def reopen(self) -> None:
        """Take the file as it is on disk in hand; what the editors hold stays in the history."""
        workspace = self._workspace
        if workspace.stored is None:
            return
        try:
            stored = workspace.library.open(workspace.stored.path)
        except LibraryError as error:
            self.failed.emit(problem(error))
            return
        if workspace.modified:
            workspace.checkpoint()
            workspace.journal.clear(workspace.key)
        workspace.take(stored.template, stored, workspace.key)

    def _is_readable(self) -> bool:
        """Whether what is on screen is a message; said where it is not, as it cannot be kept."""
        readable = self._workspace.readable
        if not readable:
            self.failed.emit(tr_("source.unreadable"))
        return readable

    def _write(self) -> StoredTemplate | None:
        """Write what the file does not hold; None where that failed, which is told then."""
        workspace = self._workspace
        template = workspace.template
        try:
            if workspace.stored is None:
                return workspace.library.add(template)
            if workspace.modified:
                return workspace.library.save(workspace.stored, template)
        except ChangedOnDiskError:
            self.conflict.emit()
            return None
        except LibraryError as error:
            self.failed.emit(problem(error))
            return None
        return workspace.stored

    def _settle(self, stored: StoredTemplate) -> None:
        """Go on in this file, and keep what it holds as a version."""
        self._unrecorded = False
        self._workspace.journal.record(str(stored.path), "save", self._workspace.template)
        self._workspace.settle(stored)
        self.saved.emit()

    def _record_left(self, template: Template) -> None:
        """Keep what was saved along the way as one version."""
        if self._unrecorded:
            self._unrecorded = False
            self._workspace.journal.record(self._workspace.key, "save", template)

    def _ask_anew(self) -> None:
        self._asked = ""
