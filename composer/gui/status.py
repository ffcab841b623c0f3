"""The line at the foot of the window."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from composer.gui.text import tr_
from composer.gui.widgets.style import label, surface


@dataclass(frozen=True, slots=True)
class Status:
    """What the line says: saved when, the text's language, and the edition at the right end."""

    saved: str = ""
    language: str = ""
    edition: str = ""


class StatusLine(QWidget):
    """Shows a `Status`; an empty part takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "panel", edge="top")
        self.setAccessibleName(tr_("status.line"))
        self._saved = label("", "small")
        self._language = label("", "small")
        self._edition = label("", "small")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 4, 14, 4)
        layout.setSpacing(18)
        layout.addWidget(self._saved)
        layout.addWidget(self._language)
        layout.addStretch(1)
        layout.addWidget(self._edition)

    def set_status(self, status: Status) -> None:
        """Show `status`."""
        for part, text in self._parts(status):
            part.setText(text)
            part.setVisible(bool(text))

    def _parts(self, status: Status) -> tuple[tuple[QLabel, str], ...]:
        return (
            (self._saved, status.saved),
            (self._language, status.language),
            (self._edition, status.edition),
        )
