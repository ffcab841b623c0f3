"""Two messages side by side, with a choice of what to compare with."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from composer.gui.side_by_side.page import legend_html
from composer.gui.side_by_side.shown import Manner, Shown
from composer.gui.side_by_side.view import SideBySideView
from composer.gui.theme.theme import Theme
from composer.gui.widgets.choice import Choice, ChoiceItem
from composer.gui.widgets.dialog_foot import dialog_foot
from composer.gui.widgets.style import button, label, nested, surface
from composer.gui.words.text import plain, tr_

_NEXT, _PREVIOUS = "F7", "Shift+F7"
_INDENT = 32  # of the words at the left, behind the sign


class SideBySideDialog(QDialog):
    """Offers `others` to compare with; the one chosen stands at the left.

    Signals:
        chosen: the value of what to compare with.
        taken: take back the version at the left.
        reached: the difference gone to, in words.
    """

    chosen = Signal(str)
    taken = Signal()
    reached = Signal(str)

    def __init__(
        self,
        theme: Theme,
        title: str,
        lead: str,
        others: tuple[ChoiceItem, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(960, 620)
        self.setMinimumSize(640, 380)
        self._other = Choice(plain(lead))
        self._other.set_items(others)
        self._other.setCurrentIndex(0)
        self._other.chosen.connect(self._choose)
        self._outcome = label("", "strong")
        self._notes = label("", "muted", wrap=True)
        self._notes.hide()
        self._place = label("", "muted")
        self._left_title, self._right_title = label("", "strong"), label("", "strong")
        self.view = SideBySideView(theme)
        self.view.reached.connect(self._reach)
        self.view.parted.connect(self._left_title.setFixedWidth)
        self._legend = label("", "small", wrap=True)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self._manner = Manner.VERSIONS
        self._theme = theme
        theme.changed.connect(self._show_legend)
        self._next = self._stepper(tr_("side_by_side.next"), _NEXT, 1)
        self._previous = self._stepper(tr_("side_by_side.previous"), _PREVIOUS, -1)
        self._take = button(tr_("side_by_side.take"))
        self._take.clicked.connect(self._take_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head(lead))
        layout.addWidget(self._headings())
        layout.addWidget(self.view, 1)
        layout.addWidget(self._foot())
        self.view.setFocus()

    @property
    def outcome(self) -> str:
        """What is said of the two messages: how many paragraphs differ."""
        return self._outcome.text()

    @property
    def value(self) -> str:
        """What is compared with."""
        return self._other.value()

    def show_messages(self, shown: Shown) -> None:
        """Show two messages, and the first difference."""
        count = len(shown.difference.differing)
        self._left_title.setText(shown.left.title)
        self._right_title.setText(shown.right.title)
        self._outcome.setText(_outcome(shown, count))
        self._place.setText("")
        self._notes.setText(" ".join(shown.notes))
        self._notes.setVisible(bool(shown.notes))
        self._manner = shown.manner
        self._show_legend()
        self._take.setVisible(shown.manner is Manner.VERSIONS)
        self._take.setEnabled(count > 0)
        for each in (self._next, self._previous):
            each.setEnabled(count > 0)
        self.view.show_messages(shown)
        if count:
            self.view.step(1)
        else:
            self.reached.emit(self._outcome.text())

    def say(self, sentence: str) -> None:
        """Say what stands in the way of showing what is chosen, or that it takes a while."""
        self._outcome.setText(sentence)
        self._place.setText("")
        for each in (self._take, self._next, self._previous):
            each.setEnabled(False)

    def _choose(self, value: str) -> None:
        self.say(tr_("side_by_side.working"))
        self.chosen.emit(value)

    def _reach(self, sentence: str) -> None:
        at, total = self.view.current + 1, self.view.count
        self._place.setText(tr_("side_by_side.place", number=at, total=total))
        self.reached.emit(sentence)

    def _show_legend(self) -> None:
        self._legend.setText(legend_html(self._manner, self._theme.colours))

    def _take_back(self) -> None:
        self.taken.emit()
        self.accept()

    def _stepper(self, words: str, keys: str, direction: int) -> QWidget:
        sequence = QKeySequence(keys)
        made = button(words)
        made.setToolTip(f"{words} ({sequence.toString(QKeySequence.SequenceFormat.NativeText)})")
        made.clicked.connect(lambda: self.view.step(direction))
        QShortcut(sequence, self, lambda: self.view.step(direction))
        return made

    def _head(self, lead: str) -> QWidget:
        head = QWidget()
        surface(head, "panel", edge="bottom")
        rows = QVBoxLayout(head)
        rows.setContentsMargins(18, 14, 18, 12)
        rows.setSpacing(8)
        first = nested(rows, QHBoxLayout())
        first.setSpacing(8)
        caption = label(lead, "text")
        caption.setBuddy(self._other)
        first.addWidget(caption)
        first.addWidget(self._other)
        first.addStretch(1)
        second = nested(rows, QHBoxLayout())
        second.setSpacing(8)
        second.addWidget(self._outcome)
        second.addWidget(self._place)
        second.addStretch(1)
        second.addWidget(self._previous)
        second.addWidget(self._next)
        rows.addWidget(self._notes)
        return head

    def _headings(self) -> QWidget:
        headings = QWidget()
        surface(headings, "sidebar", edge="bottom")
        row = QHBoxLayout(headings)
        row.setContentsMargins(0, 7, 12, 7)
        row.setSpacing(0)
        self._left_title.setContentsMargins(_INDENT, 0, 10, 0)
        row.addWidget(self._left_title)
        row.addWidget(self._right_title, 1)
        return headings

    def _foot(self) -> QWidget:
        close = button(tr_("dialog.close"), "primary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = dialog_foot(self._take, close, inset=18)
        row = foot.layout()
        assert isinstance(row, QHBoxLayout)  # noqa: S101 - as every foot of a dialog
        row.setStretch(0, 0)
        row.insertWidget(0, self._legend, 1)
        return foot


def _outcome(shown: Shown, count: int) -> str:
    if count:
        return tr_("side_by_side.outcome", count=count)
    return tr_(f"side_by_side.same.{shown.manner}")
