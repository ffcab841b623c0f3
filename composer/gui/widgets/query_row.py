"""What to find: a field, and whether capitals, whole words or a pattern are meant."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from composer.document.search import Query
from composer.gui.widgets.flow import FlowLayout
from composer.gui.widgets.text_field import TextField
from composer.gui.words.text import tr_

_OPTIONS = ("case", "whole", "pattern")


class QueryRow(QWidget):
    """Asks for words.

    Signals:
        changed: what is looked for, a `Query`.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._field = TextField(tr_("find.find"))
        self._options = {name: _option(name) for name in _OPTIONS}
        row = FlowLayout(6, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.add(self._field)
        self._field.textChanged.connect(self._tell)
        for option in self._options.values():
            row.add(option)
            option.toggled.connect(self._tell)
        self.setFocusProxy(self._field)

    @property
    def field(self) -> TextField:
        """Where the words are typed."""
        return self._field

    @property
    def query(self) -> Query:
        """What is looked for."""
        return Query(self._field.text(), *(self._options[name].isChecked() for name in _OPTIONS))

    def open(self, words: str) -> None:
        """Put the caret into the field, with `words` in it unless there are none."""
        if words:
            self._field.setText(words)
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._field.selectAll()

    def _tell(self) -> None:
        self.changed.emit(self.query)


def _option(name: str) -> QPushButton:
    """Return a switch that says in a word or two what it does, and in its tip more."""
    option = QPushButton(tr_(f"find.{name}_short"))
    option.setCheckable(True)
    option.setAutoDefault(False)
    option.setProperty("kind", "chip")
    option.setToolTip(tr_(f"find.{name}_tip"))
    option.setAccessibleName(tr_(f"find.{name}"))
    return option
