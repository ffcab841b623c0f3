"""The page of a rule: what the guidelines say, where that comes from, examples, a field to try."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from composer.document import Document
from composer.gui.editor.colours import EditorColours
from composer.gui.findings.page import MARGIN, Page, Sheet, heading
from composer.gui.findings.sample import Sample
from composer.gui.findings.try_box import TryBox
from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.widgets.mark_label import MarkLabel
from composer.gui.widgets.style import label, nested, surface
from composer.gui.words.saying import (
    clause_heading,
    clause_note,
    clause_text,
    lead_and_rest,
    rule_explanation,
    rule_title,
)
from composer.gui.words.text import day_text, tr_
from composer.gui.words.wordbook import ENGLISH
from composer.language.phrases.lexicon import lexicon_of
from composer.lint.examples import example_seen, example_template, telling_example
from composer.lint.finding import Finding, Severity
from composer.lint.rendered import Seen
from composer.lint.rule import Example, Rule
from composer.policy import Clause
from composer.template import Template

ReadHtml = Callable[[str], Document]


class WhyPage(Page):
    """Shows one rule at a time; no address in it is opened.

    `rule` is the one shown, `box` where a sentence is tried.
    """

    def __init__(
        self,
        box: TryBox,
        read: ReadHtml,
        colours: Callable[[], EditorColours],
        theme: Theme,
        store: QSettings,
        parent: QWidget,
    ) -> None:
        super().__init__("why", store, parent)
        self._read = read
        self._colours = colours
        self._theme = theme
        self.box = box
        self.rule: Rule | None = None
        self._samples: list[tuple[Sample, Template, Seen]] = []
        self._scene = label("", "small", wrap=True)
        self.below.addWidget(self._try())
        theme.changed.connect(self._recolour)

    def show_rule(self, rule: Rule, clause: Clause, language: str, severity: Severity) -> None:
        """Show the page of `rule`, with examples in `language` where it has them.

        `severity` is what it weighs here: that of a finding may be less than the rule's own.
        """
        self.rule = rule
        self._samples = []
        self.setWindowTitle(tr_("why.title", rule=rule_title(rule)))
        sheet = Sheet()
        content = sheet.column
        self._add_title(content, rule, severity)
        _add_reason(content, rule, clause)
        bad, good = (telling_example(rule, language, bad=it) for it in (True, False))
        self._add_sample(content, tr_("why.bad"), Mark(severity.value), bad)
        self._add_sample(content, tr_("why.good"), Mark.APPROVED, good)
        _add_source(content, clause)
        self.turn_to(sheet)
        self.box.show_rule(rule)
        self.bring()
        self.box.edit.setFocus()

    def show_scene(self, words: str) -> None:
        """Say what a sentence is tried as, and try it again."""
        self._scene.setText(words)
        self.box.check()

    @property
    def examples(self) -> tuple[tuple[Template, Seen], ...]:
        """The messages shown, and what is known of how they are rendered."""
        return tuple((template, seen) for _, template, seen in self._samples)

    def mark_samples(self, rule: Rule, findings: Iterable[tuple[Finding, ...]]) -> None:
        """Mark what `rule` flags in each of the examples, if it is still the one shown."""
        if rule is self.rule:
            for (sample, *_), found in zip(self._samples, findings, strict=True):
                sample.mark(found)

    def _add_title(self, content: QBoxLayout, rule: Rule, severity: Severity) -> None:
        row = nested(content, QHBoxLayout())
        row.setSpacing(10)
        row.addWidget(MarkLabel(self._theme, Mark(severity.value), 14))
        row.addWidget(label(rule_title(rule), "title", wrap=True), 1)
        content.addWidget(label(_weight(rule, severity), "small", wrap=True))
        content.addSpacing(2)

    def _add_sample(
        self, content: QBoxLayout, title: str, mark: Mark, example: Example | None
    ) -> None:
        if example is None:
            return
        content.addSpacing(8)
        row = nested(content, QHBoxLayout())
        row.setSpacing(8)
        row.addWidget(MarkLabel(self._theme, mark))
        row.addWidget(label(title, "strong"), 1)
        template = example_template(example, self._read)
        sample = Sample(title, template, self._colours())
        self._samples.append((sample, template, example_seen(example, template)))
        content.addWidget(sample)

    def _try(self) -> QWidget:
        area = QWidget()
        surface(area, "sidebar", edge="top")
        layout = QVBoxLayout(area)
        layout.setContentsMargins(MARGIN, 12, MARGIN, 12)
        layout.setSpacing(6)
        row = nested(layout, QHBoxLayout())
        row.addWidget(label(tr_("try.title"), "strong"))
        row.addSpacing(12)
        self._scene.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._scene, 1)
        layout.addWidget(self.box)
        return area

    def _recolour(self) -> None:
        self.box.edit.set_colours(self._colours())
        for sample, *_ in self._samples:
            sample.recolour(self._colours())


def _weight(rule: Rule, severity: Severity) -> str:
    """What a finding weighs, and why where it is not what the rule's findings usually weigh."""
    here = tr_(f"severity.{severity}")
    if severity is rule.severity:
        return here
    lexicon = lexicon_of(ENGLISH)
    is_wording = lexicon is not None and rule.topic in lexicon.topics
    why = "why.wording" if is_wording else "why.doubt"
    return tr_(why, severity=here, usual=tr_(f"severity.{rule.severity}"))


def _plain(paragraph: str) -> str:
    """A paragraph of a docstring as a line of text."""
    return " ".join(paragraph.replace("`", "").split())


def _add_reason(content: QBoxLayout, rule: Rule, clause: Clause) -> None:
    """Say in one sentence what is wrong, then by which clause and since when, then the rest."""
    first, *others = map(_plain, rule_explanation(rule).split("\n\n"))
    lead, rest = lead_and_rest(first)
    content.addWidget(label(lead, "text", wrap=True))
    content.addWidget(label(_dated(clause), "quote", wrap=True))
    for paragraph in filter(None, (rest, *others)):
        content.addWidget(label(paragraph, "small", wrap=True))


def _dated(clause: Clause) -> str:
    """A clause in our words, the heading it stands under, and since when it is in force."""
    under, text = clause_heading(clause), clause_text(clause)
    day = clause.date or clause.source.date
    if day is None:
        return tr_("why.lead_undated", heading=under, text=text)
    return tr_("why.lead", heading=under, date=day_text(day), text=text)


def _add_source(content: QBoxLayout, clause: Clause) -> None:
    """What was published, our reading of it, and who gives it."""
    heading(content, tr_("why.clause"))
    if clause.quote:
        content.addWidget(label(tr_("why.quote", quote=clause.quote), "quote", wrap=True))
    if clause.note:
        content.addWidget(label(tr_("why.note", note=clause_note(clause)), "small", wrap=True))
    source = tr_("why.source", source=clause.source.name)
    grade = tr_(f"why.grade.{clause.grade.name.lower()}")
    content.addWidget(label(f"{source} {grade}", "small", wrap=True))
