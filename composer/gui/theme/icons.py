"""Icons of actions, drawn in the look's colours."""

import tomllib
from pathlib import Path

import qtawesome
from PySide6.QtGui import QIcon

from composer.gui.theme.tokens import Colours


class Icons:
    """The table action -> icon, with one icon font loaded at the first use.

    QtAwesome's own `icon` loads every font it ships, which takes ten times as long; its colours
    do not follow the palette either, so each look asks for its icons anew.
    """

    def __init__(self, table: Path) -> None:
        with table.open("rb") as file:
            self._names: dict[str, str] = tomllib.load(file)
        self._font: qtawesome.IconicFont | None = None

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

    def _loaded(self) -> qtawesome.IconicFont:
        if self._font is None:
            prefixes = {name.partition(".")[0] for name in self._names.values()}
            fonts = [font for font in qtawesome._BUNDLED_FONTS if font[0] in prefixes]  # noqa: SLF001
            self._font = qtawesome.IconicFont(*fonts)
        return self._font
