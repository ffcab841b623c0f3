"""Finding words across the library, with every place in view before anything is replaced."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from composer.document.search import Query
from composer.gui.library.places_tree import PlacesTree
from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.widgets.dialog_foot import dialog_foot
from composer.gui.widgets.message_bar import Message, MessageBar
from composer.gui.widgets.query_row import QueryRow
from composer.gui.widgets.staying import stay_put
from composer.gui.widgets.style import button, label, restyle, surface
from composer.gui.widgets.text_field import TextField
from composer.gui.words.text import tr_
from composer.library.searching import Found

_REMOVE, _REPLACED = "remove", "replaced"


class SearchDialog(QDialog):
    """Asks for words and lists where they stand.

    Signals:
        query_changed: what is looked for, a `Query`.
        opened: go to a place (the file's path, its `Place`).
        replace_requested: put this text in every place.
        undo_requested: take back what was replaced last.
        asked: a question stands in the dialog, in its words.
    """

    query_changed = Signal(object)
    opened = Signal(str, object)
    replace_requested = Signal(str)
    undo_requested = Signal()
    asked = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr_("search.title"))
        self.resize(760, 520)
        stay_put(self)
        self._query = QueryRow()
        self._query.changed.connect(self._ask)
        self._outcome = label("", "muted")
        self._tree = PlacesTree()
        self._tree.opened.connect(self.opened)
        self._tree.chosen.connect(self._count)
        self._approvals = label("", "muted", wrap=True)
        self._approvals.setContentsMargins(18, 8, 18, 8)
        self._approvals.hide()
        self._approved: frozenset[Path] = frozenset()
        self._bar = MessageBar(theme)
        self._bar.pressed.connect(self._pressed)
        self._replacement = TextField(tr_("find.replace_with"))
        self._total, self._templates = 0, ""
        self._replacement.textChanged.connect(lambda: self._bar.clear(_REMOVE))
        self._replace = button(tr_("find.replace_all"), "primary")
        self._replace.setEnabled(False)
        self._replace.clicked.connect(self._request)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head())
        layout.addWidget(self._tree, 1)
        layout.addWidget(self._approvals)
        layout.addWidget(self._bar)
        layout.addWidget(self._foot())

    @property
    def query(self) -> Query:
        """What is looked for."""
        return self._query.query

    @property
    def outcome(self) -> str:
        """What is said of the places found."""
        return self._outcome.text()

    @property
    def message(self) -> str:
        """What is asked, or was done."""
        return self._bar.message.text if self._bar.message else ""

    @property
    def taken(self) -> tuple[Found, ...]:
        """What was found, without the places that are left out."""
        return self._tree.taken()

    def begin(self) -> None:
        """Have nothing to put in place of anything: what was meant last time is not now."""
        self._replacement.clear()

    def look_for(self, words: str) -> None:
        """Put `words` into the field, unless there are none, and the caret there."""
        self._query.open(words)

    def show_found(self, found: tuple[Found, ...], approved: frozenset[Path]) -> None:
        """List the templates and their places; `approved` are the files that are now."""
        self._approved = approved
        self._tree.show_found(found)
        total = sum(len(each.places) for each in found)
        templates = tr_("search.templates", count=len(found))
        self._say(tr_("search.outcome", count=total, templates=templates) if found else "")
        if not found and self.query.text:
            self._say(tr_("find.none"))
        self._count()

    def show_mistake(self, sentence: str) -> None:
        """Say why nothing can be found, or put in its place."""
        self._say(sentence, wrong=True)

    def show_outcome(self, sentence: str) -> None:
        """Say what was replaced, with a way back; that nothing is left to find goes without."""
        self._say("")
        buttons = (tr_("notice.undo"),)
        self._bar.show_message(Message(_REPLACED, sentence, buttons, Mark.APPROVED))

    def clear_outcome(self) -> None:
        """Say no more of what was replaced: it is not any more."""
        self._bar.clear(_REPLACED)

    def _count(self) -> None:
        """Say how many places would be replaced, and what that costs."""
        self._bar.clear(_REMOVE)
        taken = self._tree.taken()
        self._total = sum(len(each.places) for each in taken)
        self._templates = tr_("search.templates", count=len(taken))
        self._replace.setEnabled(bool(taken))
        title = tr_("search.replace", count=self._total, templates=self._templates)
        self._replace.setText(title if taken else tr_("find.replace_all"))
        lost = sum(each.stored.path in self._approved for each in taken)
        self._approvals.setText(tr_("search.approvals", count=lost))
        self._approvals.setVisible(lost > 0)

    def _ask(self, query: Query) -> None:
        self._bar.clear(_REMOVE)
        self.query_changed.emit(query)

    def _request(self) -> None:
        text = self._replacement.text()
        if text:
            self.replace_requested.emit(text)
            return
        question = tr_("search.remove", count=self._total, templates=self._templates)
        buttons = (tr_("search.remove_yes"), tr_("dialog.cancel"))
        self._bar.show_message(Message(_REMOVE, question, buttons, Mark.REVIEW))
        self.asked.emit(" ".join((question, *buttons)))

    def _pressed(self, message: str, button: int) -> None:
        if message == _REPLACED:
            self.undo_requested.emit()
        elif button == 0:
            self.replace_requested.emit("")

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        self._outcome.setText(sentence)
        restyle(self._outcome, "tone", "error" if wrong else "muted")

    def _head(self) -> QWidget:
        head = QWidget()
        surface(head, "panel", edge="bottom")
        row = QHBoxLayout(head)
        row.setContentsMargins(18, 12, 18, 12)
        row.setSpacing(8)
        row.addWidget(self._query)
        row.addWidget(self._outcome, 1)
        return head

    def _foot(self) -> QWidget:
        close = button(tr_("dialog.close"))
        close.clicked.connect(self.accept)
        return dialog_foot(close, left=(self._replacement, self._replace), inset=18)
