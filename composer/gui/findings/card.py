"""The card that floats beside a squiggle."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QEnterEvent, QHideEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from composer.gui.findings.model import FindingRow
from composer.gui.findings.shadow import Shadow
from composer.gui.theme.theme import Theme
from composer.gui.widgets.card_ground import paint_card
from composer.gui.widgets.style import button, label, nested, restyle
from composer.gui.widgets.wrapped import wrapped
from composer.gui.words.text import tr_

_WIDTH = 404
_MARGIN = 14
_GAP = 4
_EDGE = 10
_BUTTON_GAP = 8
_LINGER_MS = 250
_RADIUS = 8
_LINES = 3  # of one button
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FindingCard(QFrame):
    """Title, sentence, clause and fixes of one finding, over the window it belongs to.

    A child of that window rather than a window of its own: it takes the focus from the text only
    when it is entered, and looks alike on every platform. Escape leaves it again.
    It stays within `room`, a part of the window, as long as it fits there.

    Signals:
        fix_requested: key of the finding, index of the fix; the card hides first.
        why_requested: key of the finding.
        fix_pointed: the pointer came onto a fix (key of the finding, index of the fix).
        fix_left: it is on none any more.
        place_requested: key of the finding, index of the other place it hangs on.
    """

    fix_requested = Signal(str, int)
    why_requested = Signal(str)
    fix_pointed = Signal(str, int)
    fix_left = Signal()
    place_requested = Signal(str, int)

    def __init__(self, theme: Theme, window: QWidget, room: QWidget | None = None) -> None:
        super().__init__(window)
        self.setProperty("kind", "card")
        self._window = window
        self._room = room or window
        self._theme = theme
        self._row: FindingRow | None = None
        self._buttons: list[QPushButton] = []
        self._before: QWidget | None = None
        self._title = label("", "strong", wrap=True)
        self._sentence = label("", "muted", wrap=True)
        self._clause = label("", "quote", wrap=True)
        self._others = QVBoxLayout()
        self._others.setSpacing(2)
        self._places: list[QPushButton] = []
        self._fixes = QVBoxLayout()
        self._fixes.setSpacing(6)
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN - 1, _MARGIN, _MARGIN - 1)
        layout.setSpacing(8)
        layout.addWidget(self._title)
        layout.addWidget(self._sentence)
        layout.addLayout(self._others)
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

    def enter(self) -> None:
        """Give the keyboard to the first fix; who had it has it again when the card goes."""
        if self.isVisible() and not self._has_keyboard():
            self._before = QApplication.focusWidget()
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

    def visible_rect(self) -> QRect:
        """Return where the card is, in global coordinates."""
        return QRect(self.mapToGlobal(QPoint(0, 0)), self.size())

    def hide_soon(self) -> None:
        """Hide in a moment, unless the pointer comes onto the card or the keyboard is in it."""
        if self.isVisible() and not self._has_keyboard():
            self._timer.start()

    def setVisible(self, visible: bool) -> None:
        if not visible:
            self._give_back()
        super().setVisible(visible)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focused = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002 - Qt's name
        focused = QApplication.focusWidget()
        if not isinstance(focused, QPushButton) or focused not in self._buttons:
            return False
        number = self._buttons.index(focused) + (1 if next else -1)
        self._buttons[number % len(self._buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

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
        paint_card(self, self._theme.colours, _RADIUS)

    def _has_keyboard(self) -> bool:
        return self.isAncestorOf(QApplication.focusWidget() or self)

    def _give_back(self) -> None:
        before, self._before = self._before, None
        if before is not None and self._has_keyboard():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

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
        self._fill_places(row)
        self._fill_buttons(row)

    def _fill_places(self, row: FindingRow) -> None:
        """Lead to the other places the finding hangs on, which the card may cover."""
        _take_out(self._others, self._places)
        self._places = [self._button(words, "link") for words in row.together]
        for number, entry in enumerate(self._places):
            entry.setCursor(Qt.CursorShape.PointingHandCursor)
            entry.clicked.connect(lambda _checked=False, n=number: self._lead(n))
        _flow(self._others, self._places, _WIDTH - 2 * _MARGIN)
        for entry in self._places:
            entry.show()

    def _fill_buttons(self, row: FindingRow) -> None:
        self.fix_left.emit()
        entered = self._has_keyboard()
        for entry in self._buttons:
            entry.removeEventFilter(self)
        _take_out(self._fixes, self._buttons)
        self._buttons = [
            self._button(fix, "primary" if number == 0 and not row.decided else "")
            for number, fix in enumerate((*row.fixes, *row.more))
        ]
        for number, entry in enumerate(self._buttons):
            if note := row.note(number):
                entry.setToolTip(note)
                entry.setAccessibleDescription(note)
            entry.clicked.connect(lambda _checked=False, n=number: self._fix(n))
            entry.installEventFilter(self)
        why = self._button(tr_("findings.why"), "")
        why.clicked.connect(lambda: self.why_requested.emit(row.key))
        self._buttons.append(why)
        _flow(self._fixes, self._buttons, _WIDTH - 2 * _MARGIN)
        for entry in self._buttons:
            entry.show()  # on a card already there nobody else would
        if entered:
            self._buttons[0].setFocus(Qt.FocusReason.TabFocusReason)

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

    def _lead(self, number: int) -> None:
        if row := self._row:
            self.hide()
            self.place_requested.emit(row.key, number)


def _take_out(rows: QVBoxLayout, buttons: list[QPushButton]) -> None:
    """Empty a layout that `_flow` filled."""
    for entry in buttons:
        entry.hide()
        entry.deleteLater()
    while rows.count():
        rows.takeAt(0)


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
