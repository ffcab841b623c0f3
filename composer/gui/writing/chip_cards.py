"""Cards of placeholders, shown where a chip is clicked or asked about."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from composer.gui.widgets.popup_delegate import PopupItem
from composer.gui.words.text import tr_
from composer.gui.writing.chip_card import ChipCard, ChipText
from composer.gui.writing.chip_places import Chip, Editor, chip_at_caret, chip_under

_AWAY = frozenset({QEvent.Type.WindowBlocked, QEvent.Type.WindowDeactivate, QEvent.Type.Resize})
_PRESSES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})


def chip_text(name: str, item: PopupItem | None, shown: str, own: str | None) -> ChipText:
    """Return what the card of a placeholder says; `own` is as `OwnValues` has it."""
    if item is None:
        return ChipText(name, tr_("placeholders.unknown", name=name), "", "")
    if own is None:
        hint, words = tr_("chip.each_order"), ""
    elif own:
        hint, words = tr_("chip.own", value=own), tr_("chip.change")
    else:
        hint, words = tr_("chip.not_set"), tr_("chip.set")
    sample = tr_("chip.shown", value=shown) if shown else ""
    return ChipText(item.label, item.sentence, sample, hint, words)


class ChipCards(QObject):
    """Shows what `text_of` says of a chip in one of `editors`; writing on takes the card away.

    Signals:
        wanted: the seller's own value of this placeholder is to be set.
        shown: what the card says, for screen readers.
    """

    wanted = Signal(str)
    shown = Signal(str)

    def __init__(
        self, editors: Iterable[Editor], card: ChipCard, text_of: Callable[[str], ChipText]
    ) -> None:
        super().__init__(card)
        self._card = card
        self._text_of = text_of
        self._name = ""
        self._pressed: tuple[str, QPoint] | None = None
        self._editors = {editor.viewport(): editor for editor in editors}
        for viewport, editor in self._editors.items():
            viewport.installEventFilter(self)
            editor.installEventFilter(self)
            editor.changed.connect(card.hide)
            editor.verticalScrollBar().valueChanged.connect(card.hide)
        self._window = card.window()
        self._window.installEventFilter(self)
        card.pressed.connect(lambda: self.wanted.emit(self._name))

    def add_entry(self, menu: QMenu, editor: object) -> None:
        """Offer the card in the menu of an editor whose caret is at a chip."""
        found = next((each for each in self._editors.values() if each is editor), None)
        chip = chip_at_caret(found) if found is not None else None
        if found is None or chip is None:
            return
        entry = menu.addAction(tr_("chip.about"))
        entry.setObjectName("chip")
        entry.triggered.connect(lambda _=False: self._show(found, chip, enter=True))
        menu.addSeparator()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        viewport = next((each for each in self._editors if each is watched), None)
        if viewport is not None:
            if isinstance(event, QMouseEvent):
                self._follow(self._editors[viewport], event)
        elif event.type() in _AWAY or (watched is not self._window and self._leaves(event)):
            self._card.hide()
        return False

    def _leaves(self, event: QEvent) -> bool:
        """Whether an event of an editor is a key, or has the keyboard go anywhere but the card."""
        if event.type() == QEvent.Type.FocusOut:
            return not self._card.isAncestorOf(QApplication.focusWidget() or self._window)
        return event.type() == QEvent.Type.KeyPress

    def _follow(self, editor: Editor, event: QMouseEvent) -> None:
        """A click on one chip, and nothing else that the mouse does, shows its card."""
        point = event.position().toPoint()
        if event.type() in _PRESSES:
            self._card.hide()
            self._pressed = None
            single = event.type() == QEvent.Type.MouseButtonPress
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if single and plain and event.button() == Qt.MouseButton.LeftButton:
                chip = chip_under(editor, point)
                self._pressed = (chip.name, point) if chip is not None else None
        elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
            (name, start), self._pressed = self._pressed, None
            chip = chip_under(editor, point)
            moved = (point - start).manhattanLength() >= QApplication.startDragDistance()
            if chip is not None and chip.name == name and not moved:
                self._show(editor, chip)

    def _show(self, editor: Editor, chip: Chip, *, enter: bool = False) -> None:
        QToolTip.hideText()
        self._name = chip.name
        corner = editor.viewport().mapToGlobal(chip.place.topLeft())
        self._card.show_for(self._text_of(chip.name), QRect(corner, chip.place.size()))
        self.shown.emit(self._card.accessibleName())
        if enter:
            self._card.enter()
