"""Which look the desktop asks for: its light or dark scheme, and its wish for more contrast."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QStyleHints


class SystemLook(QObject):
    """Follows the desktop.

    Signals:
        changed: it may ask for another look now.
    """

    changed = Signal()

    def __init__(self, hints: QStyleHints, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hints = hints
        self._access = hints.accessibility()
        hints.colorSchemeChanged.connect(self.changed)
        self._access.contrastPreferenceChanged.connect(self.changed)

    @property
    def name(self) -> str:
        """The name of the look asked for."""
        if self._access.contrastPreference() == Qt.ContrastPreference.HighContrast:
            return "high-contrast"
        return "dark" if self._hints.colorScheme() == Qt.ColorScheme.Dark else "light"

    def close(self) -> None:
        """Follow no more."""
        self._hints.colorSchemeChanged.disconnect(self.changed)
        self._access.contrastPreferenceChanged.disconnect(self.changed)
