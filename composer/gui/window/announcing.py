"""What the caret comes upon and how the check stands, said to screen readers.

Squiggles and chips are painted, and a text's accessible interface says nothing of either.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from composer.document import NO_MARKS, Block, Image, Placeholder, Raw
from composer.gui.checking.judging import Judging
from composer.gui.editor.bridge.snapshot import Change
from composer.gui.editor.bridge.table import InlineObject
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.objects import words_of
from composer.gui.editor.subject_editor import SubjectEditor
from composer.gui.template.finding_counts import counts
from composer.gui.window.announcer import Announcer
from composer.gui.words.saying import said
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors
from composer.lint.finding import Finding

REST_MS = 800  # without typing, before a new count is said

Editor = MessageEditor | SubjectEditor


class Announcing(QObject):
    """Announces the finding and the chip at the caret, and how many findings are open.

    `titles` are the placeholders' by their names.
    """

    def __init__(
        self, announcer: Announcer, judging: Judging, editors: Editors, titles: Mapping[str, str]
    ) -> None:
        super().__init__(announcer)
        self._announcer = announcer
        self._judging = judging
        self._titles = titles
        self._carets: dict[str, int] = {}
        self._chip = self._finding = self._counts = ""
        self._news: str | None = None  # what an edit did to chips, None without an edit
        # A step of the caret tells of itself more than once; what it came upon is said once.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._say_caret)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._say_counts)
        judging.reached.connect(self._reached)
        judging.judged.connect(self._judged)
        for part, editor in editors.written.items():
            editor.cursorPositionChanged.connect(lambda p=part, at=editor: self._moved(p, at))
            editor.edited.connect(self._edited)

    def _reached(self, key: str) -> None:
        finding = self._judging.finding(key)
        if finding is not None:
            self._finding = self._finding_words(finding)
            self._soon.start()

    def _moved(self, part: str, editor: Editor) -> None:
        before = self._carets.get(part, 0)
        cursor = editor.textCursor()
        now = self._carets[part] = cursor.position()
        if not editor.hasFocus():
            return
        # With Shift the caret passes what is then selected; without, it stands before it.
        passed = cursor.hasSelection() and abs(now - before) == 1
        self._chip = self._chip_words(editor, min(before, now) if passed else now)
        self._soon.start()

    def _edited(self, change: Change) -> None:
        """Say a chip that came or went; typing in front of one comes upon nothing."""
        before, after = map(_chips, change.differing)
        came, went = after - before, before - after
        self._news = ""
        if came.total() + went.total() == 1:
            key = "spoken.inserted" if came else "spoken.removed"
            self._news = tr_(key, chip=self._words(next(iter(came or went))))
        self._soon.start()
        self._rest.start()

    def _judged(self, findings: tuple[Finding, ...] | None) -> None:
        if findings is not None:
            self._rest.start()

    def _say_caret(self) -> None:
        chip = self._chip if self._news is None else self._news
        finding = self._finding
        self._chip, self._news, self._finding = "", None, ""
        both = tr_("spoken.both", chip=chip, finding=finding) if chip and finding else ""
        self._announcer.say(both or chip or finding)

    def _say_counts(self) -> None:
        words = counts(self._judging.findings)
        if words != self._counts:
            self._counts = words
            self._announcer.say(words)

    def _finding_words(self, finding: Finding) -> str:
        title = said(finding.message, finding.rule).rstrip(".。")
        if finding.set_aside is not None:
            return tr_("spoken.set_aside", title=title)
        listed = [each for each in self._judging.findings if each.set_aside is None]
        return tr_(
            "spoken.finding",
            severity=tr_(f"severity.{finding.severity}"),
            title=title,
            number=listed.index(finding) + 1,
            count=len(listed),
        )

    def _chip_words(self, editor: Editor, position: int) -> str:
        value = editor.object_at(position)
        return self._words(value) if value is not None else ""

    def _words(self, value: InlineObject) -> str:
        if isinstance(value, Placeholder):
            title = self._titles.get(value.name, words_of(value))
            return tr_("spoken.placeholder", name=title)
        return words_of(value)


def _chips(blocks: Iterable[Block]) -> Counter[InlineObject]:
    """What stands as one character in `blocks`, whatever its marks."""
    inlines = (inline for block in blocks for inline in block.inlines)
    return Counter(
        replace(each, marks=NO_MARKS)
        for each in inlines
        if isinstance(each, Placeholder | Image | Raw)
    )
