"""Shows what fixing automatically will change, before it does."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QListView, QVBoxLayout, QWidget

from composer.gui.findings.changes_delegate import ChangesDelegate
from composer.gui.findings.changes_model import ChangesModel
from composer.gui.theme.theme import Theme
from composer.gui.widgets.dialog_foot import cancel_button, dialog_foot
from composer.gui.widgets.style import button, label
from composer.gui.words.text import tr_
from composer.lint.changes import Change, Made
from composer.template import Template

_AT_A_TIME = 25  # changes laid out between two looks at what the user does


class FixAllDialog(QDialog):
    """Lists changes of `template`, before and after, each with a tick to leave it out."""

    def __init__(
        self,
        theme: Theme,
        template: Template,
        changes: tuple[Change, ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr_("fix_all.title"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 460)
        self._model = ChangesModel(template, changes, self)
        self._model.dataChanged.connect(self._count)
        self._view = self._list(theme)
        self._confirm = button("", "primary")
        self._confirm.setDefault(True)
        self._confirm.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        lead = label(tr_("fix_all.lead"), "strong")
        lead.setContentsMargins(18, 16, 18, 10)
        layout.addWidget(lead)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._foot())
        self._view.setFocus()
        self._count()

    @property
    def made(self) -> Made:
        """The template with the changes that are ticked."""
        return self._model.made

    def _list(self, theme: Theme) -> QListView:
        view = QListView()
        view.setAccessibleName(tr_("fix_all.lead"))
        view.setModel(self._model)
        view.setItemDelegate(ChangesDelegate(theme, view))
        view.setMouseTracking(True)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setLayoutMode(QListView.LayoutMode.Batched)  # hundreds at once keep the window waiting
        view.setBatchSize(_AT_A_TIME)
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setCurrentIndex(self._model.index(0))
        return view

    def _foot(self) -> QWidget:
        note = tr_("fix_all.note")
        return dialog_foot(cancel_button(self), self._confirm, note=note, inset=18)

    def _count(self) -> None:
        count = len(self._model.made.numbers)
        self._confirm.setText(tr_("fix_all.confirm", count=count))
        self._confirm.setEnabled(count > 0)
