"""What the caret comes upon and how the check stands, said to screen readers.

Squiggles and chips are painted, and a text's accessible interface says nothing of either.
"""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer

from composer.document import Placeholder
from composer.gui.announcer import Announcer
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.objects import words_of
from composer.gui.editor.subject_editor import SubjectEditor
from composer.gui.editors import Editors
from composer.gui.heading import counts
from composer.gui.judging import Judging
from composer.gui.text import tr_
from composer.lint.finding import Finding
from composer.lint.set_aside import open_findings

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

    def _edited(self) -> None:
        self._chip = ""  # typing in front of a chip comes upon nothing
        self._rest.start()

    def _judged(self, findings: tuple[Finding, ...] | None) -> None:
        if findings is not None:
            self._rest.start()

    def _say_caret(self) -> None:
        said = [words for words in (self._chip, self._finding) if words]
        self._chip = self._finding = ""
        self._announcer.say(". ".join(said))

    def _say_counts(self) -> None:
        found = open_findings(self._judging.findings)
        words = counts(found) if found else tr_("app_state.clean")
        if words != self._counts:
            self._counts = words
            self._announcer.say(words)

    def _finding_words(self, finding: Finding) -> str:
        title = finding.message.rstrip(".")
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
        if value is None:
            return ""
        if isinstance(value, Placeholder):
            title = self._titles.get(value.name, words_of(value))
            return tr_("spoken.placeholder", name=title)
        return words_of(value)
