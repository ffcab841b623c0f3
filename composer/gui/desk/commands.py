"""The menus' commands, connected to those who carry them out."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from platformdirs import user_documents_path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QMessageBox

from composer.export.formats import Format
from composer.gui.desk.starting import tell_of_settings
from composer.gui.library.starter_sets import StarterSets
from composer.gui.settings import Preferences
from composer.gui.window.status import Status
from composer.gui.words.saying import edition_sentence, language_title
from composer.gui.words.text import day_text, time_text, tr_
from composer.library.folder import Library, slug

if TYPE_CHECKING:
    from composer.gui.desk.crew import Desk

_IMPORTED, _SAVED = "imported", "saved"
_FILES = {
    Format.HTML: "exports.save_html",
    Format.TEXT: "exports.save_text",
    Format.EML: "exports.save_eml",
}


def connect_commands(desk: "Desk", preferences: Preferences) -> None:
    """Make menus, keys, header and window do what they say."""
    _connect_files(desk, preferences)
    _connect_check(desk)
    _fill_export_menu(desk, desk.widgets.export_menu)
    _connect_status(desk)


def _on(action: QAction, work: Callable[[], object]) -> None:
    action.triggered.connect(lambda _checked=False: work())


def _connect_files(desk: "Desk", preferences: Preferences) -> None:
    actions, shelf, workspace = desk.actions, desk.shelf, desk.workspace
    _on(actions.new, shelf.new)
    _on(actions.open, lambda: _ask_files(desk, preferences))
    _on(actions.open_library, lambda: _ask_library(desk, preferences))
    _on(actions.save, desk.saving.save)
    _on(actions.save_as, lambda: _save_as(desk, preferences))
    _on(actions.rename, desk.widgets.header.edit_name)
    _on(actions.duplicate, lambda: shelf.duplicate(workspace.key))
    _on(actions.delete, lambda: desk.binning.delete(workspace.key))
    _on(actions.deleted, desk.bringing_back.open)
    desk.widgets.sidebar.deleted_requested.connect(desk.bringing_back.open)
    _on(actions.compare_version, desk.side_by_side.open_versions)
    _on(actions.compare_template, desk.side_by_side.open_templates)
    _on(actions.reveal, lambda: shelf.reveal(workspace.key))
    _on(actions.quit, desk.window.close)
    desk.widgets.sidebar.folder_requested.connect(lambda: _ask_library(desk, preferences))
    _connect_starters(desk, preferences)


def _connect_starters(desk: "Desk", preferences: Preferences) -> None:
    languages = desk.judging.policy.languages
    sets = StarterSets(languages, preferences.language_read, desk.window)
    sets.chosen.connect(desk.shelf.add_starters)
    desk.actions.starters.setMenu(sets.menu)
    desk.widgets.sidebar.starters_requested.connect(sets.choose_own)
    desk.widgets.sidebar.other_starters_requested.connect(sets.open)


def _connect_check(desk: "Desk") -> None:
    actions, judging = desk.actions, desk.judging

    def step(direction: int) -> None:
        desk.window.show_template()
        judging.step(direction)

    _on(actions.next_finding, lambda: step(1))
    _on(actions.previous_finding, lambda: step(-1))
    _on(actions.fixes, desk.menus.open_fixes)
    _on(actions.find_findings, lambda: _find_findings(desk))
    _on(actions.fix_all, desk.fixing_all.open)
    _on(actions.why, lambda: _why(desk))
    _on(actions.why_not, desk.explaining.explain_missing)
    _on(actions.find_in_library, lambda: desk.library_search.open(desk.searching.selected()))
    _on(actions.own_words, desk.own_words.open)
    _on(actions.own_orders, desk.ordering.open)
    _on(actions.own_values, desk.own_values.open)
    _on(actions.compare_editions, desk.comparing.open)
    _on(actions.measured, desk.measured.open)
    _on(actions.approve, desk.heading.approve)
    _on(actions.about, lambda: _about(desk))
    _on(actions.help, desk.help_page.bring)


def _why(desk: "Desk") -> None:
    """Of the finding at the caret, also one whose card is filtered away, or of the card chosen."""
    desk.judging.why(desk.judging.key_at_caret() or desk.widgets.findings.current_key())


def _find_findings(desk: "Desk") -> None:
    desk.window.show_template()
    desk.actions.show_findings.setChecked(True)
    desk.widgets.findings.open_search()


def _fill_export_menu(desk: "Desk", menu: QMenu) -> None:
    exporter = desk.exporter
    _on(desk.actions.export, exporter.open_dialog)
    desk.widgets.header.export_requested.connect(desk.actions.export.trigger)
    _on(desk.actions.copy_seller_central, exporter.copy_for_seller_central)
    menu.addAction(desk.actions.export)
    menu.setDefaultAction(desk.actions.export)  # what the button beside the menu does
    menu.addAction(desk.actions.copy_seller_central)
    menu.addSeparator()
    for kind, title in _FILES.items():
        _on(menu.addAction(tr_(title)), partial(exporter.save_as, kind))
    menu.addSeparator()
    _on(desk.actions.save_proof, desk.proofing.save_as)
    menu.addAction(desk.actions.save_proof)


def _connect_status(desk: "Desk") -> None:
    policy = desk.judging.policy
    clock = QTimer(desk.window, interval=1000)
    saved_at = ""

    def show() -> None:
        workspace, day = desk.workspace, policy.edition.date
        template = workspace.recent
        if workspace.modified:
            saved = tr_("app_state.modified")
        else:
            saved = tr_("app_state.saved", time=saved_at) if saved_at else ""
        desk.widgets.status.set_status(
            Status(
                saved,
                tr_(
                    "app_state.language",
                    language=language_title(policy.languages, template.language),
                ),
                tr_("app_state.edition_short", edition=day_text(day)),
                tr_("app_state.modified_tip") if workspace.modified else "",
                tr_("app_state.edition_tip"),
            )
        )

    def note_save() -> None:
        nonlocal saved_at
        saved_at = time_text(datetime.now().astimezone())
        show()

    def note_open() -> None:
        nonlocal saved_at
        saved_at = ""
        show()

    clock.timeout.connect(show)
    clock.start()
    desk.saving.saved.connect(note_save)
    desk.workspace.opened.connect(note_open)
    desk.workspace.changed.connect(show)


def _ask_files(desk: "Desk", preferences: Preferences) -> None:
    start = preferences.folder(_IMPORTED, user_documents_path())
    paths, _ = QFileDialog.getOpenFileNames(
        desk.window, tr_("file.open_title"), str(start), tr_("file.messages")
    )
    if paths:
        preferences.set_folder(_IMPORTED, Path(paths[0]).parent)
        desk.shelf.add_files(tuple(Path(path) for path in paths))


def _ask_library(desk: "Desk", preferences: Preferences) -> None:
    start = str(desk.workspace.library.folder)
    folder = QFileDialog.getExistingDirectory(desk.window, tr_("file.library_title"), start)
    if folder:
        preferences.library = Path(folder)
        desk.shelf.change_library(Library(Path(folder), desk.judging.policy))
        desk.checker.renew()
        desk.explaining.renew_linter()
        tell_of_settings(desk)


def _save_as(desk: "Desk", preferences: Preferences) -> None:
    name = slug(desk.workspace.template.name) + ".html"
    start = str(preferences.folder(_SAVED, user_documents_path()) / name)
    path, _ = QFileDialog.getSaveFileName(desk.window, tr_("file.save_title"), start)
    if path:
        preferences.set_folder(_SAVED, Path(path).parent)
        desk.saving.save_as(Path(path))


def _about(desk: "Desk") -> None:
    version = QApplication.applicationVersion()
    policy = desk.judging.policy
    text = tr_("about.text", version=version, edition=edition_sentence(policy.edition))
    box = QMessageBox(QMessageBox.Icon.NoIcon, tr_("app.name"), text, parent=desk.window)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()  # `about` would not come back before it is closed
