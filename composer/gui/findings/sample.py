"""A message as the buyer reads it, with what is flagged in it marked."""

from collections.abc import Iterable, Iterator
from math import ceil

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from composer.document import Document, Image
from composer.gui.editor.colours import EditorColours
from composer.gui.editor.finding_edit import FindingEdit
from composer.gui.editor.paint.squiggles import squiggles_of
from composer.gui.editor.undo import UndoLog
from composer.gui.widgets.style import label
from composer.gui.words.text import tr_
from composer.lint.finding import Finding
from composer.template import Template

_SIZE, _HIGHEST = 14, 120  # px
_READ = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


class Sample(QFrame):
    """Shows subject, body and attachments of a small message; nothing in it can be changed."""

    def __init__(self, name: str, template: Template, colours: EditorColours) -> None:
        super().__init__()
        self.setProperty("kind", "sample")
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(12, 8, 12, 8)
        self._layout.setSpacing(4)
        self._texts: dict[str, _Text] = {}
        for part, caption in (("subject", tr_("paper.subject")), ("body", "")):
            if template.part(part).text:
                self._add(part, caption, f"{name}. {caption}".rstrip(" ."), template, colours)
        for line in _addresses(template.body):
            self._layout.addWidget(label(line, "small", wrap=True))
        for attachment in template.attachments:
            self._layout.addWidget(label(tr_("why.attachment", name=attachment.name), "muted"))

    def mark(self, findings: Iterable[Finding]) -> None:
        """Mark what is flagged."""
        found = tuple(findings)
        for part, text in self._texts.items():
            text.show_findings(squiggles_of(found, part))

    def marked(self) -> list[str]:
        """Return the words that are marked."""
        return [
            text.document_value().text[it.start : it.end]
            for text in self._texts.values()
            for it in text.findings_shown()
        ]

    def recolour(self, colours: EditorColours) -> None:
        """Paint with other colours."""
        for text in self._texts.values():
            text.set_colours(colours)

    def _add(
        self, part: str, caption: str, name: str, template: Template, colours: EditorColours
    ) -> None:
        if caption:
            self._layout.addWidget(label(caption, "small"))
        text = self._texts[part] = _Text(template.part(part), template.language, colours)
        text.setAccessibleName(name)
        self._layout.addWidget(text)


def _addresses(document: Document) -> Iterator[str]:
    """Say where links lead and which images are shown: two messages may differ in that alone."""
    seen: set[str] = set()
    for _, _, inline in document.runs():
        link = inline.marks.link
        if link is not None and link.href not in seen:
            seen.add(link.href)
            yield tr_("why.link", address=link.href)
        if isinstance(inline, Image) and inline.src not in seen:
            seen.add(inline.src)
            yield tr_("why.image", address=inline.src)


class _Text(FindingEdit):
    """One text, as high as it is, or scrolled where it is long."""

    def __init__(self, document: Document, language: str, colours: EditorColours) -> None:
        super().__init__(UndoLog(), colours, size=_SIZE)
        self.undo_log.setParent(self)
        self.setTextInteractionFlags(_READ)
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.set_language(language)
        self.set_document(document)

    def _fit(self, size: QSizeF) -> None:
        self.setFixedHeight(min(ceil(size.height()), _HIGHEST))
