"""The page of a rule: what the guidelines say, where that comes from, and examples."""

from html import escape

from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from composer.gui.text import tr_
from composer.gui.widgets.style import button, surface
from composer.lint.rule import Invalid, Rule
from composer.policy import Clause


class WhyDialog(QDialog):
    """Shows one rule; nothing in it can be changed and no address in it is opened."""

    def __init__(self, rule: Rule, clause: Clause, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr_("why.title", rule=rule.title))
        self.resize(560, 460)
        page = QTextBrowser()
        page.setProperty("kind", "page")
        page.setFrameShape(QTextBrowser.Shape.NoFrame)
        page.setOpenLinks(False)
        page.document().setDocumentMargin(18)
        page.setHtml(_page(rule, clause))
        page.setAccessibleName(rule.title)
        foot = QWidget()
        surface(foot, "panel", edge="top")
        close = button(tr_("dialog.close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout(foot)
        row.setContentsMargins(18, 12, 18, 12)
        row.addStretch(1)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(page, 1)
        layout.addWidget(foot)


def _page(rule: Rule, clause: Clause) -> str:
    parts = [f"<h3>{escape(rule.title)}</h3>"]
    parts += [f"<p>{escape(' '.join(text.split()))}</p>" for text in rule.explanation.split("\n\n")]
    parts.append(f"<h4>{escape(tr_('why.clause'))}</h4><p>{escape(clause.text)}</p>")
    if clause.quote:
        parts.append(f"<p><i>“{escape(clause.quote)}”</i></p>")
    for source in clause.sources[:3]:
        day = f"{source.date.day} {source.date:%B %Y}" if source.date else tr_("why.undated")
        parts.append(f"<p>{escape(tr_('why.source', source=source.name, date=day))}</p>")
    for title, invalid in (("why.bad", True), ("why.good", False)):
        example = next(
            (each for each in rule.examples if isinstance(each, Invalid) is invalid), None
        )
        if example is not None:
            parts.append(f"<h4>{escape(tr_(title))}</h4><pre>{escape(example.html)}</pre>")
    return "".join(parts)
