"""Icons of actions, drawn in the look's colours."""

import tomllib
from functools import cache
from pathlib import Path

import qtawesome
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QPainter, QPixmap
from qtawesome.iconic_font import CharIconEngine

from composer.gui.theme.tokens import Colours


class Icons:
    """The table action -> icon, with one icon font loaded at the first use.

    QtAwesome's own `icon` loads every font it ships, which takes ten times as long; its colours
    do not follow the palette either, so each look asks for its icons anew.
    """

    def __init__(self, table: Path) -> None:
        with table.open("rb") as file:
            self._names: dict[str, str] = tomllib.load(file)
        self._font: _Font | None = None

    def __contains__(self, action: str) -> bool:
        return action in self._names

    def icon(self, action: str, colours: Colours) -> QIcon:
        """Return the icon of `action`, paler when disabled and in the accent when checked.

        Raises:
            KeyError: the table has no such action.
        """
        name = self._names[action]
        icon: QIcon = self._loaded().icon(
            name,
            color=colours.text,
            color_disabled=colours.disabled,
            color_on=colours.accent_text,
            scale_factor=1.0,
        )
        return icon

    def _loaded(self) -> "_Font":
        if self._font is None:
            self._font = _font(frozenset(name.partition(".")[0] for name in self._names.values()))
        return self._font


class _Font(qtawesome.IconicFont):  # type: ignore[misc]  # it has no types
    """Makes icons that may be asked for in no size, as Qt does while a layout comes to rest."""

    def _icon_by_painter(self, painter: object, options: object) -> QIcon:
        return QIcon(_Engine(self, painter, options))


class _Engine(CharIconEngine):  # type: ignore[misc]
    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        if not rect.isEmpty():
            super().paint(painter, rect, mode, state)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return QPixmap() if size.isEmpty() else super().pixmap(size, mode, state)


@cache
def _font(prefixes: frozenset[str]) -> _Font:
    """The fonts with these prefixes; the application keeps each that it loads."""
    return _Font(*(font for font in qtawesome._BUNDLED_FONTS if font[0] in prefixes))  # noqa: SLF001
