"""The preview beside the editor: what the buyer will see."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from composer.gui.preview import chromium_flags
from composer.gui.preview.conditions import NORMAL, Conditions
from composer.gui.preview.controls import PreviewControls
from composer.gui.preview.foot import PreviewFoot
from composer.gui.preview.images import ImageProvider
from composer.gui.preview.message import (
    DESKTOP_RANGE,
    Mode,
    PreviewMessage,
    PreviewState,
    Views,
    Widths,
)
from composer.gui.preview.notice import PreviewNotice
from composer.gui.preview.text_view import PlainTextView
from composer.gui.theme.theme import Theme
from composer.gui.widgets.style import surface
from composer.gui.words.text import tr_

if TYPE_CHECKING:
    from composer.gui.preview.copied import Copied
    from composer.gui.preview.rendering import Rendering


class PreviewPane(QWidget):
    """Shows a message at desktop and phone width, or as plain text.

    The browser engine starts once the pane is on screen, so that the window is there first. Where
    it cannot start, a bar says so and the text view still works. `image_provider` gives the bytes
    of images the seller placed, by their relative path; nothing else is ever loaded.
    """

    mode_changed = Signal(str)
    guides_changed = Signal(bool)
    widths_changed = Signal()
    place_pressed = Signal(int, int, int)
    """A click into the message: which block, how many characters into it the caret goes, and where
    in it the character or image clicked is, -1 where there is none."""
    values_copied = Signal()
    """Something was copied with values, as it cannot be told what of it is one."""
    rendered = Signal()
    """The last message is on the sheets; painting follows at once."""

    def __init__(
        self, image_provider: ImageProvider, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._images = image_provider
        self._state = PreviewState()
        self._message: PreviewMessage | None = None
        self._rendering: Rendering | None = None
        self._asked = False
        self._template = ""
        self._refused: set[str] = set()  # templates whose guides were switched off by hand
        self._conditions = NORMAL
        self.controls = PreviewControls(theme, self)
        self.notice = PreviewNotice(self)
        self.foot = PreviewFoot(theme, self)
        self._empty = QWidget(self)
        self.text_view = PlainTextView(self)
        self._stage = QStackedWidget(self)
        self._stage.setObjectName("previewStage")
        surface(self._stage, "stage")
        self._stage.addWidget(self._empty)
        self._stage.addWidget(self.text_view)
        self._lay_out()
        self.controls.mode_chosen.connect(self.set_mode)
        self.controls.guides_toggled.connect(self.set_guides)
        self.controls.conditions_chosen.connect(self.set_conditions)
        self.text_view.values_copied.connect(self.values_copied)
        self.foot.widths_chosen.connect(self.set_widths)
        self.notice.reload_requested.connect(self.reload)
        self._show_state()

    @property
    def mode(self) -> Mode:
        """Which renderings are on screen."""
        return self._state.mode

    @property
    def guides(self) -> bool:
        """Whether the lines at 20% and 80% show: wanted, or by themselves where one matters."""
        at_limit = self._message is not None and self._message.at_limit
        return self._state.guides or (at_limit and self._template not in self._refused)

    @property
    def message(self) -> PreviewMessage | None:
        """The message to show, on the sheets once `up_to_date`."""
        return self._message

    @property
    def conditions(self) -> Conditions:
        """How the message is looked at; normal after each start, as a forgotten one misleads."""
        return self._conditions

    @property
    def rendering(self) -> "Rendering | None":
        """The browser engine's side of the preview, once it has started."""
        return self._rendering

    @property
    def up_to_date(self) -> bool:
        """Whether the sheets show the last message."""
        return self._rendering is not None and self._rendering.up_to_date

    def reveal(self, block: int, offset: int) -> None:
        """Scroll the sheets to a place in the message, if it is out of sight."""
        if self._rendering is not None and self._state.mode is not Mode.TEXT:
            self._rendering.reveal(block, offset)

    def copy(self) -> bool:
        """Copy what is selected; False without the keyboard's focus."""
        if self.text_view.hasFocus():
            self.text_view.copy()
            return True
        return self._rendering is not None and self._rendering.copy()

    def select_all(self) -> bool:
        """Select everything; False without the keyboard's focus."""
        if self.text_view.hasFocus():
            self.text_view.selectAll()
            return True
        return self._rendering is not None and self._rendering.select_all()

    def set_message(self, message: PreviewMessage) -> None:
        """Show `message`, in place: no reload, and the scroll position stays."""
        before, self._message = self.guides, message
        self.foot.show_facts(message.facts)
        self._show_text()
        if self._rendering is not None:
            self._rendering.show_message(message)
        if self.guides != before:
            self._show_state()

    def set_template(self, key: str) -> None:
        """Take note that messages are those of the template `key` from now on."""
        before, self._template = self.guides, key
        if self.guides != before:
            self._show_state()

    def set_mode(self, mode: Mode | str) -> None:
        """Show the renderings of `mode`.

        Raises:
            ValueError: there is no such mode.
        """
        mode = Mode(mode)
        if mode is self._state.mode:
            return
        self._state = replace(self._state, mode=mode)
        self._show_state()
        self.mode_changed.emit(mode.value)

    def set_guides(self, shown: bool) -> None:
        """Show or hide the lines at 20% and 80%."""
        if shown == self.guides:
            return
        if shown:
            self._refused.discard(self._template)
        else:
            self._refused.add(self._template)
        self._state = replace(self._state, guides=shown)
        self._show_state()
        self.guides_changed.emit(shown)

    def set_widths(self, widths: Widths) -> None:
        """Lay the message out as wide as this."""
        if widths == self._state.widths:
            return
        self._state = replace(self._state, widths=widths)
        self._show_state()
        self.widths_changed.emit()

    def set_conditions(self, conditions: Conditions) -> None:
        """Show the message as a mail program or a buyer may see it."""
        if conditions != self._conditions:
            self._conditions = conditions
            self._show_state()

    def state(self) -> PreviewState:
        """What to remember until the next start."""
        return self._state

    def restore(self, state: PreviewState) -> None:
        """Return to a remembered state."""
        self.set_mode(state.mode)
        self.set_guides(state.guides)
        self.set_widths(state.widths)

    def reload(self) -> None:
        """Start the engine again after it stopped, or could not start."""
        self.notice.hide()
        if self._rendering is None:
            self._start()
        else:
            self._rendering.reload()

    def close_engine(self) -> None:
        """Let go of the browser engine in the order it needs; call it before the app ends."""
        if self._rendering is not None:
            self._rendering.close_engine()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.start()

    def start(self) -> None:
        """Start the browser engine soon, if nobody asked before: it can measure unseen, too."""
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self._start)

    def _start(self) -> None:
        if chromium_flags.would_end_the_app():
            self.notice.say(tr_("preview.notice.root"))
            return
        chromium_flags.forbid_network()
        chromium_flags.forget_scripts()
        try:
            from composer.gui.preview.rendering import Rendering
        except ImportError:
            self.notice.say(tr_("preview.notice.missing"))
            return
        rendering = Rendering(self._images, self._stage)
        rendering.rendered.connect(self.rendered)
        rendering.failed.connect(self.notice.say)
        rendering.scale_changed.connect(self._show_scale)
        rendering.widened.connect(self._widen)
        rendering.pressed.connect(self.place_pressed)
        rendering.copied.connect(self._copy)
        self._stage.addWidget(rendering)
        self._rendering = rendering
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close_engine)
        self._show_state()
        if self._message is not None:
            rendering.show_message(self._message)

    def _show_state(self) -> None:
        state, guides = self._state, self.guides
        self.controls.show_state(state.mode, guides=guides, conditions=self._conditions)
        self.foot.show_widths(state.mode, state.widths)
        if state.mode is Mode.TEXT:
            self._show_text()
            self._stage.setCurrentWidget(self.text_view)
        elif self._rendering is not None:
            self._stage.setCurrentWidget(self._rendering)
            self._rendering.show_views(Views(state.mode, state.widths, guides, self._conditions))
        else:
            self._stage.setCurrentWidget(self._empty)
        self._show_scale()

    def _show_scale(self) -> None:
        rendered = self._rendering is not None and self._state.mode is not Mode.TEXT
        self.foot.show_scale(self._rendering.scale if rendered and self._rendering else None)

    def _show_text(self) -> None:
        if self._message is not None and self._state.mode is Mode.TEXT:
            self.text_view.show_message(self._message)  # laying out unseen text takes time

    def _copy(self, words: "Copied") -> None:
        QGuiApplication.clipboard().setMimeData(words.data)
        if words.with_values:
            self.values_copied.emit()

    def _widen(self, width: int) -> None:
        least, most = DESKTOP_RANGE
        width = min(most, max(least, width))
        self.set_widths(replace(self._state.widths, desktop=width))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.controls)
        column.addWidget(self.notice)
        column.addWidget(self._stage, 1)
        column.addWidget(self.foot)
        self._stage.setMinimumWidth(320)
