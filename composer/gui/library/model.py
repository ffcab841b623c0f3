"""The library as a two-level tree: reasons, and the templates under them."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    Qt,
    QUrl,
)
from PySide6.QtGui import QStandardItem, QStandardItemModel

from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_
from composer.library.mention import Mention

ROW_ROLE = int(Qt.ItemDataRole.UserRole)
KEY_FORMAT = "application/x-permitted-template"  # of what is dragged: the key of a template


@dataclass(frozen=True, slots=True)
class Badge:
    """What tells a template from others: language and store, empty where that tells nothing."""

    language: str = ""
    store: str = ""

    @property
    def text(self) -> str:
        """As it is painted."""
        return " · ".join(part for part in (self.language, self.store) if part)

    @property
    def spoken(self) -> str:
        """As it is read out."""
        language = tr_("sidebar.language", tag=self.language) if self.language else ""
        store = tr_("sidebar.store", tag=self.store) if self.store else ""
        return ". ".join(part for part in (language, store) if part)


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """One template in the sidebar.

    `key` stays the same while it is the same template; `group` is its reason in words; `file` is
    None until it is first saved. `text` is what the message says, subject first; `mention` the
    place in it that was looked for. `store` is the country code of its store; `badge` what of all
    this tells it from others. `reason` is the id of its reason.
    """

    key: str
    name: str
    group: str
    language: str
    mark: Mark
    file: Path | None = None
    text: str = field(default="", repr=False)
    mention: Mention | None = None
    store: str = ""
    badge: Badge = Badge()
    reason: str = ""

    @property
    def spoken(self) -> str:
        """Name, state, badge and what was found in it, for a screen reader."""
        found = self.mention.line if self.mention else ""
        parts = (self.name, tr_(f"state.{self.mark}"), self.badge.spoken, found)
        return ". ".join(part for part in parts if part)

    @property
    def tip(self) -> str:
        """The whole name, the state in words and what was found, for the pointer."""
        found = (self.mention.line,) if self.mention else ()
        return "\n".join((self.name, tr_(f"sidebar.{self.mark}"), *found))


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
        for row in rows:
            data.setData(KEY_FORMAT, row.key.encode())
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
    item.setToolTip(row.tip)
    item.setData(row, ROW_ROLE)
    item.setAccessibleText(row.spoken)
