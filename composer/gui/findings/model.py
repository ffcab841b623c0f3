"""Findings as a list model that changes only where they changed."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from composer.gui.words.text import tr_
from composer.lint.finding import Severity

ROW_ROLE = int(Qt.ItemDataRole.UserRole)

_Index = QModelIndex | QPersistentModelIndex


class Standing(StrEnum):
    """Whether a finding waits for the seller."""

    OPEN = "open"
    SET_ASIDE = "set aside"
    STALE = "stale"
    """Not a finding any more: what is left of one that was set aside."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One finding in words.

    `key` stays the same while the finding is the same one. `paragraph` counts from 1 in the body
    and is 0 for the whole message; nobody sees it counted, so that it is only told to those who
    listen. `line` is the number beside it in the HTML source, 0 where there is none on screen.
    `in_subject` puts the finding into the subject. `text` is the words it stands on. `fixes` are
    the titles of its fixes, the best first, `brief` shorter ones for the row, empty where a title
    has none, and `more` what only the card offers behind them. `second` is the fix that the row
    offers beside the best, behind the last one where it is to offer no other. `keywords` are what
    it is found by beside the words shown. `notes` say more of `fixes` and then of `more`, empty
    where there is nothing to add. `together` says of each other place that it hangs on what stands
    there. What is only `decided` has no fix: no button of it is to be pressed before others.
    """

    key: str
    severity: Severity
    title: str
    sentence: str
    paragraph: int
    text: str
    fixes: tuple[str, ...] = ()
    clause_text: str = ""
    clause_date: str = ""
    clause_source: str = ""
    in_subject: bool = False
    more: tuple[str, ...] = ()
    standing: Standing = Standing.OPEN
    keywords: str = ""
    together: tuple[str, ...] = ()
    line: int = 0
    second: int = 1
    brief: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    decided: bool = False

    @property
    def offered(self) -> tuple[int, ...]:
        """The indexes of the fixes that the row itself offers, the best first."""
        return tuple(it for it in (0, self.second) if it < len(self.fixes))

    def fix_in_row(self, number: int) -> str:
        """The title of a fix as the row has room for it."""
        brief = self.brief[number] if number < len(self.brief) else ""
        return brief or self.fixes[number]

    def note(self, number: int) -> str:
        """What is to be said of a fix, or of one of `more` behind them, beside its title."""
        return self.notes[number] if number < len(self.notes) else ""

    @property
    def heading(self) -> str:
        """The title with the words it is about."""
        if not self.text:
            return self.title
        words = " ".join(self.text.split())
        return tr_("findings.quoted", title=self.title, text=words)

    @property
    def where(self) -> str:
        """The sentence, after the place it speaks of, if that has a name, and the other one."""
        sentence = self._told
        if self.in_subject:
            return tr_("findings.in_subject", sentence=sentence)
        if self.line:
            return tr_("findings.at_line", line=self.line, sentence=sentence)
        return sentence

    @property
    def _told(self) -> str:
        for other in self.together[:1]:
            return tr_("findings.with_other", other=other, sentence=self.sentence)
        return self.sentence

    @property
    def spoken(self) -> str:
        """Everything on the card, for a screen reader."""
        fixes = " ".join(tr_("findings.spoken_fix", fix=fix) for fix in self.fixes)
        is_open = self.standing is Standing.OPEN
        group = tr_(f"severity.{self.severity}" if is_open else "set_aside.group")
        where = self.where
        if self.paragraph and not self.in_subject and not self.line:
            where = tr_("findings.at_paragraph", number=self.paragraph, sentence=self._told)
        return f"{group}. {self.heading}. {where} {fixes}".rstrip()


class FindingsModel(QAbstractListModel):
    """Rows in text order; `ROW_ROLE` gives the `FindingRow`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[FindingRow, ...] = ()

    @property
    def rows(self) -> tuple[FindingRow, ...]:
        """All rows, in order."""
        return self._rows

    def set_rows(self, rows: tuple[FindingRow, ...]) -> None:
        """Show `rows`, touching only those that differ, so that nothing jumps about."""
        old = self._rows
        head = _common(old, rows)
        tail = _common(old[head:][::-1], rows[head:][::-1])
        old_end, new_end = len(old) - tail, len(rows) - tail
        if old_end > head:
            self.beginRemoveRows(QModelIndex(), head, old_end - 1)
            self._rows = old[:head] + old[old_end:]
            self.endRemoveRows()
        if new_end > head:
            self.beginInsertRows(QModelIndex(), head, new_end - 1)
            self._rows = self._rows[:head] + rows[head:new_end] + self._rows[head:]
            self.endInsertRows()
        changed = [row for row in range(len(rows)) if self._rows[row] != rows[row]]
        self._rows = rows
        if changed:
            self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.heading
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.spoken
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.heading}\n{row.where}"
        return None


def _common(first: tuple[FindingRow, ...], second: tuple[FindingRow, ...]) -> int:
    """Return how many leading rows are about the same findings."""
    count = 0
    for one, other in zip(first, second, strict=False):
        if one.key != other.key:
            break
        count += 1
    return count
