"""The state of each template in the library, found in the background."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance

from composer.gui.theme.marks import Mark
from composer.library.approval import is_approved
from composer.library.files import StoredTemplate
from composer.library.folder import read_image
from composer.lint.engine import Linter
from composer.lint.finding import Finding, Severity
from composer.lint.set_aside import open_findings


def mark_of(findings: Iterable[Finding], *, approved: bool) -> Mark:
    """Return the mark of a template with these findings."""
    weights = {finding.severity for finding in open_findings(tuple(findings))}
    if Severity.MUST_FIX in weights:
        return Mark.MUST_FIX
    if Severity.REVIEW in weights:
        return Mark.REVIEW
    return Mark.APPROVED if approved else Mark.DRAFT


class LibraryStates(QObject):
    """Finds marks by path, once for each content.

    Signals:
        found: a mark is known that was not, or was another.
    """

    found = Signal()
    _answered = Signal(object, object, str)

    def __init__(self, make_linter: Callable[[], Linter], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_linter = make_linter
        self._linter = make_linter()
        self._known: dict[tuple[Path, str], Mark] = {}
        self._pool = QThreadPool(self)
        # One at a time: a linter serves one thread, and typing needs the other core.
        self._pool.setMaxThreadCount(1)
        self._answered.connect(self._note)
        self._asked: dict[Path, str] = {}

    def mark(self, stored: StoredTemplate) -> Mark:
        """Return the mark of a template as far as known: a draft until it was checked."""
        if self._asked.get(stored.path) != stored.digest:
            self._asked[stored.path] = stored.digest
            self._pool.start(_Check(stored, self._linter, self._answered))
        return self._known.get((stored.path, stored.digest), Mark.DRAFT)

    def renew(self) -> None:
        """Check anew, as after a change of library or settings; until then marks stay."""
        self._pool.clear()
        self._linter = self._make_linter()
        self._asked.clear()

    def close(self) -> None:
        """Drop what waits and end what runs."""
        self._pool.clear()
        self._pool.waitForDone()

    def _note(self, stored: StoredTemplate, linter: Linter, mark: str) -> None:
        if linter is not self._linter:
            return  # it was under way when the settings changed
        key = stored.path, stored.digest
        if self._known.get(key, Mark.DRAFT) != mark:
            self._known[key] = Mark(mark)
            self.found.emit()


class _Check(QRunnable):
    def __init__(self, stored: StoredTemplate, linter: Linter, answered: SignalInstance) -> None:
        super().__init__()
        self._stored, self._linter, self._answered = stored, linter, answered

    def run(self) -> None:
        stored, linter = self._stored, self._linter
        findings = linter.lint(stored.template)
        approved = is_approved(stored.template, lambda source: read_image(stored.path, source))
        self._answered.emit(stored, linter, mark_of(findings, approved=approved).value)
