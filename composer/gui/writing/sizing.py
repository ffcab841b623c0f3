"""The budget of font sizes: shown at the toolbar, and the menu that brings it down."""

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from composer.document import Document
from composer.document.edits import apply
from composer.document.text import write_text
from composer.gui.editor.pieces import piece_of
from composer.gui.template.workspace import Workspace
from composer.gui.widgets.hover import forget_hover_soon
from composer.gui.window.actions import Actions
from composer.gui.window.toolbar import FormatToolBar
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors
from composer.gui.writing.measuring import Measures, Measuring
from composer.lint.length import word_count
from composer.lint.size_budget import SizeBudget, SizeUse, merged, template_budget
from composer.policy import Policy

_EXCERPT = 36


class Sizing(QObject):
    """Keeps the toolbar's count of font sizes, lists them, and merges one into another."""

    def __init__(
        self,
        toolbar: FormatToolBar,
        actions: Actions,
        editors: Editors,
        workspace: Workspace,
        policy: Policy,
        measuring: Measuring,
    ) -> None:
        super().__init__(toolbar)
        self._toolbar = toolbar
        self._button = toolbar.sizes
        self._action = actions.sizes
        self._editors = editors
        self._workspace = workspace
        self._policy = policy
        self._use: tuple[int, int, bool] | None = (0, 0, False)  # as the button begins
        measuring.measured.connect(self._show)
        self._button.clicked.connect(self.open)
        self._action.triggered.connect(self.open)

    def open(self) -> None:
        """List the sizes used, with what merging each would make of it."""
        template = self._workspace.template
        budget, document = template_budget(template, self._policy), template.body
        if budget is None:
            return
        menu = QMenu(self._button.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(tr_("sizes.title"))
        self._list(menu, budget, document)
        if not budget.over:
            menu.setActiveAction(menu.actions()[-1])
        offered = self._offer(menu, budget, document)
        if budget.over and offered:
            menu.setActiveAction(offered[0])
        menu.aboutToHide.connect(lambda: forget_hover_soon(self._button))
        menu.popup(self._button.mapToGlobal(QPoint(0, self._button.height() + 2)))

    def _show(self, measures: Measures) -> None:
        budget = measures.sizes
        self._action.setEnabled(budget is not None)
        use = (_used(budget), budget.limit, budget.over) if budget is not None else None
        if use == self._use:  # as after most checks: to fit the bar takes milliseconds
            return
        self._use = use
        if use is not None:
            used, limit, over = use
            self._button.show_use(used, limit, over=over)
        self._toolbar.offer_sizes(offered=use is not None)

    def _list(self, menu: QMenu, budget: SizeBudget, document: Document) -> None:
        used, limit = _used(budget), budget.limit
        head = "sizes.head_over" if budget.over else "sizes.head"
        menu.addAction(tr_(head, used=used, limit=limit)).setEnabled(False)
        for use in budget.uses:
            title = _title(use, document, quoted=use is not budget.uses[0])
            entry = menu.addAction(title.replace("&", "&&"))
            entry.setEnabled(not self._editors.as_source)
            entry.triggered.connect(lambda _=False, place=use.ranges[0]: self._select(*place))

    def _offer(self, menu: QMenu, budget: SizeBudget, document: Document) -> list[QAction]:
        """Offer merging, the least used sizes first."""
        offered = []
        menu.addSeparator()
        for use in reversed(budget.uses):
            size = budget.target(use.size)
            if size is not None:
                entry = menu.addAction(tr_("sizes.merge", old=use.size, new=size))
                changed = apply(document, merged(document, use, size))
                entry.triggered.connect(lambda _=False, it=changed: self._put(it))
                offered.append(entry)
        return offered

    def _select(self, start: int, end: int) -> None:
        self._editors.words.select(start, end)
        self._editors.words.setFocus()

    def _put(self, document: Document) -> None:
        self._editors.body.replace_document(document)
        self._editors.body.setFocus()


def _used(budget: SizeBudget) -> int:
    """How many sizes there are; the first word of an empty message will have one."""
    return max(len(budget.uses), 1)


def _title(use: SizeUse, document: Document, *, quoted: bool) -> str:
    """Say how large, and how many words; of the less used sizes also which words come first."""
    pieces = [piece_of(document, start, end) for start, end in use.ranges]
    words = tr_("sizes.words", count=sum(map(word_count, pieces)))
    if not quoted:
        return tr_("sizes.use", size=use.size, words=words)
    excerpt = " ".join(write_text(pieces[0]).split())
    if len(excerpt) > _EXCERPT:
        excerpt = excerpt[:_EXCERPT].rstrip() + "…"
    return tr_("sizes.use_quoted", size=use.size, words=words, text=excerpt)
