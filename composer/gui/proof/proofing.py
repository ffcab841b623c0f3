"""The proof of the open template, saved as a PDF where the seller says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_documents_path
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from composer.export.proof import Proof, make_proof
from composer.export.proof_page import proof_page
from composer.gui.latest import Latest
from composer.gui.preview import chromium_flags
from composer.gui.proof.wording import proof_sheet
from composer.gui.template.workspace import Workspace
from composer.gui.words.saying import problem
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors
from composer.library.approval import Images, no_images
from composer.library.errors import LibraryError
from composer.library.files import write_bytes
from composer.library.folder import slug
from composer.library.pictures import read_image
from composer.lint.engine import Linter
from composer.lint.rendered import Seen
from composer.template import Template

if TYPE_CHECKING:
    from composer.gui.proof.printing import ProofPrinter

_SUFFIX = "pdf"


@dataclass(frozen=True, slots=True)
class _Made:
    """A proof to be printed: its page, and the pictures the message shows."""

    proof: Proof
    page: str
    images: Images


class Proofing(QObject):
    """Makes a proof of what is on screen, findings and all, while the seller writes on.

    Signals:
        saved: the PDF that was written.
        told: a sentence on what is going on.
        failed: a sentence on why there is no PDF.
    """

    saved = Signal(Path)
    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        editors: Editors,
        make_linter: Callable[[], Linter],
        seen: Callable[[], Seen],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._editors = editors
        self._make_linter = make_linter
        self._seen = seen
        self._window = window
        self._folder = user_documents_path()
        self._path: Path | None = None  # of the one under way
        self._printer: ProofPrinter | None = None
        self._work = Latest(self)
        self._work.done.connect(self._print)
        self._work.failed.connect(self._fail)

    def save_as(self) -> None:
        """Ask for a file, and before one is replaced; then make the proof."""
        if not self._editors.readable():
            self.failed.emit(tr_("source.unreadable"))
            return
        name = f"{slug(self._workspace.template.name)}.{_SUFFIX}"
        dialog = QFileDialog(self._window, tr_("proof.ask"), str(self._folder))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr_("proof.files"))
        dialog.setDefaultSuffix(_SUFFIX)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.open()

    def save(self, path: Path) -> None:
        """Write the proof of the template as it is now to `path`, unless one is under way."""
        if self._path is not None:
            return
        self._path, self._folder = path, path.parent
        self.told.emit(tr_("proof.making"))
        template, seen, file = self._workspace.template, self._seen(), self._workspace.path
        images = partial(read_image, file) if file else no_images
        now, linter = datetime.now().astimezone(), self._make_linter()
        library = self._workspace.library.folder.name
        self._work.run(lambda: _made(template, linter, seen, now, images, library))

    def stop(self) -> None:
        """Make nothing any more."""
        self._work.stop()
        self._let_go()

    def _print(self, made: _Made) -> None:
        try:
            # Loads QtWebEngine, which a window without a preview goes without.
            from composer.gui.proof.printing import ProofPrinter, print_proof
        except ImportError:
            self._fail(tr_("proof.no_engine"))
            return
        if chromium_flags.would_end_the_app():
            self._fail(tr_("preview.engine.root"))
            return
        self._printer = ProofPrinter(made.images, self)
        self._printer.printed.connect(self._write)
        self._printer.failed.connect(self._fail)
        print_proof(self._printer, made.page, made.proof)

    def _write(self, data: bytes) -> None:
        path = self._path
        self._let_go()
        if path is None:
            return
        try:
            write_bytes(path, data)
        except LibraryError as error:
            self.failed.emit(problem(error))
        else:
            self.saved.emit(path)

    def _fail(self, sentence: str) -> None:
        self._let_go()
        self.failed.emit(tr_("proof.failed", reason=sentence))

    def _let_go(self) -> None:
        self._path = None
        if self._printer is not None:
            self._printer.close()
            self._printer.deleteLater()
            self._printer = None


def _made(
    template: Template, linter: Linter, seen: Seen, now: datetime, images: Images, library: str
) -> _Made:
    policy = linter.policy
    findings = linter.lint(template, seen)
    proof = make_proof(
        template, findings, policy, now, images=images, order=seen.order, library=library
    )
    rules = {rule.id: rule for rule in linter.rules}
    return _Made(proof, proof_page(proof_sheet(proof, template, policy, rules)), images)
