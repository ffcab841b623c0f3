"""The browser engine without a window: one message after another, measured, drawn or printed.

Importing this module loads QtWebEngine.
"""

import json
import os
from collections.abc import Callable
from types import TracebackType
from typing import Self

import shiboken6
from PySide6.QtCore import (
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QEventLoop,
    QPoint,
    Qt,
    QTimer,
    QUrl,
)
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWebEngineCore import QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from composer.gui.preview import address, chromium_flags
from composer.gui.preview.engine import ISOLATED, new_profile
from composer.gui.preview.errors import EngineError
from composer.gui.preview.guard import Page, register_scheme
from composer.gui.preview.images import ImageProvider, ImageStore
from composer.gui.preview.page_source import page_source
from composer.gui.preview.sanitizer import clean
from composer.gui.words.text import tr_

_PATIENCE = 20_000  # ms
_POLL = 5  # ms
_HEIGHT = 800  # of the window a message is laid out in, as media queries and vh see it
_TILE = 4000  # px that are drawn at once; graphics memory is not without bounds
_MARK = 2  # px below a tile whose colour tells which frame is on screen

_SETTLE = """(() => {
  window.permittedSettled = false;
  const images = [...document.images].map((image) => image.decode().catch(() => {}));
  Promise.all([document.fonts.ready, ...images]).then(() => { window.permittedSettled = true; });
})()"""
_SHOW_TILE = """((color, top, end) => {
  const root = document.documentElement;
  const add = () => root.appendChild(document.createElement("permitted-mark"));
  const [room, mark] = root.querySelector("permitted-mark")
    ? root.querySelectorAll("permitted-mark") : [add(), add()];
  room.style.cssText = `all: initial; position: absolute; top: 0; width: 1px; height: ${end}px`;
  mark.style.cssText = "all: initial; position: fixed; left: 0; bottom: 0; z-index: 2147483647;"
    + `width: 100vw; height: MARKpx; background: ${color}`;
  window.scrollTo(0, top);
  return true;
})""".replace("MARK", str(_MARK))
_FORGET_TILES = """(() => {
  for (const mark of document.querySelectorAll("permitted-mark")) mark.remove();
  window.scrollTo(0, 0);
  return true;
})()"""
_FULL_HEIGHT = """(() => {
  const root = document.documentElement;
  const own = root.getBoundingClientRect().height;
  return Math.ceil(root.scrollHeight > innerHeight ? root.scrollHeight : own);
})()"""
_COLORS = ("#ff00ff", "#00ffff")


class OffscreenEngine:
    """Renders messages where nobody looks; use it in a ``with`` statement, on the main thread.

    Where no application runs yet, one without a screen is started. `images` gives the bytes of
    images by their relative path; nothing else is loaded, and no script of a message runs.

    Raises:
        EngineError: the engine cannot start.
    """

    def __init__(self, images: ImageProvider = lambda _: None) -> None:
        """Start the engine."""
        if chromium_flags.would_end_the_app():
            raise EngineError(tr_("preview.engine.root"))
        chromium_flags.forbid_network()
        chromium_flags.forget_scripts()
        register_scheme()
        if QCoreApplication.instance() is None:
            os.environ["QT_QPA_PLATFORM"] = "offscreen"
            self._app: QCoreApplication | None = QApplication([])
        else:
            self._app = QCoreApplication.instance()
        self._images = ImageStore(images)
        self._source = b""
        self._served = False
        self._stopped = False
        self._frames = 0
        self._view = QWebEngineView()
        self._view.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self._profile = new_profile(self._images, self._view, self._serve)
        self._page = Page(self._profile, self._view)
        settings = self._page.settings()
        settings.setAttribute(QWebEngineSettings.WebAttribute.ShowScrollBars, False)
        self._page.renderProcessTerminated.connect(self._on_terminated)
        self._view.setPage(self._page)
        self._view.show()

    def __enter__(self) -> Self:
        """Use the engine."""
        return self

    def __exit__(
        self, _type: type[BaseException] | None, _value: object, _trace: TracebackType | None
    ) -> None:
        """End the engine."""
        self.close()

    def load(self, html: str, width: int, *, language: str = "en", direction: str = "ltr") -> None:
        """Lay out the document `html`, cleaned, in a window `width` CSS px wide.

        Raises:
            EngineError: it took too long, or the engine stopped.
        """
        self._stopped = False
        self._images.begin()
        message = clean(html, self._images.resolve)
        self._source = page_source(message, language, direction)
        self._view.resize(width, _HEIGHT)
        self._served = False
        loaded: list[bool] = []
        # What was refused before may still be told of.
        connection = self._page.loadFinished.connect(
            lambda done: loaded.append(done) if self._served else None
        )
        self._page.load(QUrl(address.SHELL))
        try:
            self._wait(lambda: bool(loaded))
        finally:
            self._page.loadFinished.disconnect(connection)
        if not loaded[0]:
            raise EngineError(tr_("preview.engine.not_loaded"))
        self.settle()

    def settle(self) -> None:
        """Wait until fonts and images are there; call it after a script brought in new ones.

        Raises:
            EngineError: it took too long, or the engine stopped.
        """
        self.evaluate(_SETTLE)
        self._wait(lambda: self.evaluate("window.permittedSettled") is True)

    def evaluate(self, script: str) -> object:
        """The JSON value of the expression `script`, seen from our isolated world.

        Raises:
            EngineError: it took too long, or the engine stopped.
        """
        answers: list[object] = []
        self._page.runJavaScript(f"JSON.stringify({script})", ISOLATED, answers.append)
        self._wait(lambda: bool(answers))
        answer = answers[0]
        return json.loads(answer) if isinstance(answer, str) and answer else None

    def picture(self) -> QImage:
        """The whole message as it looks, one image pixel for each CSS px.

        Raises:
            EngineError: it took too long, or the engine stopped.
        """
        width, height = self._view.width(), self._height()
        tile = min(height, _TILE)
        picture = QImage(width, height, QImage.Format.Format_RGB32)
        painter = QPainter(picture)
        try:
            self._view.resize(width, tile + _MARK)
            for top in range(0, height, tile):
                painter.drawImage(QPoint(0, top), self._tile(top, height + tile + _MARK, tile))
        finally:
            painter.end()
            self._view.resize(width, _HEIGHT)
        self.evaluate(_FORGET_TILES)
        return picture

    def pdf(self) -> bytes:
        """The message as a PDF, on pages of A4.

        Raises:
            EngineError: it took too long, or the engine stopped.
        """
        answers: list[bytes] = []
        self._page.printToPdf(lambda data: answers.append(data.data()))
        self._wait(lambda: bool(answers))
        return answers[0]

    def close(self) -> None:
        """Let go of the engine, in the order it needs; nothing can be rendered any more."""
        if shiboken6.isValid(self._page):
            shiboken6.delete(self._page)
            shiboken6.delete(self._profile)
            shiboken6.delete(self._view)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _serve(self) -> bytes:
        self._served = True
        return self._source

    def _height(self) -> int:
        height = self.evaluate(_FULL_HEIGHT)
        return max(1, height) if isinstance(height, int) else _HEIGHT

    def _tile(self, top: int, end: int, height: int) -> QImage:
        """The part of the message from `top` on, once the screen shows just that."""
        self._frames += 1
        color = _COLORS[self._frames % len(_COLORS)]
        self.evaluate(f"{_SHOW_TILE}({color!r}, {top}, {end})")
        shown: list[QImage] = []

        def is_shown() -> bool:
            image = self._view.grab().toImage()
            shown[:] = [image]
            return image.pixelColor(0, image.height() - 1) == QColor(color)

        self._wait(is_shown)
        return shown[0].copy(0, 0, shown[0].width(), height)

    def _wait(self, done: Callable[[], bool]) -> None:
        """Run the event loop until `done`.

        Raises:
            EngineError: it took too long, or the engine stopped.
        """
        loop, timer = QEventLoop(), QElapsedTimer()
        timer.start()
        while not done():
            if self._stopped:
                raise EngineError(tr_("preview.engine.stopped"))
            if timer.hasExpired(_PATIENCE):
                raise EngineError(tr_("preview.engine.late"))
            QTimer.singleShot(_POLL, loop.quit)
            loop.exec()

    def _on_terminated(self) -> None:
        self._stopped = True
