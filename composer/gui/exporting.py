"""Approved templates on their way out: the dialog, the clipboard and files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from composer.export.formats import Exported, Format
from composer.export.gate import GateClosedError, export
from composer.export.saving import export_to
from composer.gui.export.dialog import ExportDialog
from composer.gui.export.model import ExportAction, ExportAnswer, ExportChoice, ExportNote
from composer.gui.text import tr_
from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.workspace import Workspace
from composer.library.errors import LibraryError
from composer.library.folder import slug
from composer.lint.engine import Linter
from composer.policy import Policy

_FORMATS = {"seller": Format.TEXT, "html": Format.HTML, "text": Format.TEXT, "eml": Format.EML}


class Exporter(QObject):
    """Lets what the gate passes leave, to a file or the clipboard.

    Signals:
        done: a sentence on what happened.
        refused: a sentence on why nothing left.
    """

    done = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        linter: Linter,
        theme: Theme,
        window: QWidget,
        ask_path: Callable[[QWidget, str], str] | None = None,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._linter = linter
        self._theme = theme
        self._window = window
        self._ask_path = ask_path or _ask_path

    def open_dialog(self) -> None:
        """Offer every format with the exact text it would give."""
        choices = self._choices()
        if choices is None:
            return
        template = self._workspace.template
        approval = template.approval
        state = tr_(
            "exports.approved_at",
            time=approval.date[:16].replace("T", " ") if approval else "",
            edition=self._policy.edition.sentence,
        )
        dialog = ExportDialog(self._theme, template.name, state, choices, parent=self._window)
        dialog.finished.connect(lambda _code: self._answered(dialog.answer))
        dialog.open()

    def save(self, kind: Format, path: Path) -> None:
        """Write the template to `path` in one format."""
        exported = self._export(kind)
        if exported is None:
            return
        try:
            export_to(path, exported)
        except LibraryError as error:
            self.refused.emit(str(error))
            return
        self.done.emit(tr_("notice.exported", name=path.name))

    def save_as(self, kind: Format) -> None:
        """Ask for a file and write the template to it; nothing is asked where the gate is closed."""
        if self._export(kind) is None:
            return
        path = self._ask_path(self._window, f"{slug(self._workspace.template.name)}.{kind}")
        if path:
            self.save(kind, Path(path))

    def copy(self, *, html: bool) -> None:
        """Put the template on the clipboard as text, with `html` as HTML too."""
        text = self._export(Format.TEXT)
        page = self._export(Format.HTML) if html and text else None
        if text is None or (html and page is None):
            return
        data = QMimeData()
        data.setText(text.text)
        if page is not None:
            data.setHtml(page.text)
        QGuiApplication.clipboard().setMimeData(data)
        self.done.emit(self._length_sentence("notice.copied", len(text.text)))

    @property
    def _policy(self) -> Policy:
        return self._linter.policy

    def _answered(self, answer: ExportAnswer | None) -> None:
        if answer is None:
            return
        if answer.action is ExportAction.COPY:
            self.copy(html=answer.choice.id in {"both", "html"})
            return
        name = slug(self._workspace.template.name) + answer.choice.suffix
        path = self._ask_path(self._window, name)
        if path:
            self.save(_FORMATS[answer.choice.id], Path(path))

    def _choices(self) -> tuple[ExportChoice, ...] | None:
        outputs = {kind: self._export(kind) for kind in Format}
        if any(output is None for output in outputs.values()):
            return None
        html, text, eml = (outputs[kind] for kind in (Format.HTML, Format.TEXT, Format.EML))
        assert html and text and eml
        length = ExportNote(
            Mark.APPROVED, self._length_sentence("exports.length", len(text.text))
        )
        return (
            _choice("seller", text.text, (length,)),
            _choice("html", html.text, _hosted(html), ".html"),
            _choice("text", text.text, (length,), ".txt"),
            _choice("eml", eml.text, _hosted(eml), ".eml", copyable=False),
            _choice("both", text.text, (length,)),
        )

    def _export(self, kind: Format) -> Exported | None:
        workspace = self._workspace
        try:
            return export(workspace.template, kind, self._linter, workspace.image)
        except GateClosedError as error:
            self.refused.emit(tr_("exports.closed", reason=error))
            return None

    def _length_sentence(self, key: str, count: int) -> str:
        template = self._workspace.template
        limit = self._policy.channel_limit(template.reason, template.channel)
        if limit is None or not limit.characters:
            return tr_(key, count=count)
        if key == "notice.copied":
            over = count > limit.characters
            key = "notice.copied_over" if over else "notice.copied_limit"
        else:
            key = f"{key}_of"
        return tr_(key, count=count, limit=limit.characters)


def _hosted(exported: Exported) -> tuple[ExportNote, ...]:
    """What to say of pictures that do not reach the buyer by themselves."""
    if not exported.hosted:
        return ()
    names = ", ".join(exported.hosted)
    return (ExportNote(Mark.REVIEW, tr_("exports.hosted", names=names)),)


def _choice(
    name: str,
    text: str,
    notes: tuple[ExportNote, ...],
    suffix: str = "",
    *,
    copyable: bool = True,
) -> ExportChoice:
    titles = tr_(f"exports.{name}"), tr_(f"exports.{name}_sub")
    return ExportChoice(name, *titles, text, notes, suffix, copyable)


def _ask_path(window: QWidget, name: str) -> str:
    path, _ = QFileDialog.getSaveFileName(window, tr_("file.save_title"), name)
    return path
