"""A proof printed by the browser engine; importing this module loads QtWebEngine."""

import json
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QByteArray, QMarginsF, QObject, QTimer, QUrl, Signal, SignalInstance
from PySide6.QtGui import QPageLayout, QPageSize

from composer import resources
from composer.export.plain_page import plain_page
from composer.export.proof import Proof
from composer.gui.preview import address
from composer.gui.preview.engine import ISOLATED, new_profile
from composer.gui.preview.guard import Page, register_scheme
from composer.gui.preview.images import ImageProvider, ImageStore
from composer.gui.preview.sanitizer import clean
from composer.gui.words.text import tr_

_LAYOUT = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4),
    QPageLayout.Orientation.Landscape,
    QMarginsF(10, 12, 10, 14),  # the foot stands in the last
    QPageLayout.Unit.Millimeter,
)
_PX_PER_INCH = 96  # of CSS
_POLL, _PATIENCE = 10, 30_000  # ms


class ProofPrinter(QObject):
    """Prints one page with one message at several widths, while everything else goes on.

    `images` gives the bytes of images by their relative path; nothing else is loaded.

    Signals:
        printed: the PDF.
        failed: a sentence on why there is none.
    """

    printed = Signal(bytes)
    failed = Signal(str)

    def __init__(self, images: ImageProvider, parent: QObject | None = None) -> None:
        super().__init__(parent)
        register_scheme()
        self._images = ImageStore(images)
        self._source = b""
        self._show = ""
        self._profile = new_profile(self._images, self, lambda: self._source)
        self._page: Page | None = Page(self._profile, self)
        self._page.loadFinished.connect(self._draw)
        self._page.renderProcessTerminated.connect(
            lambda: self._fail(tr_("preview.engine.stopped"))
        )
        self._poll = QTimer(self, interval=_POLL)
        self._poll.timeout.connect(self._ask)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(lambda: self._fail(tr_("preview.engine.late")))

    def print(
        self, page: str, message: str, widths: tuple[int, ...], *, language: str, direction: str
    ) -> None:
        """Print the document `page` with the HTML `message` in it at `widths`, in px."""
        self._images.begin()
        content = clean(message, self._images.resolve)
        root = {"lang": language, "dir": direction, **content.root}
        parts = {"html": content.html, "root": root, "body": dict(content.body)}
        height = _LAYOUT.paintRect(QPageLayout.Unit.Inch).height() * _PX_PER_INCH
        self._show = f"permittedProof.show({json.dumps(parts)}, {json.dumps(widths)}, {height})"
        self._source = page.encode()
        self._patience.start()
        if self._page is not None:
            self._page.load(QUrl(address.SHELL))

    def close(self) -> None:
        """Let go of the engine, the page before its profile; nothing is printed any more."""
        self._poll.stop()
        self._patience.stop()
        if self._page is not None:
            page, self._page = self._page, None
            shiboken6.delete(page)

    def _draw(self, loaded: bool) -> None:
        if not loaded:
            self._fail(tr_("preview.engine.not_loaded"))
            return
        script = resources.path("proof/proof.js").read_text(encoding="utf-8")
        self._evaluate(f"{script}; {self._show}", lambda _: self._poll.start())

    def _ask(self) -> None:
        self._evaluate("permittedProof.state", self._hear)

    def _hear(self, state: object) -> None:
        if not state or not self._poll.isActive():
            return
        self._poll.stop()
        if state != "done" or self._page is None:
            self._fail(str(state))
            return
        self._page.printToPdf(self._take, _LAYOUT)

    def _take(self, data: QByteArray) -> None:
        self._patience.stop()
        if data.isEmpty():
            self._fail(tr_("preview.engine.stopped"))
        elif self._page is not None:
            self._tell(self.printed, bytes(data.data()))

    def _fail(self, sentence: str) -> None:
        self._poll.stop()
        self._patience.stop()
        if self._page is not None:
            self._tell(self.failed, sentence)

    def _tell(self, signal: SignalInstance, outcome: bytes | str) -> None:
        """Send `signal` once the engine's call is over: whoever hears it may close the engine."""
        QTimer.singleShot(0, self, lambda: signal.emit(outcome))

    def _evaluate(self, script: str, answer: Callable[[object], None]) -> None:
        if self._page is not None:
            self._page.runJavaScript(script, ISOLATED, answer)


def print_proof(printer: ProofPrinter, page: str, proof: Proof) -> None:
    """Print `page` with the message of `proof`, as plain text where it is sent as such."""
    language, direction = proof.language, proof.direction
    message = plain_page(proof.message, language, direction) if proof.plain else proof.message
    printer.print(page, message, proof.widths, language=language, direction=direction)
