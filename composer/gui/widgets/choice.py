"""A combo box of typed values that is as wide as what it shows."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QObject,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QHelpEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QListView,
    QSizePolicy,
    QStyleOptionComboBox,
    QToolTip,
    QWidget,
)

from composer.gui.widgets.choice_rows import SENTENCE_ROLE, ChoiceRows
from composer.gui.widgets.hover import forget_hover_soon
from composer.gui.widgets.style import restyle

_ARROW_AND_PADDING = 38
_NARROWEST = 56
_MOST_ROWS = 20  # before the list scrolls


@dataclass(frozen=True, slots=True)
class ChoiceItem:
    """One value, the words for it, and perhaps a sentence on it, in the row that offers it."""

    value: str
    label: str
    sentence: str = ""


class Choice(QComboBox):
    """Offers a few values.

    Signals:
        chosen: the user took another value; never sent for `set_value`.
        picked: the user took a value with the mouse, and is done here.
    """

    chosen = Signal(str)
    picked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        # The default delegate of a combo box ignores the style sheet's item padding.
        self.setItemDelegate(ChoiceRows(self))
        self.setMaxVisibleItems(_MOST_ROWS)
        self._by_mouse = False
        self._visits = 0
        self.view().viewport().installEventFilter(self)
        self.activated.connect(self._report)

    def set_items(self, items: tuple[ChoiceItem, ...], others: tuple[ChoiceItem, ...] = ()) -> None:
        """Offer `items`, and `others` apart from them; keep the value if it is still there."""
        value = self.value()
        self.clear()
        for item in items:
            self._add(item)
        if items and others:
            self.insertSeparator(self.count())
        for item in others:
            self._add(item)
        self.set_value(value)

    def _add(self, item: ChoiceItem) -> None:
        self.addItem(item.label, item.value)
        if item.sentence:
            spoken = f"{item.label}. {item.sentence}"
            self.setItemData(self.count() - 1, item.sentence, SENTENCE_ROLE)
            self.setItemData(self.count() - 1, spoken, Qt.ItemDataRole.AccessibleTextRole)

    @property
    def visits(self) -> int:
        """How often the keyboard came here: what the arrow keys choose in one go is one choice."""
        return self._visits

    def value(self) -> str:
        """Return the value shown, or an empty string."""
        return str(self.currentData() or "")

    def set_value(self, value: str) -> None:
        """Show `value`; one that is not offered shows nothing."""
        self.setCurrentIndex(self.findData(value))
        self.updateGeometry()

    def set_needed(self, sentence: str) -> None:
        """Show that another value is still to be chosen, and say why; "" where none is."""
        self.setToolTip(sentence or self.accessibleName())
        self.setAccessibleDescription(sentence)
        restyle(self, "state", "needed" if sentence else "")
        for rows in (self.view(), self.view().window()):
            self.style().unpolish(rows)  # or they keep the colours of this box as it was
            self.style().polish(rows)

    def keep_width_of(self, text: str) -> None:
        """Be at least as wide as `text`, however short what is chosen is."""
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(text) + _ARROW_AND_PADDING)

    def keep_width(self) -> None:
        """Stay as wide as the widest of what is offered, so that nothing beside it moves."""
        widths = (self.fontMetrics().horizontalAdvance(text) for text in self._labels())
        self.setMinimumWidth(max(widths, default=0) + _ARROW_AND_PADDING)

    def _labels(self) -> list[str]:
        return [self.itemText(index) for index in range(self.count())]

    def sizeHint(self) -> QSize:
        text = self.fontMetrics().horizontalAdvance(self.currentText())
        return QSize(max(text + _ARROW_AND_PADDING, _NARROWEST), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), _NARROWEST * 3 // 2), self.sizeHint().height())

    def initStyleOption(self, option: QStyleOptionComboBox) -> None:
        super().initStyleOption(option)
        option.currentText = self._fitting()

    @property
    def is_cut(self) -> bool:
        """Whether what is chosen has no room for its last letters, and ends in dots."""
        return self._fitting() != self.currentText()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self.is_cut:
            whole = f"{self.toolTip() or self.accessibleName()}: {self.currentText()}"
            QToolTip.showText(event.globalPos(), whole, self)
            return True
        return super().event(event)

    def _hide_what_asks(self) -> None:
        """Offer what can be chosen alone: that something is to be chosen is no choice."""
        rows, needed = self.view(), self.property("state") == "needed"
        if isinstance(rows, QListView):
            for row in range(self.count()):
                rows.setRowHidden(row, needed and row == self.currentIndex())

    def _fitting(self) -> str:
        room = self.width() - _ARROW_AND_PADDING + 2
        mode = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.currentText(), mode, room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._by_mouse = True
        return False

    def showPopup(self) -> None:
        self._by_mouse = False
        self._hide_what_asks()
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        super().showPopup()

    def hidePopup(self) -> None:
        super().hidePopup()
        forget_hover_soon(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._visits += 1

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A wheel turned over the header must not change the template unseen.
        event.ignore()

    def _report(self) -> None:
        self.updateGeometry()
        self.chosen.emit(self.value())
        if self._by_mouse:
            self._by_mouse = False
            self.picked.emit()
