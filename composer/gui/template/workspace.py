"""The open template: what of it is in its file, and what the editors hold."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from composer.document import Document
from composer.gui.template.journal import Journal, Typing
from composer.library.files import StoredTemplate
from composer.library.folder import Library, read_image
from composer.policy import Policy
from composer.template import Template


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

    What comes into hand is decided by `Opening`, what reaches the file by `Saving`.

    Signals:
        leaving: the template in hand goes, for another one or with the window (how it was last).
        opened: another template is in hand, and the editors show it.
        changed: name, purpose or approval changed.
        recovered: the editors hold typing that a crash kept, and no file does.
    """

    leaving = Signal(object)
    opened = Signal()
    changed = Signal()
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

    @property
    def template(self) -> Template:
        """The template as it is on screen."""
        return self._with(*self._screen.content())

    @property
    def recent(self) -> Template:
        """The template as it was on screen a moment ago: for what must not keep typing waiting."""
        return self._with(*self._screen.recent())

    @property
    def readable(self) -> bool:
        """Whether what is on screen is a message; else `template` is what it was before."""
        return self._screen.readable()

    @property
    def key(self) -> str:
        """What history and sidebar call the open template."""
        return self._key

    @property
    def stored(self) -> StoredTemplate | None:
        """The open template as it was opened or saved last; None while it has no file."""
        return self._stored

    @property
    def path(self) -> Path | None:
        """The file of the open template; None while it has none."""
        return self._stored.path if self._stored else None

    @property
    def base(self) -> str | None:
        """The digest of the file as it was opened or saved last; None where there is none."""
        return self._stored.digest if self._stored else None

    @property
    def modified(self) -> bool:
        """Whether the editors hold something the file does not."""
        return self._modified

    def image(self, source: str) -> bytes | None:
        """Return the bytes of a picture of the open template, None where it has no such file."""
        return read_image(self._stored.path, source) if self._stored else None

    def take(self, template: Template, stored: StoredTemplate | None, key: str) -> None:
        """Take another template in hand; what was in hand and is in no file goes."""
        self.leaving.emit(self._template)
        if self._key:
            self._screen.leave(self._key, self._template)
        self.journal.cancel()
        self._template, self._stored, self._key = template, stored, key
        self._modified = False
        self._screen.show(key, template)
        self.opened.emit()

    def take_recovered(self, template: Template, stored: StoredTemplate | None, key: str) -> None:
        """Take a template in hand that no file holds as it is, though the journal does."""
        self.take(template, stored, key)
        self._modified = True
        self.changed.emit()
        self.recovered.emit()

    def touch(self) -> None:
        """Note that the editors hold something new; it is journaled within a second."""
        self._modified = True
        self.journal.write_soon(self._typing)

    def update(self, template: Template) -> None:
        """Take another name, purpose, approval or set-asides; the words stay the editors'."""
        self._template = template
        self.touch()
        self.changed.emit()

    def settle(self, stored: StoredTemplate) -> None:
        """Note that a file holds all that the editors hold; it is the template's from now on."""
        self._forget_typing()
        self._stored, self._key = stored, str(stored.path)

    def discard(self) -> None:
        """Let go of a template without a file; its words stay in the history."""
        self.checkpoint()
        self._forget_typing()

    def checkpoint(self, template: Template | None = None) -> None:
        """Keep the present state in the history, or `template`, the one just left."""
        self.journal.record(self._key, "checkpoint", template or self.template)

    def close(self) -> None:
        """Wait until everything is on disk."""
        if self.journal.waiting:
            _ = self.template  # the last keys belong to it, however long reading takes
        self.leaving.emit(self._template)
        self.journal.close()

    def _with(self, subject: Document, body: Document) -> Template:
        if subject is self._template.subject and body is self._template.body:
            return self._template
        self._template = replace(self._template, subject=subject, body=body)
        return self._template

    def _typing(self) -> Typing:
        return Typing(self._key, self.recent, self.base)

    def _forget_typing(self) -> None:
        """The journal need keep no more what a file or the history holds."""
        self.journal.cancel()
        self.journal.clear(self._key)
        self._modified = False
