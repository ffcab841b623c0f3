"""The card that floats beside a squiggle."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from composer.gui.findings.model import FindingRow
from composer.gui.findings.shadow import Shadow
from composer.gui.text import tr_
from composer.gui.theme.theme import Theme
from composer.gui.widgets.style import button, label, nested, restyle
from composer.gui.widgets.wrapped import wrapped

_WIDTH = 404
_MARGIN = 14
_GAP = 4
_EDGE = 10
_BUTTON_GAP = 8
_LINGER_MS = 250
_RADIUS = 8
_LINES = 3  # of one button


class FindingCard(QFrame):
    """Title, sentence, clause and fixes of one finding, over the window it belongs to.

    A child of that window rather than a window of its own: it never takes the focus from the
    text and looks alike on every platform. The keyboard's way to the same fixes is the fixes menu.
    It stays within `room`, a part of the window, as long as it fits there.

    Signals:
        fix_requested: key of the finding, index of the fix; the card hides first.
        why_requested: key of the finding.
        fix_pointed: the pointer came onto a fix (key of the finding, index of the fix).
        fix_left: it is on none any more.
    """

    fix_requested = Signal(str, int)
    why_requested = Signal(str)
    fix_pointed = Signal(str, int)
    fix_left = Signal()

    def __init__(self, theme: Theme, window: QWidget, room: QWidget | None = None) -> None:
        super().__init__(window)
        self._window = window
        self._room = room or window
        self._theme = theme
        self._row: FindingRow | None = None
        self._buttons: list[QPushButton] = []
        self._title = label("", "strong", wrap=True)
        self._sentence = label("", "muted", wrap=True)
        self._clause = label("", "quote", wrap=True)
        self._fixes = QVBoxLayout()
        self._fixes.setSpacing(6)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN - 1, _MARGIN, _MARGIN - 1)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._sentence)
        layout.addWidget(self._clause)
        layout.addLayout(self._fixes)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LINGER_MS)
        self._timer.timeout.connect(self.hide)
        theme.changed.connect(self.update)
        self._shadow = Shadow(theme, self, _RADIUS)
        self.hide()

    @property
    def row(self) -> FindingRow | None:
        """The finding shown, or the one shown last."""
        return self._row

    def show_for(self, row: FindingRow, anchor: QRect) -> None:
        """Show `row` under `anchor`, in global coordinates, or over it; never on its words."""
        self._timer.stop()
        if row != self._row:
            self._fill(row)
        width = min(_WIDTH, self._room.width() - 2 * _EDGE)
        height = self._column.heightForWidth(width)
        self.setGeometry(self._placed(anchor, width, height))
        self.raise_()
        self.show()

    def visible_rect(self) -> QRect:
        """Return where the card is, in global coordinates."""
        return QRect(self.mapToGlobal(QPoint(0, 0)), self.size())

    def hide_soon(self) -> None:
        """Hide in a moment, unless the pointer comes onto the card."""
        if self.isVisible():
            self._timer.start()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: object) -> None:
        super().leaveEvent(event)  # type: ignore[arg-type]
        self.hide_soon()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.fix_left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Enter and self._row and watched in self._buttons[:-1]:
            self.fix_pointed.emit(self._row.key, self._buttons.index(watched))
        elif event.type() == QEvent.Type.Leave:
            self.fix_left.emit()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.colours.control), 1))
        painter.setBrush(QColor(self._theme.colours.panel))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _placed(self, anchor: QRect, width: int, height: int) -> QRect:
        """Return where the card goes: in its room, else in the window; under or over the words."""
        words = QRect(self._window.mapFromGlobal(anchor.topLeft()), anchor.size())
        room = QRect(self._room.mapTo(self._window, QPoint(0, 0)), self._room.size())
        under = words.y() + words.height() + _GAP
        over = words.y() - _GAP - height
        right = room.x() + room.width() - width - _EDGE
        x = max(room.x() + _EDGE, min(words.x(), right))
        y = over if words.y() > self._window.height() - words.bottom() else under
        for box in (self._window.rect(), room):
            bottom = box.y() + box.height() - height
            if under <= bottom:
                y = under
            elif over >= box.y():
                y = over
        return QRect(x, y, width, height)

    def _fill(self, row: FindingRow) -> None:
        self._row = row
        self.setAccessibleName(row.spoken)
        self._title.setText(row.title)
        self._sentence.setText(row.sentence)
        self._clause.setText(
            tr_(
                "findings.clause",
                source=row.clause_source,
                date=row.clause_date,
                text=row.clause_text,
            )
        )
        self._clause.setVisible(bool(row.clause_text))
        self._fill_buttons(row)

    def _fill_buttons(self, row: FindingRow) -> None:
        self.fix_left.emit()
        for entry in self._buttons:
            entry.removeEventFilter(self)
            entry.hide()
            entry.deleteLater()
        while self._fixes.count():
            self._fixes.takeAt(0)
        self._buttons = [
            self._button(fix, "primary" if number == 0 else "")
            for number, fix in enumerate((*row.fixes, *row.more))
        ]
        for number, entry in enumerate(self._buttons):
            entry.clicked.connect(lambda _checked=False, n=number: self._fix(n))
            entry.installEventFilter(self)
        why = self._button(tr_("findings.why"), "")
        why.clicked.connect(lambda: self.why_requested.emit(row.key))
        self._buttons.append(why)
        _flow(self._fixes, self._buttons, _WIDTH - 2 * _MARGIN)
        for entry in self._buttons:
            entry.show()  # on a card already there nobody else would

    def _button(self, text: str, kind: str) -> QPushButton:
        result = button("", kind)
        result.setParent(self)
        result.ensurePolished()
        result.setText(text.replace("&", "&&"))
        if result.sizeHint().width() > _WIDTH - 2 * _MARGIN:
            edges = result.sizeHint().width() - result.fontMetrics().horizontalAdvance(text)
            room = _WIDTH - 2 * _MARGIN - edges
            result.setText(wrapped(text, result.font(), room, _LINES).replace("&", "&&"))
            restyle(result, "lines", "many")
        result.setAccessibleName(text)
        if "…" in result.text() and "…" not in text:
            result.setToolTip(text)
        result.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return result

    def _fix(self, number: int) -> None:
        if row := self._row:
            self.hide()
            self.fix_requested.emit(row.key, number)


def _flow(rows: QVBoxLayout, buttons: list[QPushButton], width: int) -> None:
    """Lay `buttons` out in as few rows of `width` as keep every word."""
    room = 0
    for entry in buttons:
        entry.ensurePolished()
        needed = entry.sizeHint().width() + _BUTTON_GAP
        if needed > room:
            row = nested(rows, QHBoxLayout())
            row.setSpacing(_BUTTON_GAP)
            row.addStretch(1)
            room = width + _BUTTON_GAP
        row.insertWidget(row.count() - 1, entry)
        room -= needed
