"""Findings on their way from the check to squiggles, cards and fixes, and back into the text."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QMenu

from composer.gui.checker import Checker
from composer.gui.editor.paint.squiggles import Squiggle
from composer.gui.editors import Editors
from composer.gui.findings.card import FindingCard
from composer.gui.findings.choices import choices, with_choices
from composer.gui.findings.fix_all import FixAllDialog
from composer.gui.findings.model import FindingRow
from composer.gui.findings.panel import FindingsPanel
from composer.gui.findings.rows import finding_rows
from composer.gui.findings.why import WhyDialog
from composer.gui.main_window import MainWindow
from composer.gui.suggesting import Suggesting
from composer.gui.text import tr_
from composer.gui.theme.theme import Theme
from composer.gui.workspace import Workspace
from composer.lint.engine import Linter
from composer.lint.finding import Finding
from composer.lint.fix import automatic, fix
from composer.policy import Policy


class Judging(QObject):
    """Shows the findings of the open template and carries out what the seller decides.

    Signals:
        judged: findings of the text as it is now, a tuple; None once the text differs.
        told: a sentence on what happened.
        decision: a `Choice` was made about a finding, other than fixing it.
    """

    judged = Signal(object)
    told = Signal(str)
    decision = Signal(object, object)

    def __init__(
        self,
        workspace: Workspace,
        editors: Editors,
        panel: FindingsPanel,
        checker: Checker,
        make_linter: Callable[[], Linter],
        suggesting: Suggesting,
        theme: Theme,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._editors = editors
        self._panel = panel
        self._checker = checker
        self._make_linter = make_linter
        linter = make_linter()
        self._policy = linter.policy
        self._suggesting = suggesting
        self._theme = theme
        self._window = window
        self._rules = {rule.id: rule for rule in linter.rules}
        self._findings: dict[str, Finding] = {}
        self._rows: dict[str, FindingRow] = {}
        self._showing = False
        self._card = FindingCard(theme, window, window.writing_pane)
        self._leave = QTimer(self, singleShot=True, interval=250)
        self._leave.timeout.connect(self._card.hide_soon)
        self._connect()

    @property
    def policy(self) -> Policy:
        """The edition judged under."""
        return self._policy

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings shown, in the order of the text."""
        return tuple(self._findings.values())

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the findings shown, in the same order."""
        return tuple(self._findings)

    def show(self, findings: tuple[Finding, ...]) -> None:
        """Show the findings of the text as it is now."""
        findings = tuple(map(self._suggesting.helped, findings))
        template = self._workspace.template
        rows = finding_rows(findings, template, self._policy, self._rules)
        rows = tuple(map(with_choices, rows, findings))
        self._findings = {row.key: found for row, found in zip(rows, findings, strict=True)}
        self._rows = {row.key: row for row in rows}
        self._panel.set_rows(rows, fixable=sum(automatic(each) is not None for each in findings))
        self._showing = True
        for part, editor in self._editors.items():
            editor.show_findings(self._squiggles(part))
        self._showing = False
        if self._card.row is not None and self._card.row.key not in self._rows:
            self._card.hide()
        self.judged.emit(findings)

    def refresh(self) -> None:
        """Show the findings as they are, in whichever editor is on screen now."""
        self._card.hide()
        self.show(self.findings)

    def finding(self, key: object) -> Finding | None:
        """Return the finding shown as `key`, None where it is shown no more."""
        return self._findings.get(str(key))

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) finding, from anywhere."""
        key = self._panel.step(direction)
        finding = self._findings.get(key)
        if finding is not None and finding.location.part in self._editors:
            self._editors[finding.location.part].setFocus()
            self._show_card(key)

    def fix(self, key: str, index: int) -> None:
        """Make one fix, or take the choice after the fixes: set aside, or withdraw that."""
        finding = self._findings.get(key)
        if finding is None:
            return
        self._card.hide()
        if index < len(finding.fixes) and finding.set_aside is None:
            chosen = finding.fixes[index]
            editor = self._editors[chosen.part]
            if not editor.apply_fix(chosen.edits):
                self._checker.check_now()
            editor.setFocus()
        else:
            fixes = len(finding.fixes) if finding.set_aside is None else 0
            self.decision.emit(choices(finding)[index - fixes], finding)

    def fix_all(self) -> None:
        """Show what fixing automatically would change, and do it in one undo step."""
        rows = tuple(
            replace(row, fixes=(mend.title,))
            for key, row in self._rows.items()
            if (mend := automatic(self._findings[key])) is not None
        )
        if not rows:
            return
        dialog = FixAllDialog(self._theme, rows, self._window)
        dialog.accepted.connect(self._fix_all_now)
        dialog.open()

    def open_fixes(self) -> None:
        """Offer the fixes of the finding at the caret, by keyboard."""
        key = self._panel.current_key()
        row = self._rows.get(key)
        if row is None:
            return
        menu = QMenu(self._window)
        for index, title in enumerate((*row.fixes, *row.more)):
            entry = menu.addAction(title)
            entry.triggered.connect(lambda _=False, i=index: self.fix(key, i))
        why = menu.addAction(tr_("action.why"))
        why.triggered.connect(lambda: self.why(key))
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self._menu_point(key))

    def why(self, key: str) -> None:
        """Open the page of the rule behind a finding."""
        finding = self._findings.get(key)
        if finding is not None and finding.rule in self._rules:
            clause = self._policy.clauses[finding.clause]
            WhyDialog(self._rules[finding.rule], clause, self._window).open()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        ) or event.type() == QEvent.Type.Resize:
            self._card.hide()
        return False

    def _connect(self) -> None:
        self._checker.checked.connect(self._on_checked)
        self._suggesting.arrived.connect(self._help)
        self._panel.selected.connect(self._select)
        for source in (self._panel, self._card):
            source.fix_requested.connect(self.fix)
            source.why_requested.connect(self.why)
        self._panel.fix_all_requested.connect(self.fix_all)
        for editor in self._editors.all:
            editor.changed.connect(self._on_edit)
            editor.finding_hovered.connect(self._hover)
            editor.finding_at_caret.connect(self._caret_in)
            editor.verticalScrollBar().valueChanged.connect(self._card.hide)
            editor.installEventFilter(self)

    def _help(self, word: str, language: str) -> None:
        """Show what the dictionary offers for a word, if its finding is still there."""
        if any((it.text, it.dictionary) == (word, language) for it in self._findings.values()):
            shown = self._card.row.key if self._card.isVisible() and self._card.row else ""
            self.show(self.findings)
            if shown in self._rows:
                self._show_card(shown)

    def _on_checked(self, _revision: int, findings: tuple[Finding, ...]) -> None:
        self.show(findings)

    def _on_edit(self) -> None:
        self._card.hide()
        self.judged.emit(None)

    def _squiggles(self, part: str) -> tuple[Squiggle, ...]:
        return tuple(
            Squiggle(key, finding.location.start, finding.location.end, finding.severity)
            for key, finding in self._findings.items()
            if finding.location.part == part
            and finding.location.start < finding.location.end
            and finding.set_aside is None
        )

    def _select(self, key: str) -> None:
        finding = self._findings.get(key)
        if finding is not None and finding.location.part in self._editors:
            self._editors[finding.location.part].select_finding(key)

    def _hover(self, key: str | None, rect: QRect) -> None:
        if key is None:
            self._leave.start()
        elif key in self._rows:
            self._leave.stop()
            self._suggesting.ask(self._findings[key])
            self._card.show_for(self._rows[key], rect)

    def _caret_in(self, key: str | None) -> None:
        if key is None:
            self._card.hide_soon()
        elif key in self._rows and not self._showing:  # or cards would jump at who is typing
            self._panel.select(key)
            if self._editors[self._findings[key].location.part].hasFocus():  # not while searching
                self._show_card(key)

    def _show_card(self, key: str) -> None:
        finding = self._findings[key]
        self._suggesting.ask(finding)
        rect = self._editors[finding.location.part].finding_rect(key)
        if rect.isValid():
            self._card.show_for(self._rows[key], rect)

    def _menu_point(self, key: str) -> QPoint:
        finding = self._findings[key]
        editor = self._editors.get(finding.location.part)
        rect = editor.finding_rect(key) if editor else QRect()
        return rect.bottomLeft() if rect.isValid() else QCursor.pos()

    def _fix_all_now(self) -> None:
        self._workspace.checkpoint()
        template = self._workspace.template
        outcome = fix(template, self._make_linter())
        with self._editors.body.undo_log.together():
            for part, editor in self._editors.items():
                if outcome.template.part(part) != template.part(part):
                    editor.replace_document(outcome.template.part(part))
        self.told.emit(tr_("notice.fixed", count=len(outcome.applied)))
        self._checker.check_now()
