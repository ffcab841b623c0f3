"""The open template: its file, its purpose, and how its content reaches the disk."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from composer.document import Document
from composer.gui.template.journal import Journal
from composer.gui.words.saying import problem
from composer.gui.words.text import tr_
from composer.library.errors import ChangedOnDiskError, LibraryError
from composer.library.files import StoredTemplate, current_digest, write_file
from composer.library.folder import Library, read_image
from composer.library.history import Unsaved
from composer.library.picture_file import add_picture
from composer.library.pictures import picture_sources
from composer.library.template_file import read_template, write_template
from composer.policy import Policy
from composer.template import Template

# Unsaved typing is never older than this when the plug is pulled (a second, with the writing).
JOURNAL_MS = 600


@dataclass(frozen=True, slots=True)
class Screen:
    """What the workspace asks of the editors.

    `show` shows a template and knows by its key whether it was there before, `leave` is told of the
    key and the template that go; `content` gives subject and body, `recent` those of a moment ago
    where asking for `content` waits; `readable` says that what is on screen is a message at all.
    """

    leave: Callable[[str, Template], None]
    show: Callable[[str, Template], None]
    content: Callable[[], tuple[Document, Document]]
    recent: Callable[[], tuple[Document, Document]]
    readable: Callable[[], bool]


class Workspace(QObject):
    """Holds one template at a time; the editors on `screen` hold its words.

    Signals:
        opened: another template is in hand, and the editors show it.
        changed: name, purpose or approval changed.
        saved: the file holds what the editors hold.
        failed: a sentence for the user.
        conflict: another program changed the file under what the editors hold, or took it away.
        recovered: the editors hold typing that a crash kept, and no file does.
    """

    opened = Signal()
    changed = Signal()
    saved = Signal()
    failed = Signal(str)
    conflict = Signal()
    recovered = Signal()

    def __init__(
        self,
        library: Library,
        policy: Policy,
        screen: Screen,
        journal: Journal,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.library = library
        self.journal = journal
        self.policy = policy
        self._screen = screen
        self._template = Template()
        self._stored: StoredTemplate | None = None
        self._key = ""
        self._modified = False
        self._asked: str | None = ""
        self._unrecorded = False
        self._journal_timer = QTimer(self, singleShot=True, interval=JOURNAL_MS)
        self._journal_timer.timeout.connect(self._write_journal)
        journal.failed.connect(self.failed)

    @property
    def template(self) -> Template:
        """The template as it is on screen."""
        return self._with(*self._screen.content())

    @property
    def recent(self) -> Template:
        """The template as it was on screen a moment ago: for what must not keep typing waiting."""
        return self._with(*self._screen.recent())

    def _with(self, subject: Document, body: Document) -> Template:
        if subject is self._template.subject and body is self._template.body:
            return self._template
        self._template = replace(self._template, subject=subject, body=body)
        return self._template

    @property
    def path(self) -> Path | None:
        """The file of the open template; None while it has none."""
        return self._stored.path if self._stored else None

    @property
    def key(self) -> str:
        """What history and sidebar call the open template."""
        return self._key

    @property
    def modified(self) -> bool:
        """Whether the editors hold something the file does not."""
        return self._modified

    @property
    def base(self) -> str | None:
        """The digest of the file as it was opened or saved last; None where there is none."""
        return self._stored.digest if self._stored else None

    @property
    def kept_here(self) -> tuple[Unsaved, ...]:
        """Typing in this library that a crash kept and that was not taken yet, the newest first."""
        folder = self.library.folder
        return tuple(
            entry
            for entry in self.journal.kept
            if entry.key.startswith("new:") or Path(entry.key).parent == folder
        )

    def image(self, source: str) -> bytes | None:
        """Return the bytes of a picture of the open template, None where it has no such file."""
        return read_image(self._stored.path, source) if self._stored else None

    def store_image(self, data: bytes, name: str) -> str | None:
        """Keep a picture beside the template and return its ``src``.

        A template without a file is saved first: pictures live in a folder named after it. None
        where that failed, which is told then.

        Raises:
            LibraryError: where it is no picture, over 5 MB, or the system refuses.
        """
        if self._stored is None and not self.save():
            return None
        assert self._stored is not None  # noqa: S101 - saving gave it one
        return add_picture(self._stored.path, data, name)

    def show(self, stored: StoredTemplate) -> None:
        """Take a template from the library in hand, with what a crash kept from its file."""
        kept = self.journal.take(str(stored.path))
        if kept is None or not self.restore(kept):
            self._take(stored.template, stored, str(stored.path))

    def show_new(self, template: Template) -> None:
        """Take a template in hand that has no file yet."""
        self._take(template, None, f"new:{uuid4()}")

    def restore(self, unsaved: Unsaved) -> bool:
        """Take typing in hand that a crash kept from its file; False where it cannot be read."""
        template = self.read(unsaved)
        if template is None:
            return False
        self.journal.take(unsaved.key)
        stored = None
        if not unsaved.key.startswith("new:"):
            path = Path(unsaved.key)
            if self._holds(path, unsaved.text):
                self.journal.clear(unsaved.key)
                self.show(self.library.open(path))
                return True
            # Where the file changed since, or is gone, saving asks: its digest is not this one.
            stored = StoredTemplate(path, template, unsaved.base or "")
        self._take(template, stored, unsaved.key)
        self._modified = True
        self.changed.emit()
        self.recovered.emit()
        return True

    def read(self, unsaved: Unsaved) -> Template | None:
        """Return the template that a crash kept, None where it cannot be read."""
        try:
            return read_template(unsaved.text, self.policy)
        except ValueError:
            return None

    def touch(self) -> None:
        """Note that the editors hold something new; it is journaled within a second."""
        self._modified = True
        if not self._journal_timer.isActive():
            self._journal_timer.start()

    def update(self, template: Template) -> None:
        """Take another name, purpose, approval or set-asides; the words stay the editors'."""
        self._template = template
        self.touch()
        self.changed.emit()

    def save(self) -> bool:
        """Write the template to its file, a new one in the library if it has none."""
        if not self._is_readable() or not self._write():
            return False
        self._settle(self._template)
        self.saved.emit()
        return True

    def _write(self) -> bool:
        template = self.template
        try:
            if self._stored is None:
                self._stored = self.library.add(template)
            elif self._modified:
                self._stored = self.library.save(self._stored, template)
        except ChangedOnDiskError:
            self.conflict.emit()
            return False
        except LibraryError as error:
            self.failed.emit(problem(error))
            return False
        return True

    def save_along(self) -> None:
        """Write what changed to its file; the history takes only how it stands when it is left.

        Where another program changed the file that is asked, as whenever it is noticed. A new
        template without words gets no file.
        """
        before = self._stored
        if before is not None:
            self.check_disk()
            if self._stored is not before or self._asked != "":
                return
        elif not self.template.body.text.strip():
            return
        if self._modified and self._write():
            self.journal.clear(self._settled())
            self._unrecorded = True
            self.saved.emit()

    def save_copy(self) -> bool:
        """Write the template, with its pictures, to a new file of the library and go on there."""
        if not self._is_readable():
            return False
        template = self.template
        found = {source: self.image(source) for source in picture_sources(template.body)}
        pictures = {source: data for source, data in found.items() if data is not None}
        try:
            stored = self.library.add(replace(template, id=""), pictures)
        except LibraryError as error:
            self.failed.emit(problem(error))
            return False
        self.journal.clear(self._key)
        self._take(stored.template, stored, str(stored.path))
        self.journal.record(self._key, "save", stored.template)
        self.saved.emit()
        return True

    def reopen(self) -> None:
        """Take the file as it is on disk in hand; what the editors hold stays in the history."""
        if self._stored is None:
            return
        try:
            stored = self.library.open(self._stored.path)
        except LibraryError as error:
            self.failed.emit(problem(error))
            return
        if self._modified:
            self.checkpoint()
            self.journal.clear(self._key)
        self._take(stored.template, stored, self._key)

    def check_disk(self) -> None:
        """Follow a change of the file by another program, or ask where that would lose words."""
        if self._stored is None:
            return
        try:
            found = current_digest(self._stored.path)
        except LibraryError:
            return
        if found == self._stored.digest:
            self._asked = ""
        elif self._modified or found is None:
            if found != self._asked:
                self._asked = found
                self.touch()
                self.conflict.emit()
        else:
            self.reopen()

    def discard(self) -> None:
        """Let go of a template without a file; its words stay in the history."""
        self.checkpoint()
        self._journal_timer.stop()
        self.journal.clear(self._key)
        self._modified = False

    def save_as(self, path: Path) -> bool:
        """Write the template to another file, replacing it, and go on there."""
        if not self._is_readable():
            return False
        template = self.template
        try:
            digest = write_file(path, template, current_digest(path))
        except LibraryError as error:
            self.failed.emit(problem(error))
            return False
        self._stored = StoredTemplate(path, template, digest)
        self._settle(template)
        self.saved.emit()
        return True

    def checkpoint(self, template: Template | None = None) -> None:
        """Keep the present state in the history, or `template`, the one just left."""
        self.journal.record(self._key, "checkpoint", template or self.template)

    def close(self) -> None:
        """Wait until everything is on disk."""
        if self._journal_timer.isActive():
            self._journal_timer.stop()
            _ = self.template  # the last keys belong to it, however long reading takes
            self._write_journal()
        self._record_left()
        self.journal.close()

    def _is_readable(self) -> bool:
        """Whether what is on screen is a message; said where it is not, as it cannot be kept."""
        readable = self._screen.readable()
        if not readable:
            self.failed.emit(tr_("source.unreadable"))
        return readable

    def _holds(self, path: Path, text: str) -> bool:
        """Whether a file holds what was typed: it was saved just before the end came."""
        try:
            return write_template(self.library.open(path).template) == text
        except LibraryError:
            return False

    def _take(self, template: Template, stored: StoredTemplate | None, key: str) -> None:
        self._record_left()
        if self._key:
            self._screen.leave(self._key, self._template)
        self._journal_timer.stop()
        self._template, self._stored, self._key = template, stored, key
        self._modified, self._asked = False, ""
        self._screen.show(key, template)
        self.opened.emit()

    def _settle(self, template: Template) -> None:
        old, self._unrecorded = self._settled(), False
        self.journal.record(self._key, "save", template)
        self.journal.clear(old)

    def _settled(self) -> str:
        """Note that the file holds it all, and return the key it had before."""
        self._journal_timer.stop()
        old, self._modified = self._key, False
        if self._stored is not None:
            self._key = str(self._stored.path)
        return old

    def _record_left(self) -> None:
        """Keep what was saved along the way as one version."""
        if self._unrecorded:
            self._unrecorded = False
            self.journal.record(self._key, "save", self._template)

    def _write_journal(self) -> None:
        self.journal.write(self._key, self.recent, self.base)
