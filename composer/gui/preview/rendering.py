"""The browser engine behind the preview; importing this module loads QtWebEngine."""

from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, Qt, QUrl, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWebEngineCore import QWebEnginePage
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget

from composer.gui.latest import Latest
from composer.gui.preview import address, shell
from composer.gui.preview.arrangement import Arrangement, arrange
from composer.gui.preview.bridge import Bridge
from composer.gui.preview.copied import copied_text, copied_words
from composer.gui.preview.copy_keys import keeps_copy_keys
from composer.gui.preview.engine import ISOLATED, new_profile
from composer.gui.preview.guard import Page, register_scheme
from composer.gui.preview.images import ImageProvider, ImageStore
from composer.gui.preview.message import PreviewMessage, Views
from composer.gui.preview.sanitizer import clean
from composer.gui.words.text import tr_


class _View(QWebEngineView):
    """A view without drops, and with a context menu for copying only."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr_("preview.rendered"))

    def event(self, event: QEvent) -> bool:
        return keeps_copy_keys(event) or super().event(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.ignore()  # a dropped file belongs to the window

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        copy = menu.addAction(tr_("preview.copy"))
        copy.setEnabled(self.hasSelection())
        copy.triggered.connect(self.copy)
        everything = menu.addAction(tr_("preview.select_all"))
        everything.triggered.connect(self.select_all)
        menu.popup(event.globalPos())

    def copy(self) -> None:
        """Copy what is selected."""
        self.triggerPageAction(QWebEnginePage.WebAction.Copy)

    def select_all(self) -> None:
        """Select everything."""
        self.triggerPageAction(QWebEnginePage.WebAction.SelectAll)


class Rendering(QWidget):
    """The rendered message at one or two widths, updated in place.

    One update is under way at a time; of those that arrive meanwhile only the last is shown.
    """

    rendered = Signal()
    """The sheets show the last message; painting follows at once."""
    failed = Signal(str)
    """The engine stopped; the text says so in one sentence."""
    scale_changed = Signal(float)
    widened = Signal(int)
    """The seller draws the edge of the desktop sheet to this width, CSS px."""
    pressed = Signal(int, int, int)
    """The seller clicked into the message, as `Bridge.pressed` says where."""
    copied = Signal(object)
    """The seller copies from the message (`Copied`)."""

    def __init__(self, provider: ImageProvider, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        register_scheme()
        self._images = ImageStore(provider)
        self._message: PreviewMessage | None = None
        self._serial = 0
        self._shown: dict[int, PreviewMessage] = {}
        self._views = Views()
        self._ready = False
        self._busy = False
        self._stale = False
        self._arrangement: Arrangement | None = None
        self._cleaning = Latest(self)
        self._cleaning.done.connect(lambda call: self.evaluate(call, self._on_updated))
        self._cleaning.failed.connect(self._on_unclean)
        # Children die in this order: view and page, then the profile they live in.
        self._view = _View(self)
        self._profile = new_profile(self._images, self)
        self._page: Page | None = Page(self._profile, self._view)
        self._view.setPage(self._page)
        self._view.setAcceptDrops(False)
        self._connect(self._page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._view)
        self._update_background()
        self.reload()

    @property
    def scale(self) -> float:
        """How large the sheets are drawn; 1.0 is life size."""
        return self._arrangement.scale if self._arrangement else 1.0

    @property
    def process_id(self) -> int:
        """The render process; 0 when there is none."""
        return self._page.renderProcessPid() if self._page is not None else 0

    def reload(self) -> None:
        """Start afresh, with a new render process if the last one ended."""
        self._ready = self._busy = False
        if self._page is not None:
            self._page.load(QUrl(address.SHELL))

    def show_message(self, message: PreviewMessage) -> None:
        """Bring the sheets up to date with `message`."""
        before, self._message = self._message, message
        if before is None or _arranged_by(before) != _arranged_by(message):
            self._arrange()
        self._stale = True
        self._update()

    def show_views(self, views: Views) -> None:
        """Show these views of the message."""
        self._views = views
        self._arrange()

    @property
    def up_to_date(self) -> bool:
        """Whether the sheets show the last message."""
        return self._ready and not self._busy and not self._stale

    def reveal(self, block: int, offset: int) -> None:
        """Scroll to a place in the message, if it is out of sight."""
        if self._ready:
            self.evaluate(shell.reveal_call(block, offset), lambda _: None)

    def copy(self) -> bool:
        """Copy what is selected; False without the keyboard's focus."""
        if self._has_focus():
            self._view.copy()
        return self._has_focus()

    def select_all(self) -> bool:
        """Select everything; False without the keyboard's focus."""
        if self._has_focus():
            self._view.select_all()
        return self._has_focus()

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return self._page is not None and focus is not None and self._view.isAncestorOf(focus)

    def evaluate(self, script: str, answer: Callable[[object], None]) -> None:
        """Run `script` in the isolated world of the shell page and pass on what it returns."""
        if self._page is not None:
            self._page.runJavaScript(script, ISOLATED, answer)

    def close_engine(self) -> None:
        """Let go of the page before its profile; nothing is shown any more."""
        self._cleaning.stop()
        if self._page is not None:
            self._page, self._ready = None, False
            shiboken6.delete(self._view)  # at once: the profile must outlive the page

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._page is not None:
            self._update_background()
            self._arrange()

    def _connect(self, page: Page) -> None:
        page.loadFinished.connect(self._on_loaded)
        page.renderProcessTerminated.connect(self._on_terminated)
        bridge = Bridge(page)
        bridge.widened.connect(self.widened)
        bridge.pressed.connect(self.pressed)
        bridge.copied.connect(self._copy)
        bridge.subject_copied.connect(self._copy_subject)

    def _copy(self, serial: int, block: int, offset: int, last: int, end: int) -> None:
        message = self._shown.get(serial)
        words = copied_words(message, (block, offset), (last, end)) if message else None
        if words is not None:
            self.copied.emit(words)

    def _copy_subject(self, serial: int, start: int, end: int) -> None:
        message = self._shown.get(serial)
        if message is not None and message.subject_source is not None:
            self.copied.emit(copied_text(message.subject_source, start, end))

    def _on_loaded(self, loaded: bool) -> None:
        if self._page is None:
            return
        if not loaded:
            self.failed.emit(tr_("preview.notice.not_loaded"))
            return
        self.evaluate(f"{shell.script()}; true", lambda _: None)
        self._ready, self._stale = True, self._message is not None
        self._arrange()
        self._update()

    def _on_terminated(self, status: QWebEnginePage.RenderProcessTerminationStatus) -> None:
        self._ready = self._busy = False
        if status is not QWebEnginePage.RenderProcessTerminationStatus.NormalTerminationStatus:
            self.failed.emit(tr_("preview.notice.stopped"))

    def _arrange(self) -> None:
        self._arrangement = arrange(self._views.mode, self.width(), self._views.widths)
        self.scale_changed.emit(self._arrangement.scale)
        if not self._ready:
            return
        colors = _stage_colors(self.palette())
        call = shell.arrange_call(self._arrangement, self._views, self._message, colors)
        self.evaluate(call, lambda _: None)

    def _update(self) -> None:
        if not self._ready or self._busy or not self._stale or self._message is None:
            return
        self._busy, self._stale = True, False
        self._images.begin()
        message, resolve = self._message, self._images.resolve
        self._serial += 1
        serial = self._serial
        self._shown[serial] = message
        self._cleaning.run(lambda: shell.show_call(message, clean(message.html, resolve), serial))

    def _on_updated(self, _result: object) -> None:
        self._busy = False
        self._shown = {self._serial: self._shown[self._serial]}
        if self._stale:
            self._update()
        elif self._ready:
            self.rendered.emit()

    def _on_unclean(self, error: str) -> None:
        self._busy = False
        self.failed.emit(error)

    def _update_background(self) -> None:
        if self._page is not None:
            self._page.setBackgroundColor(_stage_colors(self.palette()).stage)


def _arranged_by(message: PreviewMessage) -> tuple[object, ...]:
    """What of a message decides how the sheets are placed."""
    return message.direction, message.limits, message.has_images, message.right_at_limit


def _stage_colors(palette: QPalette) -> shell.StageColors:
    window = palette.color(QPalette.ColorRole.Window)
    dark = window.lightness() < 128
    stage = window.darker(120 if dark else 104)
    return shell.StageColors(
        stage=stage.name(),
        edge=(stage.lighter(130) if dark else stage.darker(108)).name(),
        caption=palette.color(QPalette.ColorRole.PlaceholderText).name(),
        thumb=(stage.lighter(260) if dark else stage.darker(140)).name(),
        dark=dark,
    )
