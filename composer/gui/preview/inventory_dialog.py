"""Everything that was measured in the message, by what it is and with the words that have it."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from composer.gui.widgets.dialog_foot import dialog_foot
from composer.gui.widgets.empty_state import EmptyState
from composer.gui.widgets.staying import stay_put
from composer.gui.widgets.style import button, label
from composer.gui.words.text import tr_
from composer.lint.inventory import Measure, Use

_USE = int(Qt.ItemDataRole.UserRole)
_SHARES = frozenset({Measure.LEFT, Measure.RIGHT, Measure.IMAGE})
_SWATCH = 12


class InventoryDialog(QDialog):
    """Lists each value used, under what it measures; the words of one chosen are shown.

    Signals:
        chosen: the words behind a `Use` are to be selected in the message.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr_("inventory.title"))
        self.resize(560, 520)
        stay_put(self)
        self._tree = _tree()
        self._tree.itemActivated.connect(self._choose)
        self._tree.itemClicked.connect(self._choose)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._tree)
        self._pages.addWidget(EmptyState(tr_("inventory.empty")))
        self._pages.addWidget(EmptyState(tr_("inventory.plain")))
        self._lead = label("", "muted", wrap=True)
        self._lead.setContentsMargins(18, 14, 18, 10)
        close = button(tr_("dialog.close"), "primary")
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._lead)
        layout.addWidget(self._pages, 1)
        layout.addWidget(dialog_foot(close, inset=18))

    @property
    def rows(self) -> list[str]:
        """What is listed: the groups, and under each its values with their words."""
        groups = (self._tree.topLevelItem(at) for at in range(self._tree.topLevelItemCount()))
        lines = []
        for group in filter(None, groups):
            lines.append(group.text(0))
            children = filter(None, (group.child(at) for at in range(group.childCount())))
            lines += [f"{child.text(0)}: {child.text(1)}" for child in children]
        return lines

    def show_uses(self, uses: Sequence[Use], width: float, sizes: int) -> None:
        """List `uses` of a message `width` px wide, which may have so many sizes."""
        self._lead.setText(tr_("inventory.lead", width=round(width)))
        self._tree.clear()
        for measure, found in groupby(uses, key=lambda use: use.measure):
            _add_group(self._tree, measure, list(found), sizes)
        self._tree.expandAll()
        self._lead.setVisible(bool(uses))
        self._pages.setCurrentIndex(0 if uses else 1)

    def show_plain(self) -> None:
        """Say that nothing is measured of plain text."""
        self.show_uses((), 0, 0)
        self._pages.setCurrentIndex(2)

    def _choose(self, item: QTreeWidgetItem) -> None:
        use = item.data(0, _USE)
        if use is not None:
            self.chosen.emit(use)


def _tree() -> QTreeWidget:
    tree = QTreeWidget()
    tree.setColumnCount(2)
    tree.setHeaderHidden(True)
    tree.setRootIsDecorated(False)
    tree.setItemsExpandable(False)
    tree.setIndentation(16)
    tree.setFrameShape(QTreeWidget.Shape.NoFrame)
    tree.setProperty("kind", "places")
    tree.setAccessibleName(tr_("inventory.title"))
    tree.header().setStretchLastSection(True)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
    return tree


def _add_group(tree: QTreeWidget, measure: Measure, uses: list[Use], sizes: int) -> None:
    if measure is Measure.SIZE:
        key = "inventory.sizes_over" if len(uses) > sizes else "inventory.sizes_of"
        title = tr_(key, count=len(uses), limit=sizes)
    else:
        title = tr_(f"inventory.{measure.value.replace('-', '_')}")
    group = QTreeWidgetItem(tree, [title])
    group.setFirstColumnSpanned(True)
    group.setFlags(Qt.ItemFlag.ItemIsEnabled)
    font = group.font(0)
    font.setBold(True)
    group.setFont(0, font)
    for use in uses:
        _add_use(group, use, title)


def _add_use(group: QTreeWidgetItem, use: Use, title: str) -> None:
    value = _said(use)
    words = tr_("inventory.image_words") if use.measure is Measure.IMAGE else use.words
    item = QTreeWidgetItem(group, [value, words])
    item.setToolTip(1, words)
    item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{title}, {value}, {words}")
    item.setData(0, _USE, use)
    if use.measure is Measure.COLOR and isinstance(use.value, str):
        swatch = QPixmap(_SWATCH, _SWATCH)
        swatch.fill(QColor(use.value))
        item.setIcon(0, swatch)


def _said(use: Use) -> str:
    if use.measure is Measure.ALIGN:
        return tr_(f"inventory.align_{use.value}")
    if isinstance(use.value, str):
        return use.value
    if use.measure in _SHARES:
        return tr_("inventory.share", share=use.value)
    if use.measure is Measure.CONTRAST:
        return tr_("inventory.ratio", ratio=use.value)
    return tr_("inventory.px", size=use.value)
