"""What an editor shows of one document, which can be put away and shown again."""

from PySide6.QtGui import QTextDocument

from composer.document import Document
from composer.gui.editor.bridge.formats import Formats
from composer.gui.editor.bridge.snapshot import Snapshotter
from composer.gui.editor.bridge.writing import write_document
from composer.gui.editor.known_steps import KnownSteps

_STEP = 100  # what an undo step weighs in characters, about


class Sheet:
    """A QTextDocument with its undo steps, and what was read of it."""

    def __init__(self, qt_document: QTextDocument, formats: Formats, gutter: int) -> None:
        write_document(qt_document, Document(), formats, gutter)
        self.qt_document = qt_document
        self.snapshots = Snapshotter(qt_document, formats.table)
        self.steps = KnownSteps(qt_document)

    @property
    def weight(self) -> int:
        """How much it keeps in memory, about in characters."""
        steps = self.qt_document.availableUndoSteps() + self.qt_document.availableRedoSteps()
        return self.qt_document.characterCount() + _STEP * steps

    def discard(self) -> None:
        """Let go of it for good."""
        self.qt_document.deleteLater()
