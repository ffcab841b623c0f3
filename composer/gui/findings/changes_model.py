"""The changes of fixing automatically as a list of ticks."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from composer.gui.findings.look_words import piece_words
from composer.gui.words.saying import said
from composer.gui.words.text import tr_
from composer.lint.changes import Change, Made, make
from composer.lint.pieces import PieceKind
from composer.template import Template

CHANGE_ROLE = int(Qt.ItemDataRole.UserRole)
WHERE_ROLE = CHANGE_ROLE + 1

_Index = QModelIndex | QPersistentModelIndex


class ChangesModel(QAbstractListModel):
    """Changes, all ticked at first; `CHANGE_ROLE` gives the `Change`, `WHERE_ROLE` its place.

    Where one is left out, those that build on it are off and stay so.
    """

    def __init__(self, template: Template, changes: tuple[Change, ...], parent: QObject) -> None:
        super().__init__(parent)
        self._template = template
        self._changes = changes
        self._unticked: set[int] = set()
        self._made = Made(template, frozenset())
        self._make()

    @property
    def made(self) -> Made:
        """The template with what is ticked."""
        return self._made

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._changes)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if self._is_blocked(index.row()):
            return Qt.ItemFlag.ItemIsUserCheckable
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = index.row()
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row in self._made.numbers else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        texts = {
            Qt.ItemDataRole.DisplayRole: self._title(row),
            CHANGE_ROLE: self._changes[row],
            WHERE_ROLE: self._where(row),
        }
        return texts.get(role)

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or self._is_blocked(index.row()):
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._unticked.discard(index.row())
        else:
            self._unticked.add(index.row())
        self._make()
        self.dataChanged.emit(self.index(0), self.index(len(self._changes) - 1))
        return True

    def _make(self) -> None:
        self._made = make(self._template, self._changes, self._unticked)

    def _is_blocked(self, row: int) -> bool:
        return row not in self._made.numbers and row not in self._unticked

    def _title(self, row: int) -> str:
        change = self._changes[row]
        return said(change.fix.title, change.rule)

    def _where(self, row: int) -> str:
        change = self._changes[row]
        finding = said(change.message, change.rule)
        if self._is_blocked(row):
            return tr_("fix_all.blocked")
        if change.fix.part == "subject":
            return tr_("fix_all.in_subject", finding=finding)
        return finding

    def _spoken_place(self, row: int) -> str:
        change, where = self._changes[row], self._where(row)
        if change.fix.part == "subject" or self._is_blocked(row):
            return where
        return tr_("fix_all.at_paragraph", finding=where, number=change.line)

    def _spoken(self, row: int) -> str:
        change = self._changes[row]
        return tr_(
            "fix_all.spoken",
            fix=self._title(row),
            where=self._spoken_place(row),
            before=_words(change, PieceKind.ADDED),
            after=_words(change, PieceKind.STRUCK),
        )


def _words(change: Change, without: PieceKind) -> str:
    return "".join(piece_words(it) for it in change.pieces if it.kind is not without)
