"""Finding and replacing words in the open template."""

from PySide6.QtCore import QObject, QTimer, Signal

from composer.document.search import Hit, Query, QueryError
from composer.gui.editor.paint.tinting import NO_HITS, Hits
from composer.gui.widgets.find_bar import FindBar
from composer.gui.window.actions import Actions
from composer.gui.words.saying import problem
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors

Place = tuple[str, Hit]


class Searching(QObject):
    """Marks what the bar asks for, in the subject and the body, and goes from one to the next.

    Where the body's source is on screen, that is searched.

    Signals:
        replaced: a sentence on what was replaced, in one step to undo.
        told: the same where that left every word as it was.
        shown: a hit was selected: bring the template to the front.
    """

    replaced = Signal(str)
    told = Signal(str)
    shown = Signal()

    def __init__(self, bar: FindBar, editors: Editors, actions: Actions) -> None:
        super().__init__(bar)
        self._bar = bar
        self._editors = editors
        self._query = Query("")
        self._places: tuple[Place, ...] = ()
        self._current = -1
        self._mistake = ""
        self._again = QTimer(self, singleShot=True, interval=0)
        self._again.timeout.connect(self._follow)
        self._connect(actions)

    def open(self, *, replacing: bool) -> None:
        """Open the bar, looking for what is selected."""
        self._bar.open(self.selected(), replacing=replacing)

    def close(self) -> None:
        """Close the bar; the hit it stood at stays selected."""
        self._bar.hide()
        for editor in self._editors.values():
            editor.show_hits(NO_HITS)
        part = self._places[self._current][0] if self._current >= 0 else "body"
        self._editors[part].setFocus()

    def look_again(self) -> None:
        """Look in what is on screen now, the words or the source; the focus stays."""
        for editor in self._editors.all:
            editor.show_hits(NO_HITS)
        if self._bar.isVisible():
            self._find()

    def step(self, direction: int) -> None:
        """Select the next (1) or previous (-1) hit, going round."""
        if not self._bar.isVisible():
            self.open(replacing=False)
        self._catch_up()
        if not self._places:
            return
        if self._stands():
            self._current = (self._current + direction) % len(self._places)
        else:
            self._current = self._after_caret(direction)
        self._select()

    def replace(self, text: str) -> None:
        """Put `text` in place of the hit it stands at, in one undo step, and go to the next."""
        self._catch_up()
        if not self._stands():
            self.step(1)
            return
        part, hit = self._places[self._current]
        try:
            edit = hit.replaced(self._query, text)
        except QueryError as error:
            self._bar.set_outcome(problem(error), possible=True, wrong=True)
            return
        editor = self._editors[part]
        if editor.composing:
            return
        before = editor.length()
        editor.replace_hits([edit])
        grown = editor.length() - before
        editor.select(hit.end + grown)
        self._find()
        self._current = self._after_caret(1, part) if self._places else -1
        self._select()

    def replace_all(self, text: str) -> None:
        """Put `text` in place of every hit, in one undo step."""
        self._catch_up()
        try:
            edits = [(part, hit.replaced(self._query, text)) for part, hit in self._places]
        except QueryError as error:
            self._bar.set_outcome(problem(error), possible=True, wrong=True)
            return
        if any(editor.composing for editor in self._editors.values()) or not edits:
            return
        log = self._editors.subject.undo_log
        depth = log.depth
        with log.together():
            for part, editor in self._editors.items():
                if own := [edit for of, edit in edits if of == part]:
                    editor.replace_hits(own)
        said = self.replaced if log.depth > depth else self.told
        said.emit(tr_("find.replaced", count=len(edits)))

    def _connect(self, actions: Actions) -> None:
        bar = self._bar
        bar.query_changed.connect(self._ask)
        bar.stepped.connect(self.step)
        bar.replace_requested.connect(self.replace)
        bar.replace_all_requested.connect(self.replace_all)
        bar.closed.connect(self.close)
        actions.find.triggered.connect(lambda: self.open(replacing=False))
        actions.replace.triggered.connect(lambda: self.open(replacing=True))
        actions.find_next.triggered.connect(lambda: self.step(1))
        actions.find_previous.triggered.connect(lambda: self.step(-1))
        for editor in self._editors.all:
            editor.changed.connect(self._again.start)

    def _ask(self, query: Query) -> None:
        self._query = query
        self._find()
        if self._places:
            self._current = self._after_caret(1)
            self._select()

    def _catch_up(self) -> None:
        """Look again now where the text was changed this moment."""
        if self._again.isActive():
            self._again.stop()
            self._follow()

    def _follow(self) -> None:
        if self._bar.isVisible():
            stood = self._places[self._current] if 0 <= self._current < len(self._places) else None
            self._find()
            place = next(
                (
                    number
                    for number, (part, hit) in enumerate(self._places)
                    if stood and (part, hit.start) == (stood[0], stood[1].start)
                ),
                -1,
            )
            self._current = place
            self._show()

    def _find(self) -> None:
        """Look for the query in both parts; the caret stays."""
        self._current, self._mistake = -1, ""
        try:
            self._places = tuple(
                (part, hit)
                for part, editor in self._editors.items()
                for hit in editor.find_hits(self._query)
            )
        except QueryError as error:
            self._places, self._mistake = (), problem(error)
        self._show()

    def _show(self) -> None:
        for part, editor in self._editors.items():
            own = [number for number, (of, _) in enumerate(self._places) if of == part]
            ranges = tuple((self._places[it][1].start, self._places[it][1].end) for it in own)
            current = own.index(self._current) if self._current in own else -1
            editor.show_hits(Hits(ranges, current) if ranges else NO_HITS)
        if self._mistake or not self._query.text:
            text = self._mistake
        elif not self._places:
            text = tr_("find.none")
        elif self._current < 0:
            text = tr_("find.count", count=len(self._places))
        else:
            text = tr_("find.place", number=self._current + 1, total=len(self._places))
        self._bar.set_outcome(text, possible=bool(self._places), wrong=bool(self._mistake))

    def _select(self) -> None:
        if self._current >= 0:
            part, hit = self._places[self._current]
            self._editors[part].select(hit.start, hit.end)
            self.shown.emit()
        self._show()

    def _stands(self) -> bool:
        """Whether a hit is selected, and the caret was not taken elsewhere since."""
        if self._current < 0:
            return False
        part, hit = self._places[self._current]
        return self._editors[part].selection() == (hit.start, hit.end)

    def _after_caret(self, direction: int, part: str | None = None) -> int:
        """The number of the hit at or after the caret (or before it), going round."""
        focused = part or next(
            (name for name, editor in self._editors.items() if editor.hasFocus()), "body"
        )
        order = list(self._editors)
        here = (order.index(focused), self._editors[focused].selection()[0])
        keys = [(order.index(name), hit.start) for name, hit in self._places]
        if direction > 0:
            return next((number for number, key in enumerate(keys) if key >= here), 0)
        earlier = [number for number, key in enumerate(keys) if key < here]
        return earlier[-1] if earlier else len(keys) - 1

    def selected(self) -> str:
        """What is selected in the editor in use, if it is short and of one line."""
        for editor in self._editors.values():
            words = editor.textCursor().selectedText()
            if editor.hasFocus() and words:
                return words if words.isprintable() and "\ufffc" not in words else ""
        return ""
