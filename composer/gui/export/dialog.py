"""The export dialog: formats at the left, exactly what will be exported at the right."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from composer.gui.export.delegate import CHOICE_ROLE, ChoiceDelegate
from composer.gui.export.fill_form import FillForm
from composer.gui.export.filler import Filler
from composer.gui.export.filling_in import FillingIn
from composer.gui.export.model import ExportAction, ExportAnswer, ExportChoice
from composer.gui.export.sample import Sample
from composer.gui.theme.theme import Theme
from composer.gui.widgets.dialog_foot import cancel_button, dialog_foot
from composer.gui.widgets.mark_label import LineMark
from composer.gui.widgets.style import button, label, nested, restyle, surface
from composer.gui.words.text import tr_
from composer.library.approval import Images

_TOP = Qt.AlignmentFlag.AlignTop


class ExportDialog(QDialog):
    """Lets the user take one of `choices`; whoever hands it on accepts the dialog then.

    `state` is the sentence under the title ("Approved today at 10:31. …"), `foot` a quiet one
    beside the buttons. `images` returns the bytes of a picture by its source. `filler` takes what
    is filled in for the choice that has fields.

    Signals:
        taken: which one, and what for (an `ExportAnswer`).
        channel_wanted: the id of a channel to check the message for instead.
    """

    taken = Signal(object)
    channel_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        name: str,
        state: str,
        choices: tuple[ExportChoice, ...],
        images: Images,
        *,
        foot: str = "",
        filler: Filler | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setWindowTitle(tr_("export.title", name=name))
        self._list = self._choice_list(choices)
        self._form, self._filling = _form(choices, filler)
        self.resize(720, 640 if self._form else 600)
        self.setMinimumSize(640, 600 if self._form else 520)
        self._sample = Sample(theme, images)
        self._notes = QGridLayout()
        self._copy = button(tr_("export.copy"))
        self._save = button(tr_("export.save"), "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head(name, state))
        middle = nested(layout, QHBoxLayout(), 1)
        middle.setSpacing(0)
        middle.addWidget(self._list)
        middle.addWidget(self._right(), 1)
        layout.addWidget(self._foot(foot))
        self._list.currentRowChanged.connect(self._show)
        self._list.setCurrentRow(0)
        self._list.setFocus()
        if self._filling and self._form:
            self._filling.changed.connect(self._change)
            self._form.finished.connect(self._finish)

    def choose(self, choice_id: str) -> None:
        """Show the format `choice_id`, if it is offered."""
        for row in range(self._list.count()):
            if self._choice(row).id == choice_id:
                self._list.setCurrentRow(row)

    def fill_in(self, choice_id: str) -> None:
        """Show the format `choice_id`, with the keyboard in the first field that is empty."""
        self.choose(choice_id)
        if self._form and self._choice(self._list.currentRow()).fields:
            self._form.start()

    @property
    def values(self) -> Mapping[str, str]:
        """What is filled in, by placeholder."""
        return self._form.values if self._form else {}

    def take_values(self, values: Mapping[str, str]) -> None:
        """Fill in what was filled in before."""
        if self._form:
            self._form.take(values)

    def _choice(self, row: int) -> ExportChoice:
        choice: ExportChoice = self._list.item(row).data(CHOICE_ROLE)
        return choice

    def _choice_list(self, choices: tuple[ExportChoice, ...]) -> QListWidget:
        result = QListWidget()
        result.setProperty("kind", "choices")
        result.setFixedWidth(250)
        result.setAccessibleName(tr_("export.formats"))
        result.setItemDelegate(ChoiceDelegate(self._theme, result))
        result.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        result.setViewportMargins(0, 8, 0, 8)
        for choice in choices:
            item = QListWidgetItem(choice.title, result)
            item.setData(CHOICE_ROLE, choice)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{choice.title}. {choice.subtitle}")
        return result

    def _head(self, name: str, state: str) -> QWidget:
        head = QWidget()
        surface(head, "panel", edge="bottom")
        layout = QVBoxLayout(head)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(8)
        layout.addWidget(label(tr_("export.title", name=name), "title", wrap=True))
        layout.addWidget(label(state, "muted", wrap=True))
        return head

    def _right(self) -> QWidget:
        right = QWidget()
        surface(right, "panel")
        self._notes.setHorizontalSpacing(10)
        self._notes.setVerticalSpacing(6)
        self._notes.setColumnStretch(1, 1)
        layout = QVBoxLayout(right)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        if self._form:
            layout.addWidget(self._form)
        layout.addWidget(self._sample, 1)
        layout.addLayout(self._notes)
        return right

    def _foot(self, text: str) -> QWidget:
        self._copy.clicked.connect(lambda: self._take(ExportAction.COPY))
        self._save.clicked.connect(lambda: self._take(ExportAction.SAVE))
        return dialog_foot(cancel_button(self), self._copy, self._save, note=text)

    def _show(self, row: int) -> None:
        if row < 0:
            return
        choice = self._current()
        if self._form:
            self._form.setVisible(bool(choice.fields))
        self._sample.show_choice(choice)
        self._tell(choice)
        self._copy.setEnabled(choice.copyable)
        self._save.setEnabled(bool(choice.suffix))
        self._copy.setVisible(choice.copyable)
        self._save.setVisible(bool(choice.suffix))
        # Return does what this format is for, and the blue button says so.
        restyle(self._save, "kind", "primary" if choice.suffix else "plain")
        restyle(self._copy, "kind", "plain" if choice.suffix else "primary")
        self._save.setDefault(bool(choice.suffix))
        self._copy.setDefault(not choice.suffix)

    def _current(self) -> ExportChoice:
        """The format in view, as it would be exported now."""
        choice = self._choice(self._list.currentRow())
        return self._filling.filled(choice) if self._filling and choice.fields else choice

    def _change(self) -> None:
        choice = self._current()
        self._sample.change(choice)
        self._tell(choice)

    def _tell(self, choice: ExportChoice) -> None:
        while item := self._notes.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        refused = self._filling.notes if self._filling and choice.fields else ()
        for number, note in enumerate((*refused, *choice.notes)):
            row = 2 * number  # its answer stands below it
            self._notes.addWidget(LineMark(self._theme, note.mark), row, 0, _TOP)
            self._notes.addWidget(label(note.text, "text", wrap=True), row, 1, _TOP)
            if note.channel:
                answer = button(note.answer, "link")
                answer.clicked.connect(partial(self.channel_wanted.emit, note.channel))
                self._notes.addWidget(answer, row + 1, 1, Qt.AlignmentFlag.AlignLeft)

    def _finish(self) -> None:
        saved = bool(self._choice(self._list.currentRow()).suffix)
        self._take(ExportAction.SAVE if saved else ExportAction.COPY)

    def _take(self, action: ExportAction) -> None:
        choice = self._choice(self._list.currentRow())
        if not (self._form and self._filling and choice.fields):
            self.taken.emit(ExportAnswer(choice, action))
        elif self._filling.passes():
            self.taken.emit(ExportAnswer(choice, action, self._form.values))


def _form(
    choices: Sequence[ExportChoice], filler: Filler | None
) -> tuple[FillForm | None, FillingIn | None]:
    fields = next((it.fields for it in choices if it.fields), ())
    if filler is None or not fields:
        return None, None
    form = FillForm(fields)
    return form, FillingIn(form, filler)
