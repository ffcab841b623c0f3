"""The widgets of one window, and where they go."""

from dataclasses import dataclass

from PySide6.QtWidgets import QLabel, QMenu, QStackedWidget

from composer.gui.editor.caret_in_view import CaretInView
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.subject_editor import SubjectEditor
from composer.gui.editor.undo import UndoLog
from composer.gui.findings.panel import FindingsPanel
from composer.gui.library.sidebar import Sidebar
from composer.gui.preview.pane import PreviewPane
from composer.gui.source.highlighter import SourceColours
from composer.gui.source.source_edit import SourceEdit
from composer.gui.template.saving import Saving
from composer.gui.template.workspace import Workspace
from composer.gui.theme.theme import Theme
from composer.gui.widgets.find_bar import FindBar
from composer.gui.widgets.message_bar import MessageBar
from composer.gui.widgets.style import label
from composer.gui.window.actions import Actions
from composer.gui.window.frame import Panes
from composer.gui.window.header import Header
from composer.gui.window.paper import Paper
from composer.gui.window.status import StatusLine
from composer.gui.window.toolbar import FormatToolBar
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors
from composer.gui.writing.histories import Histories
from composer.gui.writing.sourcing import pages
from composer.policy import Policy
from composer.template import Template


@dataclass(frozen=True, slots=True)
class Widgets:
    """The widgets of one window."""

    sidebar: Sidebar
    header: Header
    toolbar: FormatToolBar
    bar: MessageBar
    hint_bar: MessageBar
    find: FindBar
    editors: Editors
    subject_note: QLabel
    histories: Histories
    pages: QStackedWidget
    findings: FindingsPanel
    preview: PreviewPane
    status: StatusLine
    export_menu: QMenu

    @property
    def subject(self) -> SubjectEditor:
        """The subject's editor."""
        return self.editors.subject

    @property
    def body(self) -> MessageEditor:
        """The editor of the body's words."""
        return self.editors.words

    def show(self, key: str, template: Template) -> None:
        """Show the words of `template`, with what of it can be undone since it was open before."""
        for editor in self.editors.written.values():
            editor.set_language(template.language)
        if not self.histories.take_up(key, template):
            for part, editor in self.editors.written.items():
                editor.set_document(template.part(part))
        self.editors.source.set_language(template.language)
        if self.editors.as_source:
            self.editors.source.show_document(template.body, 0)

    def recolour(self, theme: Theme) -> None:
        """Paint in the look in use."""
        colours = editor_colours(theme)
        for editor in self.editors.written.values():
            editor.set_colours(colours)
        self.editors.source.recolour(colours, source_colours(theme))


def make_widgets(
    theme: Theme,
    actions: Actions,
    log: UndoLog,
    workspace: Workspace,
    saving: Saving,
    policy: Policy,
) -> Widgets:
    """Return the widgets of a window, connected to nothing yet."""
    colours, table = editor_colours(theme), policy.placeholder_table()
    editors = Editors(
        SubjectEditor(log, colours, table),
        MessageEditor(log, colours, workspace.image, saving.store_image, table),
        SourceEdit(log, colours, source_colours(theme), table),
    )
    for editor in (editors.words, editors.source):
        CaretInView(editor)
    editors.words.set_hint(tr_("paper.hint"))
    # Held here: a button does not own its menu.
    export_menu = QMenu()
    return Widgets(
        Sidebar(theme),
        Header(export_menu),
        FormatToolBar(actions, theme),
        MessageBar(theme),
        MessageBar(theme),
        FindBar(theme),
        editors,
        label("", "small"),
        Histories(editors),
        pages(editors),
        FindingsPanel(theme),
        PreviewPane(workspace.image, theme),
        StatusLine(theme),
        export_menu,
    )


def editor_colours(theme: Theme) -> EditorColours:
    """Return what the editors paint with in the look in use."""
    colours = theme.colours
    return EditorColours(
        text=colours.text,
        muted=colours.muted,
        paper=colours.panel,
        line=colours.line,
        link=colours.accent,
        chip=colours.accent_soft,
        chip_text=colours.accent_text,
        must_fix=colours.must_fix,
        must_fix_soft=colours.must_fix_soft,
        review=colours.review,
        review_soft=colours.review_soft,
        advice=colours.advice,
        hit=colours.hit,
        hit_current=colours.hit_current,
        selected=colours.primary,
        on_selected=colours.on_primary,
    )


def source_colours(theme: Theme) -> SourceColours:
    """Return what HTML source is painted in."""
    colours = theme.colours
    return SourceColours(
        tag=colours.accent_text,
        attribute=colours.muted,
        value=colours.approved_text,
        comment=colours.faint,
        placeholder=colours.review_text,
        number=colours.faint,
        current_number=colours.text,
    )


def panes(widgets: Widgets) -> Panes:
    """Return where in the window each of them goes."""
    return Panes(
        sidebar=widgets.sidebar,
        header=widgets.header,
        toolbar=widgets.toolbar,
        message_bar=widgets.bar,
        hint_bar=widgets.hint_bar,
        find_bar=widgets.find,
        editor=Paper(widgets.subject, widgets.subject_note, widgets.pages),
        findings=widgets.findings,
        preview=widgets.preview,
        status=widgets.status,
        parts=(widgets.subject, widgets.pages),
        whole_rows=widgets.findings.whole_rows,
    )
