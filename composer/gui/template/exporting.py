"""Approved templates on their way out: the dialog, the clipboard and files."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from platformdirs import user_documents_path
from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from composer.export.formats import Exported, Format
from composer.export.gate import GateClosedError, NotApprovedError, export
from composer.export.placeholders import left_in_message, left_to_fill_in
from composer.export.saving import export_to
from composer.gui.export.dialog import ExportDialog
from composer.gui.export.filler import Filler
from composer.gui.export.model import ExportAction, ExportAnswer
from composer.gui.export.notes import (
    copied_note,
    copied_page_notes,
    other_channel_notes,
    text_remarks,
)
from composer.gui.export.offering import PASTED, export_choices, usual_choice
from composer.gui.settings import Preferences
from composer.gui.template.filling import keep_values, make_filler
from composer.gui.template.workspace import Workspace
from composer.gui.theme.theme import Theme
from composer.gui.words.saying import edition_sentence, note, problem, said
from composer.gui.words.text import day_text, time_text, tr_
from composer.library.errors import LibraryError
from composer.library.folder import image_folder, slug
from composer.lint.engine import Linter
from composer.lint.length import Length, length
from composer.phrase import Phrase
from composer.policy import Policy
from composer.template import Template

T = TypeVar("T")

_FORMATS = {"seller": Format.TEXT, "html": Format.HTML, "text": Format.TEXT, "eml": Format.EML}


class Exporter(QObject):
    """Lets what the gate passes leave, to a file or the clipboard.

    Signals:
        exported: the file that was written, how many pictures in the folder beside it, what is
            still to be filled in there (a number of values), and whether it is a message to send.
        copied: a sentence on what the clipboard holds, and its `Mark`.
        refused: a sentence on why nothing left.
        unapproved: why, where the seller has to approve first, the id of the sentence for it, and
            what does once more what was asked for.
        kept: values of the seller's own were remembered.
        channel_wanted: the id of a channel to check the message for, and what exports it then.
    """

    exported = Signal(Path, int, int, bool)
    copied = Signal(str, object)
    refused = Signal(str)
    unapproved = Signal(str, str, object)
    kept = Signal()
    channel_wanted = Signal(str, object)

    def __init__(
        self,
        workspace: Workspace,
        policy: Policy,
        make_linter: Callable[[], Linter],
        theme: Theme,
        preferences: Preferences,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._policy = policy
        self._make_linter = make_linter
        self._theme = theme
        self._preferences = preferences
        self._window = window
        self._folder = user_documents_path()
        self._again: Callable[[], object] = self.open_dialog

    def open_dialog(
        self, *, fill_in: bool = False, values: Mapping[str, str] | None = None
    ) -> None:
        """Offer every format with the exact text it would give.

        With `fill_in` the text to paste is in view, the keyboard in its first empty field. `values`
        were filled in before.
        """
        self._again = partial(self.open_dialog, fill_in=fill_in, values=values)
        template = self._workspace.template
        folder = image_folder(Path(slug(template.name))).name
        outputs = self._export(*Format, folder=folder)
        if outputs is None:
            return
        filler = self._passed(self._filler)
        if filler is None:
            return
        offered = export_choices(template, outputs, self._policy, folder)
        choices = tuple(map(filler.with_fields, offered))
        # The gate is open, so the template is approved.
        at = datetime.fromisoformat(template.approval.date if template.approval else "")
        state = tr_(
            "exports.approved_at",
            date=_day(at),
            time=time_text(at),
            edition=edition_sentence(self._policy.edition),
        )
        dialog = ExportDialog(
            self._theme,
            template.name,
            state,
            choices,
            self._workspace.image,
            filler=filler,
            parent=self._window,
        )
        usual = usual_choice(template, self._policy)
        dialog.choose(self._preferences.export_choice(template.channel) or usual)
        dialog.taken.connect(partial(self._take, dialog))
        dialog.channel_wanted.connect(partial(self._want_channel, dialog))
        dialog.take_values(values or {})
        dialog.open()
        if fill_in:
            dialog.fill_in(PASTED)

    def _want_channel(self, dialog: ExportDialog, channel: str) -> None:
        dialog.reject()
        again = partial(self.open_dialog, fill_in=True, values=dialog.values)
        self.channel_wanted.emit(channel, again)

    def save(self, kind: Format, path: Path) -> None:
        """Write the template to `path` in one format."""
        made = self._export(kind, folder=image_folder(path).name)
        if made is None:
            return
        self._written(path, made[kind], self._workspace.template)

    def _written(self, path: Path, exported: Exported, template: Template) -> bool:
        try:
            export_to(path, exported)
        except LibraryError as error:
            self.refused.emit(problem(error))
            return False
        beside = len(exported.pictures) if exported.format is Format.HTML else 0
        table, kind = self._policy.placeholder_table(), exported.format
        left = left_in_message(template, table, subject=kind is not Format.TEXT)
        self.exported.emit(path, beside, len(left), kind is Format.EML)
        return True

    def save_as(self, kind: Format) -> None:
        """Ask for a file and write the template to it; nothing is asked at a closed gate."""
        self._again = partial(self.save_as, kind)
        if self._export(kind) is None:
            return
        path = self._ask_path(f"{slug(self._workspace.template.name)}.{kind}", self._window)
        if path:
            self.save(kind, Path(path))

    def copy_for_seller_central(self) -> None:
        """Copy the text, or ask for what is to be filled in first where there is anything."""
        self._again = self.copy_for_seller_central
        exported = self._export(Format.TEXT, closed="exports.not_copied")
        if exported is None:
            return
        text = exported[Format.TEXT].text
        if left_to_fill_in(text, self._policy.placeholder_table()):
            self.open_dialog(fill_in=True)
        else:
            self.copy(html=False)

    def copy(self, *, html: bool) -> None:
        """Put the template on the clipboard as text, with `html` as HTML too."""
        kinds = (Format.TEXT, Format.HTML) if html else (Format.TEXT,)
        exported = self._export(*kinds, closed="exports.not_copied")
        if exported is None:
            return
        text = exported[Format.TEXT]
        data = QMimeData()
        data.setText(text.text)
        template = self._workspace.template
        remarks = text_remarks(text, self._policy) + other_channel_notes(template, self._policy)
        if html:
            page = exported[Format.HTML]
            data.setHtml(page.text)
            remarks = copied_page_notes(template, page, self._policy, subject=False)
        QGuiApplication.clipboard().setMimeData(data)
        told = copied_note(text, self._length(), remarks)
        self.copied.emit(told.text, told.mark)

    def _copy_filled(self, choice_id: str, values: Mapping[str, str]) -> None:
        """Put the message with the values of one order on the clipboard; keep the seller's own."""
        filler, made = self._filled(choice_id, values, "exports.not_copied")
        if filler is None or made is None:
            return
        text, page = made[Format.TEXT], made.get(Format.HTML)
        data = QMimeData()
        data.setText(text.text)
        filled = filler.filled_template(values)
        remarks = text_remarks(text, self._policy) + other_channel_notes(filled, self._policy)
        if page is not None:
            data.setHtml(page.text)
            remarks = copied_page_notes(filled, page, self._policy, subject=False)
        QGuiApplication.clipboard().setMimeData(data)
        remarks += keep_values(self._workspace, self._policy, values)
        self.kept.emit()
        told = copied_note(text, filler.length(values), remarks)
        self.copied.emit(told.text, told.mark)

    def _save_filled(self, choice_id: str, values: Mapping[str, str], path: Path) -> None:
        """Write the message with the values of one order to `path`; keep the seller's own."""
        filler, made = self._filled(choice_id, values, "exports.closed")
        if filler is None or made is None:
            return
        if self._written(path, made[_FORMATS[choice_id]], filler.filled_template(values)):
            for note in keep_values(self._workspace, self._policy, values):
                self.refused.emit(note.text)
            self.kept.emit()

    def _filled(
        self, choice_id: str, values: Mapping[str, str], closed: str
    ) -> tuple[Filler | None, dict[Format, Exported] | None]:
        filler = self._passed(self._filler, closed)
        if filler is None:
            return None, None
        return filler, self._passed(partial(filler.export, choice_id, values), closed)

    def _filler(self) -> Filler:
        return make_filler(self._workspace, self._policy, self._make_linter())

    def _ask_path(self, name: str, parent: QWidget) -> str:
        start = str(self._folder / name)
        path, _ = QFileDialog.getSaveFileName(parent, tr_("file.save_title"), start)
        if path:
            self._folder = Path(path).parent
        return path

    def _take(self, dialog: ExportDialog, answer: ExportAnswer) -> None:
        """Hand on what was taken; where no file is named for it, the dialog stays."""
        path = ""
        if answer.action is ExportAction.SAVE:
            name = slug(self._workspace.template.name) + answer.choice.suffix
            path = self._ask_path(name, dialog)
            if not path:
                return
        self._preferences.set_export_choice(self._workspace.template.channel, answer.choice.id)
        dialog.accept()
        filled = any(map(str.strip, answer.values.values()))
        if path and filled:
            self._save_filled(answer.choice.id, answer.values, Path(path))
        elif path:
            self.save(_FORMATS[answer.choice.id], Path(path))
        elif filled:
            self._copy_filled(answer.choice.id, answer.values)
        else:
            self.copy(html=answer.choice.id in {"both", "html"})

    def _export(
        self, *kinds: Format, closed: str = "exports.closed", folder: str = ""
    ) -> dict[Format, Exported] | None:
        """Return the template in each format, or None, with a word on why, where one may not go."""
        workspace, linter = self._workspace, self._make_linter()
        return self._passed(
            lambda: {
                kind: export(workspace.template, kind, linter, workspace.image, folder)
                for kind in kinds
            },
            closed,
        )

    def _passed(self, work: Callable[[], T], closed: str = "exports.closed") -> T | None:
        """Return what the gate lets pass, or None, with a word on why."""
        try:
            return work()
        except NotApprovedError as error:
            self.unapproved.emit(problem(error), closed, self._again)
        except GateClosedError as error:
            self.refused.emit(tr_(closed, reason=_why_closed(error)))
        return None

    def _length(self) -> Length:
        template = self._workspace.template
        return length(template.body, self._policy, template.reason, template.channel)


def _why_closed(error: GateClosedError) -> str:
    if not error.findings:
        return problem(error)
    names = dict.fromkeys(said(it.message, it.rule) for it in error.findings)
    return note(Phrase("Still open: {names}.", names="; ".join(names)))


def _day(at: datetime) -> str:
    if at.date() == datetime.now(at.tzinfo).date():
        return tr_("exports.today")
    return day_text(at)
