"""Shows what fixing automatically will change, before it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListView, QVBoxLayout, QWidget

from composer.gui.findings.delegate import FindingDelegate
from composer.gui.findings.model import FindingRow, FindingsModel
from composer.gui.text import tr_
from composer.gui.theme.theme import Theme
from composer.gui.widgets.style import button, label, surface


class FixAllDialog(QDialog):
    """Lists the findings about to be fixed, each with the one fix it will get; asks once."""

    def __init__(
        self, theme: Theme, rows: tuple[FindingRow, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr_("fix_all.title"))
        self.resize(620, 420)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        lead = label(tr_("fix_all.lead"), "strong")
        lead.setContentsMargins(18, 16, 18, 10)
        layout.addWidget(lead)
        layout.addWidget(self._cards(theme, rows), 1)
        layout.addWidget(self._foot(len(rows)))

    def _cards(self, theme: Theme, rows: tuple[FindingRow, ...]) -> QListView:
        model = FindingsModel(self)
        model.set_rows(rows)
        view = QListView()
        view.setAccessibleName(tr_("fix_all.lead"))
        view.setModel(model)
        view.setItemDelegate(FindingDelegate(theme, view))
        view.setUniformItemSizes(True)
        view.setSelectionMode(QListView.SelectionMode.NoSelection)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return view

    def _foot(self, count: int) -> QWidget:
        foot = QWidget()
        surface(foot, "panel", edge="top")
        cancel = button(tr_("dialog.cancel"))
        cancel.clicked.connect(self.reject)
        confirm = button(tr_("fix_all.confirm", count=count), "primary")
        confirm.setDefault(True)
        confirm.setFocus()
        confirm.clicked.connect(self.accept)
        layout = QHBoxLayout(foot)
        layout.setContentsMargins(18, 12, 18, 12)
        layout.setSpacing(8)
        layout.addWidget(label(tr_("fix_all.note"), "small", wrap=True), 1)
        layout.addWidget(cancel)
        layout.addWidget(confirm)
        return foot
