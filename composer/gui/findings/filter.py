"""Which severities are shown."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel

from composer.gui.findings.model import ROW_ROLE, FindingRow
from composer.lint.finding import Severity


class SeverityFilter(QSortFilterProxyModel):
    """Lets through the findings of the severities asked for; advice only on request."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = frozenset({Severity.MUST_FIX, Severity.REVIEW})

    @property
    def shown(self) -> frozenset[Severity]:
        """The severities shown."""
        return self._shown

    def show_only(self, shown: frozenset[Severity]) -> None:
        """Show the findings of `shown`."""
        self._shown = shown
        self.invalidate()

    def filterAcceptsRow(
        self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex
    ) -> bool:
        row = self.sourceModel().index(source_row, 0, source_parent).data(ROW_ROLE)
        return isinstance(row, FindingRow) and row.severity in self._shown
