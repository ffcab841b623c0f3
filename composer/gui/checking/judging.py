"""Findings on their way from the check to squiggles, cards and fixes, and back into the text."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from composer.gui.checking.checker import Checker
from composer.gui.checking.half_typed import HalfTyped
from composer.gui.checking.suggesting import Suggesting
from composer.gui.editor.line_glow import LineGlow
from composer.gui.findings.choices import Choice, choices, remedies, stale_row, with_choices
from composer.gui.findings.linking import Linking
from composer.gui.findings.model import FindingRow
from composer.gui.findings.rows import finding_rows
from composer.gui.findings.set_asides import SetAsides
from composer.gui.template.workspace import Workspace
from composer.gui.window.main_window import MainWindow
from composer.gui.words.saying import fix_made
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors
from composer.lint.engine import Linter
from composer.lint.finding import Finding, Fix
from composer.policy import Policy
from composer.template import SetAside


class Judging(QObject):
    """Shows the findings of the open template and carries out what the seller decides.

    Signals:
        judged: findings of the text as it is now, a tuple; None once the text differs.
        reached: the caret came into the finding with this key, or stepped to it.
        told: a sentence on what happened.
        fixed: a sentence on the fix that was made just now, in one step to undo.
        decision: a `Choice` was made about the finding with a key, other than fixing it.
        explain: the page of the rule behind a `Finding` is wanted.
        language_chosen: a fix says that the message is in the language with this tag.
    """

    judged = Signal(object)
    reached = Signal(str)
    told = Signal(str)
    fixed = Signal(str)
    decision = Signal(object, str)
    explain = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        editors: Editors,
        linking: Linking,
        checker: Checker,
        linter: Linter,
        suggesting: Suggesting,
        set_asides: SetAsides,
        window: MainWindow,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._editors = editors
        self._linking = linking
        self._checker = checker
        self._policy = linter.policy
        self._suggesting = suggesting
        self._set_asides = set_asides
        self._half_typed = HalfTyped(editors, self)
        self._glow = LineGlow(self)
        self._rules = {rule.id: rule for rule in linter.rules}
        self._found: tuple[Finding, ...] = ()
        self._findings: dict[str, Finding] = {}
        self._rows: dict[str, FindingRow] = {}
        self._stale: dict[str, SetAside] = {}
        self._fresh = False
        self._waiting: list[Callable[[], object]] = []
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

    def when_fresh(self, work: Callable[[], object]) -> None:
        """Do `work` once the findings are those of the text as it is now."""
        if self._fresh:
            work()
        else:
            self._waiting.append(work)

    def show(self, findings: tuple[Finding, ...]) -> None:
        """Show the findings, those of the text as it is now; none of what is half typed."""
        self._found = tuple(map(self._suggesting.helped, findings))
        findings = self._half_typed.shown(self._found)
        template = self._workspace.template
        line = self._editors.source.line if self._editors.as_source else None
        rows = finding_rows(findings, template, self._policy, self._rules, line)
        rows = tuple(map(with_choices, rows, findings))
        self._findings = {row.key: found for row, found in zip(rows, findings, strict=True)}
        self._rows = {row.key: row for row in rows}
        stale = tuple(stale_row(entry, self._rules) for entry in self._stale.values())
        self._linking.show(self._findings, self._rows, stale)
        # What is held back is not gone: nobody approves meanwhile.
        self.judged.emit(findings if len(findings) == len(self._found) else None)

    def refresh(self) -> None:
        """Show the findings as they are, in whichever editor is on screen now."""
        self._linking.hide_card()
        if self._fresh:  # else their places are of other words, and the next ones are on their way
            self.show(self._found)

    def finding(self, key: object) -> Finding | None:
        """Return the finding shown as `key`, None where it is shown no more."""
        return self._findings.get(str(key))

    def row(self, key: str) -> FindingRow | None:
        """Return the words for the finding shown as `key`, None where it is shown no more."""
        return self._rows.get(key)

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) finding, from anywhere."""
        self._linking.step(direction)

    def show_first(self) -> None:
        """Go to the finding to deal with first."""
        self._linking.show_first()

    def show_finding(self, key: str) -> None:
        """Go to one of the open findings shown."""
        self._linking.show_finding(key)

    def fix(self, key: str, index: int) -> None:
        """Make one fix, or take the choice after the fixes: set aside, or withdraw that."""
        if key in self._stale:
            self._set_asides.remove(self._stale[key])
            return
        finding = self._findings.get(key)
        if finding is None:
            return
        remedy = remedies(finding)[index]
        if isinstance(remedy, Choice):
            self.decide(key, remedy)
        else:
            self.apply(key, remedy)

    def apply(self, key: str, fix: Fix, _checked: bool = False) -> None:
        """Make one of the fixes of a finding that is still shown."""
        finding = self._findings.get(key)
        if finding is None:
            return
        self._linking.hide_card()
        if fix.language:
            self.language_chosen.emit(fix.language)
            return
        editor = self._editors[fix.part]
        editor.setFocus()
        with self._editors.subject.undo_log.together():
            made = [self._editors[it.part].apply_fix(it.edits) for it in reversed(fix.in_parts)]
        if all(made):
            self._glow.show_on(editor)
            if not finding.dictionary:  # another word is seen at once, and typed back as fast
                self.fixed.emit(fix_made(fix, finding.rule))
        else:
            self._checker.check_now()

    def decide(self, key: str, choice: Choice, _checked: bool = False) -> None:
        """Take a decision on a finding that still leaves it."""
        finding = self._findings.get(key)
        if finding is not None and choice in choices(finding):
            self._linking.hide_card()
            self.decision.emit(choice, key)

    def open_fixes(self, fill: Callable[[QMenu, str], object]) -> None:
        """Offer what can be done about the finding at the caret, by keyboard; `fill` adds that."""
        self._linking.open_fixes(fill)

    def show_place(self, key: str, index: int, _checked: bool = False) -> None:
        """Go to another place that a finding hangs on."""
        self._linking.show_place(key, index)

    def hide_card(self) -> None:
        """Take the card away from the text, as behind a menu."""
        self._linking.hide_card()

    def why(self, key: str, _checked: bool = False) -> None:
        """Ask for the page of the rule behind a finding."""
        finding = self._findings.get(key)
        if finding is None:
            self.told.emit(tr_("why.nothing"))
        else:
            self._linking.hide_card()
            self.explain.emit(finding)

    def key_at_caret(self) -> str:
        """Return the key of the finding that the keyboard is at, "" where it is at none."""
        return self._linking.key_at_caret()

    def _connect(self) -> None:
        self._checker.checked.connect(self._on_checked)
        self._suggesting.arrived.connect(self._help)
        self._half_typed.left.connect(self._show_again)
        self._linking.fix_requested.connect(self.fix)
        self._linking.why_requested.connect(self.why)
        self._linking.told.connect(self.told)
        self._linking.reached.connect(self.reached)
        self._workspace.opened.connect(self._on_open)
        for editor in self._editors.all:
            editor.changed.connect(self._on_edit)

    def _on_open(self) -> None:
        self._stale, self._fresh, self._waiting = {}, False, []

    def _show_again(self) -> None:
        if self._fresh:
            self.show(self._found)

    def _on_edit(self) -> None:
        self._fresh = False
        self.judged.emit(None)

    def _help(self, word: str, language: str) -> None:
        """Show what the dictionary offers for a word, if its finding is still there."""
        if self._fresh and any(
            (it.text, it.dictionary) == (word, language) for it in self._findings.values()
        ):
            self.show(self._found)

    def _on_checked(self, _revision: int, findings: tuple[Finding, ...]) -> None:
        stale = self._set_asides.stale(findings)
        self._stale = {stale_row(entry, self._rules).key: entry for entry in stale}
        self._fresh = True
        self.show(findings)
        self._suggesting.look_ahead(findings)
        waiting, self._waiting = self._waiting, []
        for work in waiting:
            work()
