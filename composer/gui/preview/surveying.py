"""The message on screen, measured by the browser engine once it has been quiet for a moment."""

import json

from PySide6.QtCore import QObject, QTimer, Signal

from composer.gui.latest import Latest
from composer.gui.preview.measured import rendered
from composer.gui.preview.message import PreviewMessage
from composer.gui.preview.pane import PreviewPane
from composer.lint.rendered import Rendered

REST = 120  # ms without a new message before it is measured
_AGAIN = 100  # ms until images may have come
_TRIES = 30


class Surveying(QObject):
    """Measures each message that the preview has shown, at the width that limits are meant for.

    `width` is in CSS px. Nothing waits for it: the engine works in a process of its own.

    Of plain text there is nothing to measure: how it looks is up to whoever shows it.

    Signals:
        surveyed: the `Rendered` facts of the newest message.
    """

    surveyed = Signal(object)

    def __init__(self, pane: PreviewPane, width: float) -> None:
        super().__init__(pane)
        self._pane = pane
        self._width = width
        self._message: PreviewMessage | None = None
        self._tries = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._ask)
        self._reading = Latest(self)  # of a long message there is too much for the window to wait
        self._reading.done.connect(self._tell)
        pane.rendered.connect(self._begin)

    def stop(self) -> None:
        """Measure nothing any more."""
        self._timer.stop()
        self._message = None
        self._reading.stop()

    def _begin(self) -> None:
        self._message, self._tries = self._pane.message, 0
        self._timer.start(REST)

    def _ask(self) -> None:
        message, rendering = self._message, self._pane.rendering
        if rendering is None or message is None or message.source is None:
            return
        if message is not self._pane.message:
            return  # the next one is on its way to the sheets
        if message.plain:
            self.surveyed.emit(Rendered(self._width, {}))
            return
        call = "permittedSurvey.settled()"
        if self._tries == 0:
            call = f"permittedSurvey.show(permittedPreview.message, {self._width:g})"
        self._tries += 1
        rendering.evaluate(call, lambda settled: self._laid_out(message, settled))

    def _laid_out(self, message: PreviewMessage, settled: object) -> None:
        rendering = self._pane.rendering
        if message is not self._message or rendering is None:
            return
        if settled is not True and self._tries < _TRIES:
            self._timer.start(_AGAIN)
            return
        # As text: what the engine makes of nested values itself comes empty at times.
        call = "permittedSurvey.measure()"
        rendering.evaluate(call, lambda found: self._take(message, found))

    def _take(self, message: PreviewMessage, found: object) -> None:
        if message is not self._message or message.source is None:
            return
        source = message.source
        if isinstance(found, str) and found:
            self._reading.run(lambda: (message, rendered(json.loads(found), source)))

    def _tell(self, read: tuple[PreviewMessage, Rendered]) -> None:
        message, facts = read
        if message is self._message:
            self.surveyed.emit(facts)
