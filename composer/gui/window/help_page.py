"""One page on how the app is used."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from composer.gui.findings.page import Page, Sheet, heading
from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.widgets.mark_label import LineMark
from composer.gui.widgets.style import label, nested
from composer.gui.window.actions import Actions
from composer.gui.words.text import plain, tr_

_STEPS = ("step1", "step2", "step3", "step4")


class HelpPage(Page):
    """The steps, the marks, placeholders, setting aside and the keys."""

    def __init__(self, theme: Theme, actions: Actions, store: QSettings, parent: QWidget) -> None:
        super().__init__("help", store, parent)
        self._theme = theme
        self.setWindowTitle(tr_("help.title"))
        sheet = Sheet()
        content = sheet.column
        content.addWidget(label(tr_("help.title"), "title", wrap=True))
        heading(content, tr_("help.steps"))
        for number, step in enumerate(_STEPS, 1):
            self._add_step(content, number, step)
        heading(content, tr_("help.marks"))
        for mark in Mark:
            self._add_mark(content, mark)
        for topic in ("placeholders", "set_aside"):
            heading(content, tr_(f"help.{topic}"))
            content.addWidget(label(tr_(f"help.{topic}_text"), "text", wrap=True))
        heading(content, tr_("help.keys"))
        _add_keys(content, _worth_knowing(actions))
        self.turn_to(sheet)

    def _add_mark(self, content: QBoxLayout, mark: Mark) -> None:
        row = nested(content, QHBoxLayout())
        row.setSpacing(10)
        row.addWidget(LineMark(self._theme, mark, 14), 0, Qt.AlignmentFlag.AlignTop)
        name = label(tr_(f"state.{mark}"), "text")
        names = (name.fontMetrics().horizontalAdvance(tr_(f"state.{each}")) for each in Mark)
        name.setMinimumWidth(max(names) + 12)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(tr_(f"help.mark.{mark}"), "text", wrap=True), 1)

    def _add_step(self, content: QBoxLayout, number: int, step: str) -> None:
        row = nested(content, QHBoxLayout())
        row.setSpacing(10)
        digit = label(self.locale().toString(number), "muted")
        digit.setMinimumWidth(14)
        row.addWidget(digit, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label(tr_(f"help.{step}"), "text", wrap=True), 1)


def _worth_knowing(actions: Actions) -> tuple[QAction, ...]:
    stepping = (actions.next_finding, actions.fixes, actions.why)
    finding = (actions.fix_all, actions.find_findings)
    leaving = (actions.approve, actions.export, actions.copy_seller_central)
    return (*stepping, *finding, actions.placeholder, *leaving, actions.next_pane)


def _add_keys(content: QBoxLayout, commands: tuple[QAction, ...]) -> None:
    grid = QGridLayout()
    content.addLayout(grid)  # still empty, as `nested` has it
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for row, command in enumerate(commands):
        keys = command.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        grid.addWidget(label(keys, "muted"), row, 0)
        grid.addWidget(label(plain(command.text()), "text", wrap=True), row, 1)
