"""What is typed in the form, checked where typing stops, and the message it makes."""

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from composer.gui.export.fill_form import FillForm
from composer.gui.export.filler import Filler
from composer.gui.export.model import ExportChoice, ExportNote
from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_

REST_MS = 500  # without typing, before a value is looked at


class FillingIn(QObject):
    """Keeps what is said below the fields of `form` true.

    Signals:
        changed: the message is another one, or something else is to be said of it.
    """

    changed = Signal()

    def __init__(self, form: FillForm, filler: Filler) -> None:
        super().__init__(form)
        self._form = form
        self._filler = filler
        self._choice: ExportChoice | None = None
        self._refused = ""
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self.check)
        form.edited.connect(self._edit)
        form.left.connect(self._look)

    def filled(self, choice: ExportChoice) -> ExportChoice:
        """Return `choice` as it would leave now; what is said of the values is said for it."""
        if self._choice is None or choice.id != self._choice.id:
            self._choice, self._refused = choice, ""
        return self._filler.filled(choice, self._form.values)

    @property
    def notes(self) -> tuple[ExportNote, ...]:
        """Why it was not copied, where it was wanted and nothing was changed since."""
        return (ExportNote(Mark.MUST_FIX, self._refused),) if self._refused else ()

    def check(self) -> dict[str, str]:
        """Say below each field what is wrong with it, and return it."""
        self._rest.stop()
        choice = self._choice
        problems = self._filler.problems(choice.id, self._form.values) if choice else {}
        self._form.show_problems(problems)
        return problems

    def passes(self) -> bool:
        """Whether the message may be copied; where it may not, say why and go to the field."""
        problems = self.check()
        if not problems:
            return True
        wrong = next((name for name in self._form.values if name in problems), "")
        if wrong:
            self._form.go_to(wrong)
        key = "exports.closed" if self._choice and self._choice.suffix else "exports.not_copied"
        self._refused = tr_(key, reason=self._form.summary(problems))
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._form, self._refused))
        self.changed.emit()
        return False

    def _edit(self) -> None:
        self._refused = ""
        self._rest.start()
        self.changed.emit()

    def _look(self) -> None:
        if self._rest.isActive():
            self.check()
