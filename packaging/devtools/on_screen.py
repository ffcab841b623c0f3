"""What a window says, and whether there is room for it: for tests that look over all of it."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QTabBar,
    QWidget,
)

from composer.gui.widgets.choice import Choice
from composer.gui.widgets.cut_label import CutLabel

ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.ToolTipRole,
)


def visible(root: QWidget) -> Iterator[QWidget]:
    """Yield what is on screen of `root`."""
    yield root
    yield from (each for each in root.findChildren(QWidget) if each.isVisible())


def texts_of(widget: QWidget) -> Iterator[str]:
    """Yield what a widget says, to the eye and to a screen reader."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    if widget.isWindow():
        yield widget.windowTitle()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(index) for index in range(widget.count()))
    if isinstance(widget, QTabBar):
        yield from (widget.tabText(index) for index in range(widget.count()))
    if isinstance(widget, QAbstractItemView) and not isinstance(widget.parent(), QComboBox):
        yield from _items(widget)


def _items(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    tops = [model.index(row, 0) for row in range(model.rowCount())]
    inner = [model.index(row, 0, top) for top in tops for row in range(model.rowCount(top))]
    for index in (*tops, *inner):
        yield from (str(index.data(role) or "") for role in ROLES)


def words_of(widget: QWidget) -> str:
    """What to call a widget in a complaint."""
    shown = widget.currentText() if isinstance(widget, QComboBox) else ""
    texts = (shown, *reversed(list(texts_of(widget))), widget.objectName())
    return next((text for text in texts if text), "")


def is_cut(widget: QWidget) -> bool:
    """Whether a widget that shows words has less room than they need."""
    if isinstance(widget, QTabBar):
        widths = (widget.tabRect(index).width() for index in range(widget.count()))
        return sum(widths) > widget.width()
    if widget.objectName() == "qt_toolbar_ext_button":
        return True  # there is more in the bar than it shows
    if not isinstance(widget, QAbstractButton | QComboBox | QLabel):
        return False
    if _gives_way(widget):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.height() < widget.heightForWidth(widget.width())
    return widget.width() < widget.sizeHint().width()


def _gives_way(widget: QWidget) -> bool:
    """Whether it shows as much as it can, and the rest in its tooltip, or nothing at all."""
    as_it_can = widget.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
    return as_it_can or isinstance(widget, Choice | CutLabel) or not widget.width()
