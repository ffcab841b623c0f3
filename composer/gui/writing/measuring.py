"""How long the message is and which font sizes it uses, counted beside the window."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTextBoundaryFinder, QTimer, Signal

from composer.document import OBJECT, Document
from composer.gui.editor.pieces import piece_of
from composer.gui.latest import Latest
from composer.gui.template.workspace import Workspace
from composer.gui.writing.editors import Editors
from composer.lint.length import Length, length, length_seen
from composer.lint.size_budget import SizeBudget, template_budget
from composer.policy import Policy
from composer.template import Template

PAUSE = 120  # ms without an edit before the text is counted
_NO_WORDS = f"{OBJECT}\n"


@dataclass(frozen=True, slots=True)
class Measures:
    """The length of the body and of the words selected, and its sizes.

    `selected` is None where no words are; `sizes` where the channel carries none.
    """

    length: Length
    selected: Length | None
    sizes: SizeBudget | None


class Measuring(QObject):
    """Counts after each pause, on a thread of its own: no key waits for it.

    Signals:
        measured: the `Measures` of the text as it was at the last pause.
    """

    measured = Signal(object)

    def __init__(
        self, editors: Editors, workspace: Workspace, policy: Policy, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._editors = editors
        self._workspace = workspace
        self._policy = policy
        self._counting = Latest(self)
        self._counting.done.connect(self.measured)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.refresh)
        for editor in editors.all:
            editor.changed.connect(self._pause.start)
        editors.words.selectionChanged.connect(self._pause.start)
        workspace.changed.connect(self._pause.start)
        workspace.opened.connect(self.refresh)

    def refresh(self) -> None:
        """Count the text as it is now."""
        template, policy = self._workspace.template, self._policy
        start, end = (0, 0) if self._editors.as_source else self._editors.words.selection()
        self._counting.run(lambda: measures(template, policy, start, end))

    def stop(self) -> None:
        """Count nothing any more."""
        self._pause.stop()
        self._counting.stop()


def measures(template: Template, policy: Policy, start: int, end: int) -> Measures:
    """Return what is to be told of `template`, of whose body a range is selected."""
    purpose = template.reason, template.channel
    selected = None
    if template.body.text[start:end].strip(_NO_WORDS):
        selected = _as_people_count(piece_of(template.body, start, end), policy)
    return Measures(
        length(template.body, policy, *purpose), selected, template_budget(template, policy)
    )


def _as_people_count(document: Document, policy: Policy) -> Length:
    """The length seen, with one character for each emoji: no limit is for what is selected."""
    found, text = length_seen(document, policy), document.text
    if text.isascii():
        return found
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    signs = 0
    while finder.toNextBoundary() >= 0:
        signs += 1
    units = len(text.encode("utf-16-le")) // 2
    return replace(found, most=found.most - units + signs)
