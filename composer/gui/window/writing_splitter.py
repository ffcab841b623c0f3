"""The message above its findings, and how the height is shared between them."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

_SHARE = 0.4  # of the height: four findings at 1440 x 900
_LOW = 600  # px: below that the text needs the room more
_SHARE_OF_LOW = 0.35  # two findings at 1024 x 700


class WritingSplitter(QSplitter):
    """Gives the findings a share of the height that cuts no row, until the user drags the edge.

    `whole_rows` gives the height, up to the one given, at which they cut none.
    """

    def __init__(
        self,
        page: QWidget,
        whole_rows: Callable[[int], int],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._whole_rows = whole_rows
        self._dragged = False
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.addWidget(page)
        self.splitterMoved.connect(self._note_drag)

    def add_findings(self, findings: QWidget) -> None:
        """Put `findings` below the page."""
        self.addWidget(findings)
        self.setStretchFactor(0, round(100 * (1 - _SHARE)))
        self.setStretchFactor(1, round(100 * _SHARE))

    @property
    def dragged(self) -> bool:
        """Whether the user chose the heights."""
        return self._dragged

    def restore_dragged(self, state: QByteArray) -> None:
        """Have the heights that the user chose in an earlier run."""
        self._dragged = self.restoreState(state)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:  # as where the chips need a second line
            self._fit()
        return done

    def _note_drag(self) -> None:
        self._dragged = True

    def _fit(self) -> None:
        sizes = self.sizes()
        whole = sum(sizes)
        if self._dragged or not all(sizes):
            return
        wanted = self._whole_rows(round(whole * (_SHARE if whole >= _LOW else _SHARE_OF_LOW)))
        if sizes[1] != wanted:
            self.setSizes([whole - wanted, wanted])
