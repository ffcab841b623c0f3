"""Which findings are shown."""

from functools import lru_cache

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from composer.document.plain_letters import plain_letters
from composer.gui.findings.model import ROW_ROLE, FindingRow, Standing
from composer.lint.finding import Severity

_REMEMBERED = 2_000


class FindingsFilter(QSortFilterProxyModel):
    """Lets through the open findings of the severities asked for, advice only on request.

    What was set aside has a switch of its own. Of all these, only those with the words asked for.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = frozenset({Severity.MUST_FIX, Severity.REVIEW})
        self._set_aside = True
        self._words: tuple[str, ...] = ()

    @property
    def shown(self) -> frozenset[Severity]:
        """The severities shown."""
        return self._shown

    @property
    def set_aside(self) -> bool:
        """Whether what was set aside is shown."""
        return self._set_aside

    def show_only(self, shown: frozenset[Severity], *, set_aside: bool = True) -> None:
        """Show the open findings of `shown`, and those set aside if wanted."""
        self._shown = shown
        self._set_aside = set_aside
        self.invalidate()

    def look_for(self, text: str) -> None:
        """Show only findings with every word of `text`, in any case and with any accents."""
        words = tuple(plain_letters(text).split())
        if words != self._words:
            self._words = words
            self.invalidate()

    def filterAcceptsRow(
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        row = self.sourceModel().index(source_row, 0, source_parent).data(ROW_ROLE)
        if not isinstance(row, FindingRow):
            return False
        shown = row.severity in self._shown if row.standing is Standing.OPEN else self._set_aside
        return shown and (not self._words or all(word in _searched(row) for word in self._words))


@lru_cache(maxsize=_REMEMBERED)
def _searched(row: FindingRow) -> str:
    return plain_letters(f"{row.title}\n{row.sentence}\n{row.text}\n{row.keywords}")
