"""The open template: its file, its purpose, and how its content reaches the disk."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer, Signal

from composer.document import Document
from composer.library.errors import LibraryError
from composer.library.files import StoredTemplate, current_digest, write_file
from composer.library.folder import Library, read_image
from composer.library.history import History, Unsaved
from composer.library.picture_file import add_picture
from composer.library.template_file import read_template, write_template
from composer.policy import Policy
from composer.template import Template

# Unsaved typing is never older than this when the plug is pulled (a second, with the writing).
JOURNAL_MS = 600


class Workspace(QObject):
    """Holds one template at a time; the editors hold its words and are asked for them.

    `load` makes the editors show a template, `content` returns their subject and body.

    Signals:
        opened: another template is in hand, and the editors show it.
        changed: name, purpose or approval changed.
        saved: the file holds what the editors hold.
        failed: a sentence for the user.
    """

    opened = Signal()
    changed = Signal()
    saved = Signal()
    failed = Signal(str)
    _journal_failed = Signal(str)

    def __init__(
        self,
        library: Library,
        policy: Policy,
        load: Callable[[Template], None],
        content: Callable[[], tuple[Document, Document]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.library = library
        self._history: History | None = None
        self._policy = policy
        self._load = load
        self._content = content
        self._template = Template()
        self._stored: StoredTemplate | None = None
        self._key = ""
        self._modified = False
        self._writer = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")
        self._journal_timer = QTimer(self, singleShot=True, interval=JOURNAL_MS)
        self._journal_timer.timeout.connect(self._write_journal)
        self._journal_failed.connect(self.failed)

    @property
    def template(self) -> Template:
        """The template as it is on screen."""
        subject, body = self._content()
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

    def keep_history(self, history: History) -> None:
        """Journal unsaved typing and record saves from now on."""
        self._history = history

    def image(self, source: str) -> bytes | None:
        """Return the bytes of a picture of the open template, None where it has no such file."""
        return read_image(self._stored.path, source) if self._stored else None

    def store_image(self, data: bytes, name: str) -> str | None:
        """Keep a picture beside the template and return its ``src``; None where that failed.

        A template without a file is saved first: pictures live in a folder named after it.
        """
        if self._stored is None and not self.save():
            return None
        assert self._stored is not None
        try:
            return add_picture(self._stored.path, data, name)
        except LibraryError as error:
            self.failed.emit(str(error))
            return None

    def show(self, stored: StoredTemplate) -> None:
        """Take a template from the library in hand."""
        self._take(stored.template, stored, str(stored.path))

    def show_new(self, template: Template) -> None:
        """Take a template in hand that has no file yet."""
        self._take(template, None, f"new:{uuid4()}")

    def restore(self, unsaved: Unsaved) -> bool:
        """Take typing in hand that a crash kept from its file; False where it cannot be read."""
        try:
            template = read_template(unsaved.text, self._policy)
            path = Path(unsaved.key)
            stored = None if unsaved.key.startswith("new:") else self.library.open(path)
        except (LibraryError, ValueError):
            return False
        if stored is not None and unsaved.base is not None:
            # A file changed since is not overwritten: its digest no longer is the one typed over.
            stored = replace(stored, digest=unsaved.base)
        self._take(template, stored, unsaved.key)
        self._modified = True
        self.changed.emit()
        return True

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
        template = self.template
        try:
            if self._stored is None:
                self._stored = self.library.add(template)
            elif self._modified:
                self._stored = self.library.save(self._stored, template)
        except LibraryError as error:
            self.failed.emit(str(error))
            return False
        self._settle(template)
        self.saved.emit()
        return True

    def save_as(self, path: Path) -> bool:
        """Write the template to another file, replacing it, and go on there."""
        template = self.template
        try:
            digest = write_file(path, template, current_digest(path))
        except LibraryError as error:
            self.failed.emit(str(error))
            return False
        self._stored = StoredTemplate(path, template, digest)
        self._settle(template)
        self.saved.emit()
        return True

    def checkpoint(self) -> None:
        """Keep the present state in the history."""
        self._record("checkpoint", write_template(self.template))

    def close(self) -> None:
        """Wait until everything is on disk."""
        if self._journal_timer.isActive():
            self._journal_timer.stop()
            self._write_journal()
        self._writer.shutdown(wait=True)

    def _take(self, template: Template, stored: StoredTemplate | None, key: str) -> None:
        self._journal_timer.stop()
        self._template, self._stored, self._key = template, stored, key
        self._modified = False
        self._load(template)
        self.opened.emit()

    def _settle(self, template: Template) -> None:
        self._journal_timer.stop()
        old, self._modified = self._key, False
        if self._stored is not None:
            self._key = str(self._stored.path)
        self._record("save", write_template(template))
        self._in_background(lambda history: history.clear_journal(old))

    def _record(self, kind: str, text: str) -> None:
        key, now = self._key, datetime.now(UTC)
        self._in_background(lambda history: history.record(key, kind, text, now))

    def _write_journal(self) -> None:
        template, key, now = self.template, self._key, datetime.now(UTC)
        base = self._stored.digest if self._stored else None
        self._in_background(
            lambda history: history.write_journal(key, write_template(template), base, now)
        )

    def _in_background(self, work: Callable[[History], None]) -> None:
        history = self._history
        if history is not None:
            self._writer.submit(self._guarded, work, history)

    def _guarded(self, work: Callable[[History], None], history: History) -> None:
        try:
            work(history)
        except LibraryError as error:
            self._journal_failed.emit(str(error))
