"""The page that says why words are not flagged."""

from collections.abc import Callable

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from composer.document import OBJECT
from composer.gui.findings.page import Page, Sheet
from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.widgets.mark_label import MarkLabel
from composer.gui.widgets.style import button, label, nested
from composer.gui.words.saying import rule_title, said
from composer.gui.words.text import tr_
from composer.lint.examples import telling_example
from composer.lint.finding import Finding
from composer.lint.near_misses import Cause, NearMiss, NotFlagged
from composer.lint.rule import Invalid, Rule

_LONGEST = 300
_EXCUSED = frozenset({Cause.EXCUSED, Cause.EXCUSED_ELSEWHERE})


class NotFlaggedPage(Page):
    """Lists the rules that nearly flag some words, each with what kept it from that.

    `named` gives the name on screen of a template's reason or channel, and of a language;
    `language` is the one to show examples in.

    Signals:
        rule_requested: the id of a rule to open the page of.
        missed: the words should have been flagged.
    """

    rule_requested = Signal(str)
    missed = Signal()

    def __init__(
        self,
        named: Callable[[str, str], str],
        language: Callable[[], str],
        theme: Theme,
        store: QSettings,
        parent: QWidget,
    ) -> None:
        super().__init__("not-flagged", store, parent, fits=True)
        self._named = named
        self._language = language
        self._theme = theme
        self.setWindowTitle(tr_("near.title"))
        report = button(tr_("near.report"))
        report.clicked.connect(self.missed)
        self.foot.addWidget(report)

    def wait(self, text: str) -> None:
        """Say that the answer about `text` is being looked for."""
        sheet = _head(text)
        sheet.column.addWidget(label(tr_("near.looking"), "muted"))
        self.turn_to(sheet)
        self.bring()

    def fail(self, text: str, error: str) -> None:
        """Say that there is no answer."""
        sheet = _head(text)
        sheet.column.addWidget(label(tr_("near.failed", error=error), "error", wrap=True))
        self.turn_to(sheet)

    def show_answer(self, answer: NotFlagged) -> None:
        """Show what is known."""
        sheet = _head(answer.text)
        for finding in answer.flagged:
            sheet.column.addWidget(self._flagged(finding))
        for near in answer.near:
            sheet.column.addWidget(self._near(near))
        if not answer.flagged and not answer.near:
            sheet.column.addWidget(label(tr_("near.nothing"), "text", wrap=True))
        if answer.unread:
            language = self._named("language", answer.unread)
            sheet.column.addWidget(label(tr_("near.unread", language=language), "text", wrap=True))
        self.turn_to(sheet)

    def _flagged(self, finding: Finding) -> QWidget:
        mark = Mark(finding.severity.value)
        return self._card(
            mark, said(finding.message, finding.rule), tr_("near.flagged"), finding.rule
        )

    def _near(self, near: NearMiss) -> QWidget:
        lead = tr_("near.alike" if near.cause in _EXCUSED else "near.would")
        told = near.example.rstrip(".!?") == near.because
        example = (lead, near.example) if near.example and not told else ()
        if not near.example and (flagged := self._flagged_by(near.rule)):
            example = (tr_("near.would"), flagged)
        return self._card(
            Mark.DRAFT, rule_title(near.rule), self._sentence(near), near.rule.id, *example
        )

    def _flagged_by(self, rule: Rule) -> str:
        """Words that `rule` flags, "" where it is not about words."""
        example = telling_example(rule, self._language(), bad=True)
        flags = example.flags if isinstance(example, Invalid) else ()
        return next((it for it in flags if it.replace(OBJECT, "").strip()), "")

    def _sentence(self, near: NearMiss) -> str:
        because = near.because
        if near.cause in {Cause.REASON, Cause.CHANNEL}:
            because = self._named(str(near.cause), near.because)
        if near.cause is Cause.SET_ASIDE:
            because = because.rstrip(".")
        return tr_(f"near.cause.{near.cause}", words=near.words, because=because)

    def _card(
        self,
        mark: Mark,
        title: str,
        sentence: str,
        rule: str,
        lead: str = "",
        example: str = "",
    ) -> QWidget:
        card = QFrame()
        card.setProperty("kind", "sample")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 12, 14, 8)
        column.setSpacing(6)
        head = nested(column, QHBoxLayout())
        head.setSpacing(8)
        head.addWidget(MarkLabel(self._theme, mark))
        head.addWidget(label(title, "strong", wrap=True), 1)
        column.addWidget(label(sentence, "text", wrap=True))
        if example:
            column.addWidget(label(lead, "small"))
            column.addWidget(label(tr_("why.quote", quote=example), "quote", wrap=True))
        foot = nested(column, QHBoxLayout())
        foot.addStretch(1)
        about = button(tr_("near.about"), "link")
        about.setAccessibleName(tr_("near.about_rule", rule=title))
        about.clicked.connect(lambda: self.rule_requested.emit(rule))
        foot.addWidget(about)
        return card


def _head(text: str) -> Sheet:
    """A sheet with the title and the words asked about."""
    sheet = Sheet()
    content = sheet.column
    content.addWidget(label(tr_("near.title"), "title", wrap=True))
    words = " ".join(text.replace(OBJECT, " ").split())
    shown = words if len(words) <= _LONGEST else words[:_LONGEST].rstrip() + "…"
    content.addWidget(label(tr_("why.quote", quote=shown), "quote", wrap=True))
    content.addSpacing(4)
    return sheet
