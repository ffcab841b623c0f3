"""What comes into hand: a template of the library, a new one, or typing that a crash kept."""

from pathlib import Path
from uuid import uuid4

from composer.gui.template.workspace import Workspace
from composer.library.errors import LibraryError
from composer.library.files import StoredTemplate
from composer.library.history import Unsaved
from composer.library.template_file import read_template, write_template
from composer.template import Template

_NEW = "new:"  # begins the key of what has no file


class Opening:
    """Puts a template into the workspace, with what a crash kept of it."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    @property
    def kept_here(self) -> tuple[Unsaved, ...]:
        """Typing in this library that a crash kept and that was not taken yet, the newest first."""
        folder = self._workspace.library.folder
        return tuple(
            entry
            for entry in self._workspace.journal.kept
            if entry.key.startswith(_NEW) or Path(entry.key).parent == folder
        )

    def read(self, unsaved: Unsaved) -> Template | None:
        """Return the template that a crash kept, None where it cannot be read."""
        try:
            return read_template(unsaved.text, self._workspace.policy)
        except ValueError:
            return None

    def show(self, stored: StoredTemplate) -> None:
        """Take a template from the library in hand, with what a crash kept from its file."""
        kept = self._workspace.journal.take(str(stored.path))
        if kept is None or not self.restore(kept):
            self._workspace.take(stored.template, stored, str(stored.path))

    def show_new(self, template: Template) -> None:
        """Take a template in hand that has no file yet."""
        self._workspace.take(template, None, f"{_NEW}{uuid4()}")

    def restore(self, unsaved: Unsaved) -> bool:
        """Take typing in hand that a crash kept from its file; False where it cannot be read."""
        workspace = self._workspace
        template = self.read(unsaved)
        if template is None:
            return False
        workspace.journal.take(unsaved.key)
        stored = None
        if not unsaved.key.startswith(_NEW):
            path = Path(unsaved.key)
            if self._holds(path, unsaved.text):
                workspace.journal.clear(unsaved.key)
                self.show(workspace.library.open(path))
                return True
            # Where the file changed since, or is gone, saving asks: its digest is not this one.
            stored = StoredTemplate(path, template, unsaved.base or "")
        workspace.take_recovered(template, stored, unsaved.key)
        return True

    def _holds(self, path: Path, text: str) -> bool:
        """Whether a file holds what was typed: it was saved just before the end came."""
        try:
            return write_template(self._workspace.library.open(path).template) == text
        except LibraryError:
            return False
