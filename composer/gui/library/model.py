"""The library as a two-level tree: reasons, and the templates under them."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QSortFilterProxyModel,
    Qt,
    QUrl,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel

from composer.gui.text import tr_
from composer.gui.theme.marks import Mark

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
_NAME_AND_GROUP_ROLE = ROW_ROLE + 1


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One template in the sidebar.

    `key` stays the same while it is the same template; `group` is its reason in words; `file` is
    None until it is first saved.
    """

    key: str
    name: str
    group: str
    language: str
    mark: Mark
    file: Path | None = None

    @property
    def spoken(self) -> str:
        """Name, state and language, for a screen reader."""
        language = tr_("sidebar.language", tag=self.language)
        return f"{self.name}. {tr_(f'state.{self.mark}')}. {language}"


class TemplatesModel(QStandardItemModel):
    """Groups in the order of their first template; `ROW_ROLE` gives the `TemplateRow`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[TemplateRow, ...] = ()

    def set_rows(self, rows: tuple[TemplateRow, ...]) -> None:
        """Show `rows`; where only names or marks differ the items stay, and so the selection."""
        if _shape(rows) == _shape(self._rows):
            for row in rows:
                if item := self.find(row.key):
                    _fill(item, row)
        else:
            self.clear()
            self._build(rows)
        self._rows = rows

    def find(self, key: str) -> QStandardItem | None:
        """Return the item of the template `key`."""
        for group in self._groups():
            for number in range(group.rowCount()):
                item = group.child(number)
                if item.data(ROW_ROLE).key == key:
                    return item
        return None

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: list[QModelIndex]) -> QMimeData:  # type: ignore[override]
        rows = [row for index in indexes if isinstance(row := index.data(ROW_ROLE), TemplateRow)]
        data = QMimeData()
        if urls := [QUrl.fromLocalFile(str(row.file)) for row in rows if row.file]:
            data.setUrls(urls)
        return data

    def _groups(self) -> list[QStandardItem]:
        return [self.item(number) for number in range(self.rowCount())]

    def _build(self, rows: tuple[TemplateRow, ...]) -> None:
        groups: dict[str, QStandardItem] = {}
        for row in rows:
            if row.group not in groups:
                group = QStandardItem(row.group)
                group.setFlags(Qt.ItemFlag.NoItemFlags)
                groups[row.group] = group
            item = QStandardItem()
            _fill(item, row)
            groups[row.group].appendRow(item)
        for group in groups.values():
            self.appendRow(group)


class TemplatesFilter(QSortFilterProxyModel):
    """Lets through templates whose name or reason has all the words looked for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[str, ...] = ()
        self.setRecursiveFilteringEnabled(True)

    def look_for(self, text: str) -> None:
        """Show only what matches `text`; everything if it is empty."""
        self._words = tuple(text.casefold().split())
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex) -> bool:  # type: ignore[override]
        index = self.sourceModel().index(source_row, 0, source_parent)
        haystack = index.data(_NAME_AND_GROUP_ROLE)
        return bool(haystack) and all(word in haystack for word in self._words)


def nearest(model: QAbstractItemModel, key: str) -> tuple[str, ...]:
    """Return the other templates by distance from `key`: those of its group, then the others."""
    groups = [model.index(number, 0) for number in range(model.rowCount())]
    rows: list[tuple[int, str]] = [
        (number, model.index(child, 0, group).data(ROW_ROLE).key)
        for number, group in enumerate(groups)
        for child in range(model.rowCount(group))
    ]
    here = next((at for at, (_, found) in enumerate(rows) if found == key), None)
    if here is None:
        return ()

    def distance(at: int) -> tuple[bool, int, bool]:
        return rows[at][0] != rows[here][0], abs(at - here), at < here

    return tuple(rows[at][1] for at in sorted(range(len(rows)), key=distance) if at != here)


def _shape(rows: tuple[TemplateRow, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((row.group, row.key) for row in rows)


def _fill(item: QStandardItem, row: TemplateRow) -> None:
    if item.data(ROW_ROLE) == row:
        return
    flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable
    item.setFlags(flags | Qt.ItemFlag.ItemIsDragEnabled)
    item.setText(row.name)
    item.setToolTip(f"{row.name}\n{tr_(f'sidebar.{row.mark}')}")
    item.setData(row, ROW_ROLE)
    item.setData(f"{row.name} {row.group} {row.language}".casefold(), _NAME_AND_GROUP_ROLE)
    item.setAccessibleText(row.spoken)
