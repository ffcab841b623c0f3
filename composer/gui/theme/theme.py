"""The application's look, switched live."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from composer.gui.theme.fonts import TypeScale, load_fonts, type_scale
from composer.gui.theme.icons import Icons
from composer.gui.theme.palette import palette
from composer.gui.theme.style import style_sheet
from composer.gui.theme.system_look import SystemLook
from composer.gui.theme.tokens import Colours, Look, load_look


class LookChoice(StrEnum):
    """What the user asked for; ``system`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    HIGH_CONTRAST = "high-contrast"


class Theme(QObject):
    """Colours, type and icons in use; tells when they change.

    Signals:
        changed: another look is in use; hand-painted widgets should update.
    """

    changed = Signal()

    def __init__(
        self,
        app: QApplication,
        resources: Path,
        choice: LookChoice = LookChoice.SYSTEM,
        system: SystemLook | None = None,
    ) -> None:
        super().__init__(app)
        self._app = app
        self._resources = resources
        self._looks: Mapping[str, Look] = {
            name: load_look(resources / "look" / f"{name}.toml")
            for name in ("light", "dark", "high-contrast")
        }
        self._icons = Icons(resources / "icons" / "actions.toml")
        load_fonts(resources / "look" / "fonts")
        self._type = type_scale()
        self._choice = choice
        self._hints = app.styleHints()
        self._system = system or SystemLook(self._hints, self)
        app.setStyle("Fusion")
        app.setFont(self._type.font())
        self._look = self._wanted()
        self._apply()
        self._system.changed.connect(self._system_changed)

    @property
    def look(self) -> Look:
        """The look in use."""
        return self._look

    @property
    def colours(self) -> Colours:
        """The colours in use."""
        return self._look.colours

    @property
    def type(self) -> TypeScale:
        """The typeface and its sizes."""
        return self._type

    @property
    def choice(self) -> LookChoice:
        """What the user asked for."""
        return self._choice

    def choose(self, choice: LookChoice) -> None:
        """Use another look, or the desktop's."""
        self._choice = choice
        self._use(self._wanted())

    def close(self) -> None:
        """Stop following the desktop and take the style sheet off the application."""
        self._system.close()
        self._hints.unsetColorScheme()
        self._app.setStyleSheet("")
        self.deleteLater()

    def icon(self, action: str) -> QIcon:
        """Return the icon of `action` in the colours in use; an empty one if it has none."""
        return self._icons.icon(action, self.colours) if action in self._icons else QIcon()

    def _wanted(self) -> Look:
        if self._choice is not LookChoice.SYSTEM:
            look = self._looks[self._choice.value]
            scheme = Qt.ColorScheme.Dark if look.dark else Qt.ColorScheme.Light
            # The desktop draws the title bar, so it has to know too.
            self._hints.setColorScheme(scheme)
            return look
        self._hints.unsetColorScheme()
        return self._looks[self._system.name]

    def _system_changed(self) -> None:
        if self._choice is LookChoice.SYSTEM:
            self._use(self._looks[self._system.name])

    def _use(self, look: Look) -> None:
        if look is not self._look:
            self._look = look
            self._apply()
            self.changed.emit()

    def _apply(self) -> None:
        self._app.setPalette(palette(self.colours))
        self._app.setStyleSheet(style_sheet(self._look, self._type, self._resources))
