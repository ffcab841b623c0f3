"""The message on screen, audited for accessibility once nobody has typed for a moment."""

import json
from collections.abc import Callable, Iterable
from functools import cache

from PySide6.QtCore import QObject, QTimer, Signal

from composer import resources
from composer.gui.preview.audited import Audit, audit_of
from composer.gui.preview.message import PreviewMessage
from composer.gui.preview.pane import PreviewPane

REST = 400  # ms without a new message before it is audited
_LOOK = 25  # ms between two looks for the outcome
_PATIENCE = 400  # looks


class Auditing(QObject):
    """Audits each message that the preview has shown, with the rules of axe-core named in `checks`.

    Nothing waits for it: the engine works in a process of its own, and is asked now and then
    whether it is done. New text ends an audit under way; the same message is not audited twice.
    `rest` is how many ms without a new message it waits for.

    Signals:
        audited: the `Audit` of the newest message.
    """

    audited = Signal(object)

    def __init__(self, pane: PreviewPane, checks: Iterable[str], rest: int = REST) -> None:
        super().__init__(pane)
        self._pane = pane
        self._checks = json.dumps(sorted(checks))
        self._message: PreviewMessage | None = None
        self._outcome: tuple[str, Audit] | None = None
        self._started = False
        self._looks = 0
        self._rest = QTimer(self, singleShot=True, interval=rest)
        self._rest.timeout.connect(self._start)
        self._next_look = QTimer(self, singleShot=True, interval=_LOOK)
        self._next_look.timeout.connect(self._look)
        pane.rendered.connect(self._begin)

    def put_off(self) -> None:
        """Give up the audit under way: the message changes, and the next one will be shown."""
        self._rest.stop()
        self._next_look.stop()
        self._message = None
        if self._started:
            self._started = False
            self._evaluate("permittedAudit.cancel(); true")

    def forget(self) -> None:
        """Audit the next message even where it is the last one again."""
        self.put_off()
        self._outcome = None

    def stop(self) -> None:
        """Audit nothing any more."""
        self._pane.rendered.disconnect(self._begin)
        self.put_off()

    def _begin(self) -> None:
        self.put_off()
        message = self._pane.message
        if message is None or message.source is None:
            return
        if message.plain:
            self.audited.emit(Audit(done=False))  # it has no markup to find fault with
            return
        if self._outcome is not None and self._outcome[0] == message.html:
            self.audited.emit(self._outcome[1])
            return
        self._message = message
        self._rest.start()

    def _start(self) -> None:
        message = self._message
        if message is None or message is not self._pane.message:
            return  # the next one is on its way to the sheets
        self._started, self._looks = True, 0
        self._evaluate(
            f"permittedAudit.start(permittedPreview.message, {self._checks})",
            lambda answer: self._on_started(message, answer),
        )

    def _on_started(self, message: PreviewMessage, answer: object) -> None:
        if message is not self._message:
            return
        if answer == "absent":
            install = f"permittedAudit.install({_axe()})"
            self._evaluate(install, lambda done: self._start() if done is True else None)
        elif answer == "started":
            self._look()

    def _look(self) -> None:
        message = self._message
        if message is not None:
            self._looks += 1
            self._evaluate("permittedAudit.take()", lambda answer: self._take(message, answer))

    def _take(self, message: PreviewMessage, answer: object) -> None:
        if message is not self._message or message.source is None:
            return
        if isinstance(answer, str) and answer:
            self._message, self._started = None, False
            audit = audit_of(json.loads(answer), message.source)
            self._outcome = message.html, audit
            self.audited.emit(audit)
        elif self._looks < _PATIENCE:
            self._next_look.start()
        else:
            self.put_off()

    def _evaluate(self, script: str, answer: Callable[[object], None] = lambda _: None) -> None:
        rendering = self._pane.rendering
        if rendering is not None:
            rendering.evaluate(script, answer)


@cache
def _axe() -> str:
    """The source of axe-core as a JavaScript string."""
    return json.dumps(resources.path("axe/axe.min.js").read_text(encoding="utf-8"))
