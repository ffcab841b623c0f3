"""Explains rules: why something is flagged, and why something is not."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QRunnable, QSettings, QThreadPool, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from composer.document.html.reader import read_html
from composer.gui.editor.colours import EditorColours
from composer.gui.editors import Editors
from composer.gui.findings.not_flagged import NotFlaggedPage
from composer.gui.findings.try_box import TryBox
from composer.gui.findings.why import WhyPage
from composer.gui.linters import Linters
from composer.gui.text import tr_
from composer.gui.theme.theme import Theme
from composer.gui.widgets.ask import AskDialog
from composer.gui.workspace import Workspace
from composer.library.errors import LibraryError
from composer.library.reports import keep_missed
from composer.lint.engine import Linter
from composer.lint.finding import Finding
from composer.lint.near_misses import NotFlagged, near_misses
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
    _answered = Signal(int, object, str)

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
            self._mark,
            colours,
            theme,
            store,
            window,
        )
        self.not_flagged = NotFlaggedPage(self._named, theme, store, window)
        self.not_flagged.rule_requested.connect(self.explain)
        self.not_flagged.missed.connect(self._report)
        self._asked = 0
        self._place = ("body", "")
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._answered.connect(self._take)

    def explain(self, rule: str) -> None:
        """Open the page of a rule, by its id."""
        found = self._rules.get(rule)
        if found is not None:
            self._show_scene()
            clause = self._policy.clauses[found.clause]
            self.why.show_rule(found, clause, self._scene().language)

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
        self._asked += 1
        self._place = (part, text)
        self.not_flagged.wait(text)
        ask = partial(near_misses, template=self._scene(), part=part, start=start, end=end)
        self._pool.start(_Question(self._asked, self._linters.patient, ask, self._answered))

    def renew(self) -> None:
        """Look again: the speller knows more, or the template is for something else."""
        if self.why.isVisible():
            self.why.mark_samples()
            self._show_scene()

    def renew_linter(self) -> None:
        """Try sentences with the library's settings as they are now."""
        self._box.checker.renew()

    def stop(self) -> None:
        """Wait for the check under way and start no other."""
        self._box.checker.stop()
        self._pool.clear()
        self._pool.waitForDone()

    def _scene(self) -> Template:
        return self._workspace.template

    def _mark(self, rule: Rule, example: Template) -> tuple[Finding, ...]:
        return self._linters.of(rule).lint(example)

    def _show_scene(self) -> None:
        scene = self._scene()
        parts = (
            self._named("reason", scene.reason),
            self._named("channel", scene.channel),
            self._named("store", scene.marketplace),
            self._named("language", scene.language),
        )
        self.why.show_scene(tr_("try.scene", scene=", ".join(parts)))

    def _named(self, kind: str, name: str) -> str:
        if kind == "language":
            return self._policy.languages.title(name)
        if kind == "reason" and not name:
            return tr_("app_state.reason_missing")
        if kind == "store":
            return name.capitalize()
        known = self._policy.reasons if kind == "reason" else self._policy.channels
        return known[name].title if name in known else name

    def _take(self, number: int, answer: NotFlagged | None, error: str) -> None:
        if number != self._asked:
            return
        if answer is not None:
            self.not_flagged.show_answer(answer)
        else:
            self.not_flagged.fail(self._place[1], error)

    def _report(self) -> None:
        part, text = self._place

        def take(note: str) -> None:
            try:
                keep_missed(self._reports, self._scene(), part, text, note)
            except LibraryError as error:
                self.failed.emit(str(error))
            else:
                self.told.emit(tr_("report.done", path=self._reports))

        AskDialog(tr_("near.report_title"), tr_("near.report_label"), take, self.not_flagged).open()


class _Question(QRunnable):
    """One question, answered on a thread of its own with a linter of its own."""

    def __init__(
        self,
        number: int,
        make_linter: Callable[[], Linter],
        ask: Callable[[Linter], NotFlagged],
        answered: SignalInstance,
    ) -> None:
        super().__init__()
        self._number = number
        self._make_linter = make_linter
        self._ask = ask
        self._answered = answered

    def run(self) -> None:
        answer: NotFlagged | None = None
        error = ""
        try:
            answer = self._ask(self._make_linter())
        except Exception as caught:  # noqa: BLE001 - said on screen, never lost on a thread
            error = f"{type(caught).__name__}: {caught}"
        with suppress(RuntimeError):  # the window, and the signal with it, may be gone
            self._answered.emit(self._number, answer, error)
