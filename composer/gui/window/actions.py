"""Every command of the window as a QAction, built once and passed to who needs it."""

from dataclasses import dataclass, fields

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from composer.gui.theme.theme import LookChoice, Theme
from composer.gui.words.text import plain, tr_
from composer.gui.words.wordbook import LANGUAGES, SYSTEM

_Standard = QKeySequence.StandardKey

# Ctrl+Space and Ctrl+. belong to some input methods, so each has a second key.
_KEYS: dict[str, tuple[QKeySequence.StandardKey | str, ...]] = {
    "new": (_Standard.New,),
    "open": (_Standard.Open,),
    "save": (_Standard.Save,),
    "save_as": (_Standard.SaveAs, "Ctrl+Shift+S"),
    "export": ("Ctrl+E",),
    "copy_seller_central": ("Ctrl+Shift+C",),
    "quit": (_Standard.Quit, "Ctrl+Q"),
    "undo": (_Standard.Undo,),
    "redo": (_Standard.Redo, "Ctrl+Y", "Ctrl+Shift+Z"),  # one of them on every system
    "cut": (_Standard.Cut,),
    "copy": (_Standard.Copy,),
    "paste": (_Standard.Paste,),
    "paste_plain": ("Ctrl+Shift+V",),
    "select_all": (_Standard.SelectAll,),
    "find": (_Standard.Find,),
    "replace": (_Standard.Replace, "Ctrl+H"),
    "find_in_library": ("Ctrl+Alt+F",),
    "find_next": (_Standard.FindNext,),
    "find_previous": (_Standard.FindPrevious,),
    "bold": (_Standard.Bold, "Ctrl+B"),
    "italic": (_Standard.Italic, "Ctrl+I"),
    "underline": (_Standard.Underline, "Ctrl+U"),
    "sizes": ("Ctrl+Shift+T",),
    "bullet_list": ("Ctrl+Shift+8",),
    "numbered_list": ("Ctrl+Shift+7",),
    "link": ("Ctrl+K",),
    "placeholder": ("Ctrl+Space", "Ctrl+Shift+P"),
    "show_source": ("Ctrl+Shift+H",),
    "show_sidebar": ("F9",),
    "show_findings": ("Ctrl+Shift+M",),
    "show_preview": ("Ctrl+Shift+E",),
    "next_pane": ("F6",),
    "previous_pane": ("Shift+F6",),
    "next_finding": ("F8",),
    "previous_finding": ("Shift+F8",),
    "fixes": ("Ctrl+.", "Alt+Return"),
    "find_findings": ("Ctrl+Shift+L",),
    "fix_all": ("Ctrl+Shift+.", "Ctrl+Shift+F"),
    "why": ("Shift+F1",),
    "approve": ("Ctrl+Shift+A",),
    "help": (_Standard.HelpContents, "F1"),
}
_CHECKABLE = frozenset(
    {"bold", "italic", "underline", "bullet_list", "numbered_list"}
    | {"show_source", "show_sidebar", "show_findings", "show_preview"}
)
_LOOKS = {choice: f"look_{choice.value.replace('-', '_')}" for choice in LookChoice}


@dataclass(frozen=True, slots=True)
class Actions:
    """The commands; connect to their `triggered`."""

    new: QAction
    open: QAction
    open_library: QAction
    starters: QAction
    save: QAction
    save_as: QAction
    rename: QAction
    duplicate: QAction
    delete: QAction
    deleted: QAction
    reveal: QAction
    compare_version: QAction
    compare_template: QAction
    export: QAction
    copy_seller_central: QAction
    save_proof: QAction
    quit: QAction
    undo: QAction
    redo: QAction
    cut: QAction
    copy: QAction
    paste: QAction
    paste_plain: QAction
    select_all: QAction
    find: QAction
    replace: QAction
    find_in_library: QAction
    find_next: QAction
    find_previous: QAction
    bold: QAction
    italic: QAction
    underline: QAction
    sizes: QAction
    bullet_list: QAction
    numbered_list: QAction
    link: QAction
    image: QAction
    row_above: QAction
    row_below: QAction
    column_before: QAction
    column_after: QAction
    delete_row: QAction
    delete_column: QAction
    table_to_text: QAction
    placeholder: QAction
    show_source: QAction
    show_sidebar: QAction
    show_findings: QAction
    show_preview: QAction
    measured: QAction
    next_pane: QAction
    previous_pane: QAction
    next_finding: QAction
    previous_finding: QAction
    fixes: QAction
    find_findings: QAction
    fix_all: QAction
    why: QAction
    why_not: QAction
    own_words: QAction
    own_orders: QAction
    own_values: QAction
    compare_editions: QAction
    approve: QAction
    help: QAction
    about: QAction
    look_system: QAction
    look_light: QAction
    look_dark: QAction
    look_high_contrast: QAction
    language_system: QAction
    language_en: QAction
    language_de: QAction
    language_zh_cn: QAction

    @property
    def all(self) -> tuple[QAction, ...]:
        """Every command."""
        return tuple(getattr(self, field.name) for field in fields(self))

    @property
    def of_words(self) -> tuple[QAction, ...]:
        """Those that need the message as it is written, not its source."""
        marks = (self.bold, self.italic, self.underline, self.bullet_list, self.numbered_list)
        return (*marks, self.link, self.image, self.why_not)

    @property
    def of_looks(self) -> tuple[QAction, ...]:
        """Those of what plain text leaves out; it writes lists and links in characters."""
        return (self.bold, self.italic, self.underline, self.image)

    @property
    def of_tables(self) -> tuple[QAction, ...]:
        """Those that change the table around the caret."""
        rows = (self.row_above, self.row_below, self.delete_row)
        columns = (self.column_before, self.column_after, self.delete_column)
        return (*rows, *columns, self.table_to_text)

    @property
    def looks(self) -> dict[LookChoice, QAction]:
        """The commands that switch the look, by what they choose."""
        return {choice: getattr(self, name) for choice, name in _LOOKS.items()}

    @property
    def languages(self) -> dict[str, QAction]:
        """The commands that choose the interface's language, by its tag."""
        tags = (SYSTEM, *LANGUAGES)
        return {tag: getattr(self, f"language_{tag.replace('-', '_').lower()}") for tag in tags}


def build_actions(parent: QObject, theme: Theme) -> Actions:
    """Return the commands, owned by `parent`, with keys, icons and help for the pointer.

    `parent` has to outlive every window that shows them: the application does.
    The look's commands are connected to `theme`; the others wait for their owner.
    """
    made = {field.name: _action(field.name, parent) for field in fields(Actions)}
    actions = Actions(**made)
    group = QActionGroup(parent)
    for choice, action in actions.looks.items():
        action.setCheckable(True)
        action.setChecked(choice is theme.choice)
        group.addAction(action)
        action.triggered.connect(lambda _checked=False, c=choice: theme.choose(c))

    def tint() -> None:
        for name, action in made.items():
            action.setIcon(theme.icon(name))

    tint()
    theme.changed.connect(tint)
    languages = QActionGroup(parent)
    for action in actions.languages.values():
        action.setCheckable(True)
        languages.addAction(action)
    actions.quit.setMenuRole(QAction.MenuRole.QuitRole)
    actions.about.setMenuRole(QAction.MenuRole.AboutRole)
    return actions


def _action(name: str, parent: QObject) -> QAction:
    action = QAction(tr_(f"action.{name}"), parent)
    action.setObjectName(name)
    action.setCheckable(name in _CHECKABLE)
    keys = _sequences(name)
    action.setShortcuts(keys)
    words = plain(action.text())
    shown = keys[0].toString(QKeySequence.SequenceFormat.NativeText) if keys else ""
    action.setToolTip(f"{words} ({shown})" if shown else words)
    return action


def _sequences(name: str) -> list[QKeySequence]:
    """Return the keys of a command; a standard key may be several, or none on a platform."""
    keys: list[QKeySequence] = []
    for entry in _KEYS.get(name, ()):
        found = [QKeySequence(entry)] if isinstance(entry, str) else QKeySequence.keyBindings(entry)
        keys += [key for key in found if key not in keys]
    return keys
