"""Explains rules: why something is flagged, and why something is not."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from composer.document.html.reader import read_html
from composer.gui.checking.linters import Linters
from composer.gui.editor.colours import EditorColours
from composer.gui.findings.not_flagged import NotFlaggedPage
from composer.gui.findings.try_box import TryBox
from composer.gui.findings.why import WhyPage
from composer.gui.latest import Latest
from composer.gui.template.workspace import Workspace
from composer.gui.theme.theme import Theme
from composer.gui.widgets.ask import AskDialog
from composer.gui.words.saying import language_title, named, problem
from composer.gui.words.text import listed, tr_
from composer.gui.writing.editors import Editors
from composer.library.errors import LibraryError
from composer.library.reports import keep_missed
from composer.lint.extract import extract_of
from composer.lint.finding import Finding, Severity
from composer.lint.near_misses import near_misses
from composer.lint.rule import Rule
from composer.template import Template


class Explaining(QObject):
    """Opens the pages of rules, and of what no rule flags; `reports` keeps what was missed.

    Signals:
        told: a sentence on what happened.
        failed: a sentence on what did not work.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        editors: Editors,
        linters: Linters,
        colours: Callable[[], EditorColours],
        reports: Path,
        theme: Theme,
        store: QSettings,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._editors = editors
        self._linters = linters
        self._policy = linters.policy
        self._reports = reports
        self._rules = {rule.id: rule for rule in linters.quick().rules}
        table = linters.policy.placeholder_table()
        self._box = TryBox(self._scene, linters.quick, table, colours(), theme)
        self.why = WhyPage(
            self._box,
            lambda html: read_html(html, table).document,
            colours,
            theme,
            store,
            window,
        )
        self.not_flagged = NotFlaggedPage(
            self._named, lambda: self._scene().language, theme, store, window
        )
        self.not_flagged.rule_requested.connect(self.explain)
        self.not_flagged.missed.connect(self._report)
        self._place = ("body", "")
        self._asking = Latest(self)
        self._asking.done.connect(self.not_flagged.show_answer)
        self._asking.failed.connect(lambda error: self.not_flagged.fail(self._place[1], error))
        self._marking = Latest(self)
        self._marking.done.connect(lambda marked: self.why.mark_samples(*marked))

    def explain(self, rule: str) -> None:
        """Open the page of a rule, by its id."""
        found = self._rules.get(rule)
        if found is not None:
            self._open(found, found.severity)

    def explain_finding(self, finding: Finding) -> None:
        """Open the page of the rule behind a finding: how it weighs here, its words to try."""
        found = self._rules.get(finding.rule)
        if found is not None:
            self._box.put(extract_of(self._scene(), finding))
            self._open(found, finding.severity)

    def _open(self, rule: Rule, severity: Severity) -> None:
        self._show_scene()
        clause = self._policy.clauses[rule.clause]
        self.why.show_rule(rule, clause, self._scene().language, severity)
        self._mark_samples(rule)

    def explain_missing(self) -> None:
        """Open the page on what is selected, or else on the paragraph at the caret."""
        part = "subject" if self._editors.subject.hasFocus() else "body"
        editor = self._editors.written[part]
        start, end = editor.selection()
        document = editor.document_value()
        if start == end:
            index = document.block_index(start)
            start = document.starts[index]
            end = start + len(document.blocks[index].text)
        text = document.text[start:end]
        if not text.strip():
            self.told.emit(tr_("near.select"))
            return
        self._place = (part, text)
        self.not_flagged.wait(text)
        scene = self._scene()
        self._asking.run(lambda: near_misses(self._linters.patient(), scene, part, start, end))

    def renew(self) -> None:
        """Look again: the speller knows more, or the template is for something else."""
        if self.why.isVisible():
            self._show_scene()
            if self.why.rule is not None:
                self._mark_samples(self.why.rule)

    def renew_linter(self) -> None:
        """Try sentences with the library's settings as they are now."""
        self._box.checker.renew()

    def stop(self) -> None:
        """Wait for the check under way and start no other."""
        self._box.checker.stop()
        self._asking.stop()
        self._marking.stop()

    def _scene(self) -> Template:
        return self._workspace.template

    def _mark_samples(self, rule: Rule) -> None:
        """Have the rule's examples marked, beside the window: the first time takes a moment."""
        examples = self.why.examples

        def mark() -> tuple[Rule, list[tuple[Finding, ...]]]:
            linter = self._linters.of(rule)
            return rule, [linter.lint(template, seen) for template, seen in examples]

        self._marking.run(mark)

    def _show_scene(self) -> None:
        scene = self._scene()
        parts = (
            self._named("reason", scene.reason),
            self._named("channel", scene.channel),
            self._named("store", scene.marketplace),
            self._named("language", scene.language),
        )
        self.why.show_scene(tr_("try.scene", scene=listed(parts)))

    def _named(self, kind: str, name: str) -> str:
        if kind == "language":
            return language_title(self._policy.languages, name)
        if kind == "reason" and not name:
            return tr_("app_state.reason_missing")
        if kind == "store":
            return name.capitalize()
        known = self._policy.reasons if kind == "reason" else self._policy.channels
        return named(kind, name, known[name].title) if name in known else name

    def _report(self) -> None:
        part, text = self._place

        def take(note: str) -> None:
            try:
                keep_missed(self._reports, self._scene(), part, text, note)
            except LibraryError as error:
                self.failed.emit(problem(error))
            else:
                self.told.emit(tr_("report.done", path=self._reports))

        AskDialog(tr_("near.report_title"), tr_("near.report_label"), take, self.not_flagged).open()
