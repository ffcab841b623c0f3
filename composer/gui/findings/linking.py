"""One finding in three places: words in the text, the card beside them, the card in the panel."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu

from composer.gui.checking.suggesting import Suggesting
from composer.gui.editor.paint.squiggles import Squiggle
from composer.gui.findings.card import FindingCard
from composer.gui.findings.model import FindingRow
from composer.gui.findings.panel import FindingsPanel
from composer.gui.findings.rows import others
from composer.gui.findings.stepping import next_key
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors, PartEditor
from composer.lint.finding import Finding, Severity
from composer.lint.fix import automatic
from composer.lint.set_aside import open_findings

_AWAY = frozenset({QEvent.Type.WindowBlocked, QEvent.Type.WindowDeactivate})


class Linking(QObject):
    """Whatever is done to a finding in one of its places shows in the others.

    Signals:
        fix_requested: key of the finding, index of the fix or the choice behind the fixes.
        why_requested: key of the finding.
        reached: the caret came into the finding with this key, or stepped to it.
        told: a sentence on why there is nothing to go to.
    """

    fix_requested = Signal(str, int)
    why_requested = Signal(str)
    reached = Signal(str)
    told = Signal(str)

    def __init__(
        self,
        editors: Editors,
        panel: FindingsPanel,
        card: FindingCard,
        suggesting: Suggesting,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editors = editors
        self._panel = panel
        self._card = card
        self._suggesting = suggesting
        self._findings: Mapping[str, Finding] = {}
        self._rows: Mapping[str, FindingRow] = {}
        self._at_caret: dict[QObject, str | None] = {}
        self._showing = False
        self._leave = QTimer(self, singleShot=True, interval=250)
        self._leave.timeout.connect(card.hide_soon)
        self._moved = QTimer(self, singleShot=True, interval=0)
        self._moved.timeout.connect(self._move_card)
        self._window = card.window()
        self._window.installEventFilter(self)
        self._connect()

    def show(
        self,
        findings: Mapping[str, Finding],
        rows: Mapping[str, FindingRow],
        stale: tuple[FindingRow, ...],
    ) -> None:
        """Show `findings` with their `rows`; `stale` ones are in the panel alone."""
        self._findings, self._rows = findings, rows
        fixable = {key for key, it in findings.items() if automatic(it) is not None}
        written = any(part.text.strip() for part in self._editors.recent())
        shown = (*rows.values(), *stale)
        self._panel.set_rows(shown, fixable=fixable, unwritten=not written)
        self._showing = True
        for part, editor in self._editors.items():
            editor.show_findings(self._squiggles(part))
        self._showing = False
        self._renew_card()

    def hide_card(self) -> None:
        """Take the card away from the text."""
        self._card.hide()

    def show_card(self, key: str) -> None:
        """Show the card of `key` beside its words, or beside the panel's where it has none."""
        finding = self._findings[key]
        self._suggesting.ask(finding)
        self._leave.stop()
        rect = self._anchor(key)
        if rect.isValid() and not _is_covered():
            self._card.show_for(self._rows[key], rect)

    def key_at_caret(self) -> str:
        """Return the key of the finding that the keyboard is at, "" where it is at none."""
        editor = self._focused()
        return (self._at_caret.get(editor) or "") if editor is not None else ""

    def step(self, direction: int) -> None:
        """Go to the next (1) or previous (-1) open finding, from anywhere, round the ends."""
        keys = self._panel.open_keys()
        if not keys:
            hidden = any(finding.set_aside is None for finding in self._findings.values())
            self.told.emit(tr_("findings.none_shown" if hidden else "findings.none_open"))
            return
        found = {key: self._findings[key] for key in keys if key in self._findings}
        self._go_to(next_key(found, self._panel.current_key(), self._caret(), direction))

    def show_first(self) -> None:
        """Go to the first finding that is in the way of approving, what must be fixed before."""
        found = [key for key, it in self._findings.items() if open_findings((it,))]
        if found:
            first = min(found, key=lambda it: self._findings[it].severity is not Severity.MUST_FIX)
            self.show_finding(first)

    def show_finding(self, key: str) -> None:
        """Go to an open finding, also where its card was filtered out."""
        if key not in self._panel.open_keys():
            self._panel.show_all()
        self._go_to(key)

    def show_place(self, key: str, index: int) -> None:
        """Go to another place that a finding hangs on."""
        finding = self._findings.get(key)
        found = others(finding)[index:] if finding is not None else ()
        editor = self._editors.get(found[0].part) if found else None
        if editor is not None and editor.select_place(found[0]):
            self._card.hide()
            editor.setFocus()

    def open_fixes(self, fill: Callable[[QMenu, str], object]) -> None:
        """Offer what can be done about the finding at the caret, by keyboard; `fill` adds that."""
        self._card.hide()  # it offers the same
        if self._panel.has_keyboard:
            self._panel.open_menu()
            return
        key = self.key_at_caret() or self._panel.current_key()
        if key not in self._rows:
            self.told.emit(tr_("findings.none_here"))
            return
        menu = QMenu(self._panel.window())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu, key)
        menu.setActiveAction(next(it for it in menu.actions() if it.isEnabled() and it.text()))
        rect = self._anchor(key)
        menu.popup(rect.bottomLeft() if rect.isValid() else QCursor.pos())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window:
            if event.type() in _AWAY:
                self._card.hide()
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self._card.hide()
        elif event.type() == QEvent.Type.Resize:
            self._moved.start()
        elif event.type() == QEvent.Type.FocusIn:
            self._enter(watched)
        return False

    def _deal_with(self, key: str) -> None:
        """Go from the panel to the words of a finding, and there to what can be done about it."""
        finding = self._findings.get(key)
        if finding is None:
            self._panel.open_menu()  # of what is in the text no more
            return
        self._panel.choose(key)
        editor = self._editors.get(finding.location.part)
        if editor is not None and finding.location.start < finding.location.end:
            editor.setFocus()
        self.show_card(key)
        self._card.enter()
        self.reached.emit(key)

    def _go_to(self, key: str) -> None:
        self._panel.choose(key)
        editor = self._editors.get(self._findings[key].location.part)
        if editor is not None:
            editor.setFocus()
        self.show_card(key)
        self.reached.emit(key)

    def _connect(self) -> None:
        self._panel.selected.connect(self._select)
        self._panel.entered.connect(self._deal_with)
        for source in (self._panel, self._card):
            source.fix_requested.connect(self.fix_requested)
            source.why_requested.connect(self.why_requested)
            source.place_requested.connect(self.show_place)
        for editor in self._editors.all:
            editor.changed.connect(self._card.hide)
            editor.selected.taken.connect(self._card.hide)
            editor.finding_hovered.connect(self._hover)
            editor.finding_clicked.connect(self._click)
            editor.finding_at_caret.connect(partial(self._caret_in, editor))
            editor.verticalScrollBar().valueChanged.connect(self._card.hide)
            editor.installEventFilter(self)

    def _renew_card(self) -> None:
        """Have the card say what is known now, or its buttons would do what others are for."""
        shown = self._card.row
        if shown is None or shown.key not in self._rows:
            self._card.hide()
        elif self._card.isVisible() and shown != self._rows[shown.key]:
            self.show_card(shown.key)

    def _move_card(self) -> None:
        """Keep the card beside its words, as where a bar came or went under them."""
        shown = self._card.row
        if self._card.isVisible() and shown is not None and shown.key in self._findings:
            rect = self._anchor(shown.key)
            if rect.isValid():
                self._card.show_for(shown, rect)
            else:
                self._card.hide()

    def _squiggles(self, part: str) -> tuple[Squiggle, ...]:
        return tuple(
            Squiggle(
                key,
                finding.location.start,
                finding.location.end,
                finding.severity,
                quiet=finding.set_aside is not None,
            )
            for key, finding in self._findings.items()
            if finding.location.part == part and finding.location.start < finding.location.end
        )

    def _select(self, key: str) -> None:
        finding = self._findings.get(key)
        if finding is not None and finding.location.part in self._editors:
            self._editors[finding.location.part].select_finding(key)
        if finding is not None and finding.set_aside is not None:
            self.show_card(key)  # no mark in the text leads to it

    def _hover(self, key: str | None, rect: QRect) -> None:
        if key is None:
            self._leave.start()
        elif key in self._rows and self._window.isActiveWindow() and self._may_open(key):
            self._leave.stop()
            self._suggesting.ask(self._findings[key])
            self._card.show_for(self._rows[key], rect)

    def _click(self, key: str) -> None:
        if key in self._rows:
            self._leave.stop()
            self.show_card(key)

    def _caret_in(self, editor: PartEditor, key: str | None) -> None:
        self._at_caret[editor] = key
        if key is None:
            self._card.hide_soon()
            if editor.hasFocus() and not self._showing:
                self._panel.select("")
        elif key in self._rows and not self._showing:  # or cards would jump at who is typing
            self._panel.select(key)
            if self._editors[self._findings[key].location.part].hasFocus():  # not while searching
                if self._may_open(key):
                    self.show_card(key)
                self.reached.emit(key)

    def _may_open(self, key: str) -> bool:
        """Whether a card may come that nobody asked for: not over words that are being selected."""
        editor = self._editors[self._findings[key].location.part]
        pressed = bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
        return not (pressed or editor.selected.by_user or _is_covered())

    def _enter(self, editor: QObject) -> None:
        """Choose the card of the words that the keyboard is at now, no longer those elsewhere."""
        finding = self._findings.get(self._panel.current_key())
        if finding is not None and finding.location.start < finding.location.end:
            self._panel.select(self._at_caret.get(editor) or "")

    def _focused(self) -> PartEditor | None:
        return next((editor for editor in self._editors.values() if editor.hasFocus()), None)

    def _caret(self) -> tuple[str, int] | None:
        """The part that has the keyboard, and where in it the caret is."""
        for part, editor in self._editors.items():
            if editor.hasFocus():
                return part, editor.caret()
        return None

    def _anchor(self, key: str) -> QRect:
        editor = self._editors.get(self._findings[key].location.part)
        rect = editor.finding_rect(key) if editor is not None else QRect()
        return rect if rect.isValid() else self._panel.card_rect(key)


def _is_covered() -> bool:
    """Whether a menu or a dialog is in front, which a card would come on top of or behind."""
    return bool(QApplication.activePopupWidget() or QApplication.activeModalWidget())
