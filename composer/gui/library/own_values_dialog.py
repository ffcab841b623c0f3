"""Asks for what placeholders stand for that are the seller's own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from composer.gui.export.model import FillField
from composer.gui.widgets.dialog_foot import cancel_button, dialog_foot, fit_height
from composer.gui.widgets.style import button, label, nested, surface
from composer.gui.words.text import tr_


class OwnValuesDialog(QDialog):
    """A line for each of `fields`; the keyboard is in that called `first`.

    Signals:
        kept: the values, by placeholder.
    """

    kept = Signal(object)

    def __init__(self, fields: Sequence[FillField], first: str, parent: QWidget) -> None:
        super().__init__(parent)
        surface(self, "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr_("own_values.title"))
        self.resize(480, 0)
        self._lines = {field.name: _line(field) for field in fields}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        inner = nested(layout, QVBoxLayout(), 1)
        inner.setContentsMargins(20, 16, 20, 16)
        inner.setSpacing(12)
        inner.addWidget(label(tr_("own_values.lead"), "text", wrap=True))
        grid = nested(inner, QGridLayout())
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, field in enumerate(fields):
            caption = label(field.title, "text")
            caption.setBuddy(self._lines[field.name])
            grid.addWidget(caption, row, 0)
            grid.addWidget(self._lines[field.name], row, 1)
        save = button(tr_("own_values.save"), "primary")
        save.setDefault(True)
        save.clicked.connect(self._save)
        layout.addWidget(dialog_foot(cancel_button(self), save))
        line = self._lines.get(first) or next(iter(self._lines.values()))
        line.setFocus()
        line.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _save(self) -> None:
        self.kept.emit({name: line.text() for name, line in self._lines.items()})
        self.accept()


def _line(field: FillField) -> QLineEdit:
    line = QLineEdit(field.value)
    line.setAccessibleName(field.title)
    line.setPlaceholderText(tr_("fill.sample", sample=field.sample))
    return line
