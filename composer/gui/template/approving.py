"""What is confirmed by approving, because no program can check it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.widgets.dialog_foot import cancel_button, dialog_foot, fit_height
from composer.gui.widgets.mark_label import LineMark
from composer.gui.widgets.style import button, label, nested
from composer.gui.words.text import tr_

_WIDTH = 480
_INDENT = 16  # px, as far as the words of the statements
_MOST_LINKS = 6
_LONGEST = 56  # characters of an address
_TOP = Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True, slots=True)
class ApproveNote:
    """A sentence on what may have been forgotten, and a button that leads to where it is done."""

    text: str
    title: str
    go: Callable[[], object]


class ApproveDialog(QDialog):
    """Lists `statements`; approving confirms all of them and calls `approve`.

    `notes` stand above them: they are nothing to confirm. The `links` of the message below can be
    tried in the seller's browser.
    """

    def __init__(
        self,
        theme: Theme,
        statements: Sequence[str],
        approve: Callable[[], object],
        parent: QWidget,
        notes: Sequence[ApproveNote] = (),
        links: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr_("approving.title"))
        self.setMinimumWidth(_WIDTH)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._confirm = button(tr_("approving.confirm"), "primary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        body = nested(layout, QVBoxLayout())
        body.setContentsMargins(24, 20, 24, 20)
        body.setSpacing(10)
        for note in notes:
            self._fill_note(nested(body, QHBoxLayout()), theme, note)
        body.addWidget(label(tr_("approving.lead"), "strong", wrap=True))
        lines = nested(body, QGridLayout())
        lines.setHorizontalSpacing(8)
        lines.setVerticalSpacing(10)
        lines.setColumnStretch(1, 1)
        for row, statement in enumerate(statements):
            lines.addWidget(label("•", "text"), row, 0, _TOP | Qt.AlignmentFlag.AlignHCenter)
            lines.addWidget(label(statement, "text", wrap=True), row, 1)
        if links:
            self._fill_links(nested(body, QVBoxLayout()), links)
        body.addWidget(label(tr_("approving.otherwise"), "muted", wrap=True))
        layout.addWidget(self._foot())
        self._confirm.setFocus()  # or another button has the ring, and Return does not press it
        self.accepted.connect(approve)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        fit_height(self)

    def _fill_note(self, row: QHBoxLayout, theme: Theme, note: ApproveNote) -> None:
        def leave() -> None:
            self.reject()
            note.go()

        lead = button(note.title)
        lead.clicked.connect(leave)
        row.setSpacing(8)
        row.addWidget(LineMark(theme, Mark.REVIEW))
        row.addWidget(label(note.text, "text", wrap=True), 1)
        row.addWidget(lead)

    def _fill_links(self, tried: QVBoxLayout, links: Sequence[str]) -> None:
        tried.setContentsMargins(_INDENT, 0, 0, 0)
        tried.setSpacing(2)
        tried.addWidget(label(tr_("approving.links"), "muted"))
        for address in links[:_MOST_LINKS]:
            entry = button(_shown(address), "link")
            entry.setToolTip(address)
            entry.setAccessibleName(tr_("approving.try", address=address))
            entry.clicked.connect(partial(QDesktopServices.openUrl, QUrl(address)))
            tried.addWidget(entry, 0, Qt.AlignmentFlag.AlignLeft)
        if len(links) > _MOST_LINKS:
            more = tr_("approving.more_links", count=len(links) - _MOST_LINKS)
            tried.addWidget(label(more, "muted"))

    def _foot(self) -> QWidget:
        self._confirm.setDefault(True)
        self._confirm.clicked.connect(self.accept)
        return dialog_foot(cancel_button(self), self._confirm)


def _shown(address: str) -> str:
    """An address as browsers show it, its beginning and its end."""
    short = address.partition("://")[2].removeprefix("www.").rstrip("/")
    if len(short) <= _LONGEST:
        return short
    return f"{short[: _LONGEST // 2]}…{short[-_LONGEST // 2 :]}"
