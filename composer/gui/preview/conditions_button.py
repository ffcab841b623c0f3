"""The menu of conditions under which a buyer may read the message."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from composer.gui.preview.conditions import NORMAL, Conditions, Scheme, Vision
from composer.gui.theme.theme import Theme
from composer.gui.widgets.menu_button import MenuButton
from composer.gui.widgets.style import restyle
from composer.gui.words.text import listed, tr_

_WIDEST = 115  # px of words: with them the first line of the row is full where windows are usual
_Change = Callable[[Conditions], Conditions]


class ConditionsButton(MenuButton):
    """Says which conditions hold, and stands out while they are not the normal ones.

    Signals:
        chosen: the user took other conditions; never sent for `show_conditions`.
    """

    chosen = Signal(Conditions)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("previewConditions")
        self.setToolTip(tr_("preview.conditions.tip"))
        self._conditions = NORMAL
        self._entries: list[tuple[QAction, _Change]] = []
        self._add_choices(self.menu())
        self.show_conditions(NORMAL)
        theme.changed.connect(self._tint)
        self._tint()

    def show_conditions(self, conditions: Conditions) -> None:
        """Show that these conditions hold."""
        self._conditions = conditions
        for action, check in self._entries:
            action.setChecked(check(conditions) == conditions)
        self._normal.setEnabled(conditions != NORMAL)
        words = _words(conditions)
        self._say(words[0] if len(words) == 1 else f"{words[0]} +{len(words) - 1}")
        self.setAccessibleName(tr_("preview.conditions.name", conditions=listed(words)))
        restyle(self, "stands_out", "false" if conditions == NORMAL else "true")

    def _say(self, words: str) -> None:
        """Show the conditions, and where there is room what they are."""
        whole = tr_("preview.conditions.name", conditions=words)
        fits = self.fontMetrics().horizontalAdvance(whole) <= _WIDEST
        self.setText(whole if fits else words)

    def _tint(self) -> None:
        self.setIcon(self._theme.icon("view_as"))

    def _add_choices(self, menu: QMenu) -> None:
        menu.setToolTipsVisible(True)
        schemes = QActionGroup(menu)
        for scheme in Scheme:
            action = self._add(menu, scheme.value, partial(replace, scheme=scheme), group=schemes)
            if scheme is not Scheme.LIGHT:
                action.setToolTip(tr_(f"preview.conditions.{scheme}_tip"))
        menu.addSeparator()
        images_off, images_on = (partial(replace, images=shown) for shown in (False, True))
        self._add(menu, "images_off", images_off, images_on)
        large, usual = (partial(replace, large_text=large) for large in (True, False))
        self._add(menu, "large_text", large, usual)
        menu.addSeparator()
        visions = QActionGroup(menu)
        for vision in Vision:
            self._add(menu, vision.value, partial(replace, vision=vision), group=visions)
        menu.addSeparator()
        self._normal = menu.addAction(tr_("preview.conditions.normal"))
        self._normal.triggered.connect(lambda: self.chosen.emit(NORMAL))

    def _add(
        self,
        menu: QMenu,
        key: str,
        check: _Change,
        uncheck: _Change | None = None,
        group: QActionGroup | None = None,
    ) -> QAction:
        action = menu.addAction(tr_(f"preview.conditions.{key}"))
        action.setCheckable(True)
        if group is not None:
            group.addAction(action)
        changes = {True: check, False: uncheck or check}
        action.triggered.connect(lambda on: self.chosen.emit(changes[on](self._conditions)))
        self._entries.append((action, check))
        return action


def _words(conditions: Conditions) -> list[str]:
    """What differs from the normal conditions, in short; else the normal paper."""
    keys = []
    if conditions.scheme is not Scheme.LIGHT:
        keys.append(conditions.scheme.value)
    if not conditions.images:
        keys.append("images_off")
    if conditions.large_text:
        keys.append("large_text")
    if conditions.vision is not Vision.FULL:
        keys.append(conditions.vision.value)
    return [tr_(f"preview.conditions.short.{key}") for key in keys or (Scheme.LIGHT.value,)]
