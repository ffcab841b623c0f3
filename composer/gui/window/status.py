"""The line at the foot of the window."""

from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.widgets.cut_label import CutLabel
from composer.gui.widgets.flow import FlowLayout
from composer.gui.widgets.mark_label import MarkLabel
from composer.gui.widgets.style import label, restyle, surface
from composer.gui.words.text import tr_

_MARK = 10


@dataclass(frozen=True, slots=True)
class Status:
    """What the line says: saved when, the text's language, and the edition at the right end.

    `saved_tip` says more of saving, `edition_tip` of the edition.
    """

    saved: str = ""
    language: str = ""
    edition: str = ""
    saved_tip: str = ""
    edition_tip: str = ""


class StatusLine(QWidget):
    """Shows a `Status`; an empty part takes no room, nor does one that has no room to be whole."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "panel", edge="top")
        self.setAccessibleName(tr_("status.line"))
        self._saved = CutLabel("small")
        self._language = label("", "small")
        self._length = CutLabel("small")
        self._audited = label("", "small")
        self._audited.hide()
        self._mark = MarkLabel(theme, Mark.REVIEW, _MARK)
        self._mark.hide()
        self._edition = label("", "small")
        layout = FlowLayout(18, self)
        layout.setContentsMargins(14, 4, 14, 4)
        layout.add(self._saved, shrinks=1)
        layout.add(self._language, yields=2)
        layout.add(self._counted(), shrinks=2)
        layout.add(self._audited, yields=3)
        layout.add(self._edition, at_end=True, yields=1)

    def set_status(self, status: Status) -> None:
        """Show `status`."""
        self._saved.setToolTip(status.saved_tip)
        self._edition.setToolTip(status.edition_tip)
        for part, text in self._parts(status):
            part.setText(text)
            part.setVisible(bool(text))

    def set_length(self, text: str, mark: Mark | None, tip: str = "") -> None:
        """Show how long the message is, with a mark where that is too long."""
        self._length.setText(text)
        self._length.setToolTip(tip)
        restyle(self._length, "tone", "small" if mark is None else f"small-{mark}")
        self._mark.setVisible(mark is not None)
        if mark is not None:
            self._mark.set_mark(mark)

    def set_audited(self, done: bool | None) -> None:
        """Show whether the message was audited for accessibility; nothing for None."""
        self._audited.setVisible(done is not None)
        self._audited.setText(tr_("status.audited" if done else "status.not_audited"))
        self._audited.setToolTip("" if done else tr_("status.not_audited_tip"))

    @property
    def audited(self) -> str:
        """What is said of the audit, as shown."""
        return "" if self._audited.isHidden() else self._audited.text()

    @property
    def length(self) -> str:
        """How long the message is, as shown."""
        return self._length.text()

    def _counted(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._mark)
        row.addWidget(self._length)
        return holder

    def _parts(self, status: Status) -> tuple[tuple[QLabel, str], ...]:
        return (
            (self._saved, status.saved),
            (self._language, status.language),
            (self._edition, status.edition),
        )
