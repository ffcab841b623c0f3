"""A field to try a sentence under one rule."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from composer.document import Document
from composer.document.placeholders import PlaceholderTable
from composer.gui.checking.checker import Checker
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.exchange_edit import ExchangeEdit
from composer.gui.editor.paint.squiggles import squiggles_of
from composer.gui.editor.undo import UndoLog
from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.widgets.mark_label import LineMark
from composer.gui.widgets.style import label, nested
from composer.gui.words.saying import said
from composer.gui.words.text import tr_
from composer.lint.engine import Linter
from composer.lint.extract import Extract
from composer.lint.finding import Finding
from composer.lint.rule import Rule
from composer.template import Template

_HEIGHT = 76
_SIZE = 14


class TryBox(QWidget):
    """Checks what is typed into it as the open template would be, and shows one rule's findings.

    `scene` gives the open template: its language, reason, channel and store decide. What other
    rules find is said in one line.

    Signals:
        scene_asked: the scene is looked at anew.
    """

    scene_asked = Signal()

    def __init__(
        self,
        scene: Callable[[], Template],
        make_linter: Callable[[], Linter],
        placeholders: PlaceholderTable,
        colours: EditorColours,
        theme: Theme,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scene = scene
        self._rule: Rule | None = None
        self.edit = ExchangeEdit(UndoLog(self), colours, placeholders=placeholders, size=_SIZE)
        self.edit.setProperty("kind", "field")
        self.edit.setFixedHeight(_HEIGHT)
        self.edit.setTabChangesFocus(True)
        self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.setAccessibleName(tr_("try.title"))
        self.checker = Checker(self._template, make_linter, self, held=lambda: self.edit.composing)
        self.checker.checked.connect(self._show)
        self.checker.failed.connect(lambda error: self._say(None, error))
        self.edit.changed.connect(self._wait)
        self._mark = LineMark(theme, Mark.DRAFT)
        self._verdict = label("", "text", wrap=True)
        self._others = label("", "small", wrap=True)
        self._lay_out()

    def show_rule(self, rule: Rule) -> None:
        """Show what `rule` finds in the sentence that is there."""
        self._rule = rule
        self.check()

    def put(self, extract: Extract | None) -> None:
        """Show the paragraphs a finding is about, its words chosen so that typing replaces them."""
        self.edit.set_document(extract.document if extract else Document())
        if extract:
            self.edit.select(extract.start, extract.end)

    def check(self) -> None:
        """Check again, as after the template's purpose changed."""
        self.edit.set_language(self._scene().language)
        if self._rule is not None:
            self._wait()
            self.checker.check_now()

    def verdict(self) -> str:
        """Return what is said of the sentence."""
        return self._verdict.text()

    def others(self) -> str:
        """Return what is said of other rules' findings."""
        return self._others.text()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.edit)
        row = nested(layout, QHBoxLayout())
        row.setSpacing(8)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._verdict, 1)
        layout.addWidget(self._others)

    def _template(self) -> Template:
        scene = self._scene()
        body = self.edit.document_value()
        return replace(scene, subject=Document(), body=body, set_aside=(), attachments=())

    def _wait(self) -> None:
        if self.edit.document_value().text.strip():
            self.checker.schedule()
            self._say(None, tr_("findings.checking"))
        else:
            self._say(None, tr_("try.empty"))

    def _show(self, _revision: int, findings: tuple[Finding, ...]) -> None:
        if self._rule is None or not self.edit.document_value().text.strip():
            self.edit.show_findings(())
            return
        own = tuple(it for it in findings if it.rule == self._rule.id)
        others = [it for it in findings if it.rule != self._rule.id and _is_somewhere(it)]
        self.edit.show_findings(squiggles_of(own, "body"))
        if own:
            self._say(own[0], " ".join(f"{said(it.message, it.rule)}." for it in own))
        else:
            self._say(None, tr_("try.none"), Mark.APPROVED)
        titles = "; ".join(dict.fromkeys(said(it.message, it.rule) for it in others))
        self._others.setText(tr_("try.others", count=len(others), titles=titles) if others else "")
        self._others.setVisible(bool(others))

    def _say(self, finding: Finding | None, text: str, mark: Mark = Mark.DRAFT) -> None:
        self._mark.set_mark(Mark(finding.severity.value) if finding else mark)
        self._verdict.setText(text)
        self._others.clear()
        self._others.hide()


def _is_somewhere(finding: Finding) -> bool:
    """Whether a finding is about words: what a whole message lacks, a sentence may lack."""
    return finding.location.start < finding.location.end
