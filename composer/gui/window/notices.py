"""What the quiet bar says: what happened, what went wrong, and what to do about it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from composer.gui.editor.clipboard import Pasted
from composer.gui.theme.marks import Mark
from composer.gui.widgets.message_bar import Message, MessageBar
from composer.gui.window.fading import Fading
from composer.gui.words.text import tr_

_NOT_SAVED = "not saved"
_REFUSED = "refused"
_FADE_MS = 8_000
_FADE_WITH_BUTTON_MS = 20_000  # time to see that there is a way back, and to take it
_ABOUT_SAVING = (_NOT_SAVED, "unsaved", "conflict")

Answer = Callable[[], object]


class Notices(QObject):
    """Puts sentences into the message bar; good news goes away by itself, as `fading` has it.

    What is marked as anything else stays until it is closed or answered.

    Signals:
        keep_paste: the seller wants the last paste as it was.
        closed: the id of a message that was closed or answered.
        said: what the bar now says, with the titles of its buttons.
    """

    keep_paste = Signal()
    closed = Signal(str)
    said = Signal(str)

    def __init__(self, bar: MessageBar, fading: Fading, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._answers: dict[str, tuple[Callable[[], object], ...]] = {}
        self._fade = fading
        self._fade.over.connect(self._fade_away)
        bar.pressed.connect(self._pressed)
        bar.dismissed.connect(self.closed)

    def tell(self, sentence: str) -> None:
        """Say what happened, for a few seconds."""
        self._show("told", sentence, Mark.APPROVED)

    def fail(self, sentence: str) -> None:
        """Say what could not be done, until it is closed."""
        self._show("failed", sentence, Mark.MUST_FIX)

    def refuse(self, sentence: str) -> None:
        """Say why something was not put into the message, until something else is."""
        self._show(_REFUSED, sentence, Mark.MUST_FIX)

    def forget_refused(self) -> None:
        """Take that away: the message was written on."""
        self._bar.clear(_REFUSED)

    def fail_to_save(self, sentence: str) -> None:
        """Say why the template is not in its file, until it is."""
        self._show(_NOT_SAVED, sentence, Mark.MUST_FIX)

    def saved(self) -> None:
        """Take away what was said about saving: the file holds the template now."""
        for name in _ABOUT_SAVING:
            self._bar.clear(name)

    def ask(
        self, name: str, sentence: str, answers: dict[str, Callable[[], object]], mark: Mark
    ) -> None:
        """Say `sentence` with one button for each of `answers`."""
        self._answers[name] = tuple(answers.values())
        self._show(name, sentence, mark, tuple(answers))

    def offer(self, name: str, sentence: str, answers: dict[str, Answer]) -> None:
        """Say `sentence` with its buttons, unless the bar asks or tells of trouble."""
        shown = self._bar.message
        if shown is None or (shown.mark is Mark.APPROVED and not shown.buttons):
            self.ask(name, sentence, answers, Mark.APPROVED)

    def withdraw(self, name: str) -> None:
        """Take a question away that has its answer."""
        self._bar.clear(name)

    def progress(self, done: int, total: int, cancel: Callable[[], object]) -> None:
        """Say how far an import is, with a way to stop it."""
        sentence = tr_("notice.importing", done=done, total=total)
        self.ask("progress", sentence, {tr_("dialog.cancel"): cancel}, Mark.DRAFT)

    def end_progress(self) -> None:
        """Take the progress away."""
        self._bar.clear("progress")

    def say_what_paste_lost(self, pasted: Pasted) -> None:
        """Say that a paste was cleaned, offer its look, and name the pictures it lacks."""
        cleaned = pasted.original is not None
        sentences = [tr_("notice.pasted")] if cleaned else []
        if pasted.left_out:
            sentences.append(tr_("notice.pasted_pictures", count=pasted.left_out))
        answers: dict[str, Callable[[], object]] = {}
        if cleaned:
            answers[tr_("notice.pasted_keep")] = self.keep_paste.emit
        self.ask("pasted", " ".join(sentences), answers, Mark.DRAFT)

    def ask_about_images(self, count: int, describe: Answer, decoration: Answer) -> None:
        """Ask what images that came in show."""
        answers = {tr_("image.describe"): describe, tr_("image.only_decoration"): decoration}
        self.ask("images", tr_("image.added", count=count), answers, Mark.DRAFT)

    def forget_paste(self) -> None:
        """Take away what was said about a paste."""
        self._bar.clear("pasted")

    def _show(self, name: str, text: str, mark: Mark, buttons: tuple[str, ...] = ()) -> None:
        self._fade.stop()
        shown = self._bar.message
        counting = shown is not None and shown.id == name == "progress"
        if not counting:  # or every step of it would be read out
            self.said.emit(" ".join((text, *buttons)))
        self._bar.show_message(Message(name, text, buttons, mark))
        if mark is Mark.APPROVED:
            self._fade.start(_FADE_WITH_BUTTON_MS if buttons else _FADE_MS)

    def _fade_away(self) -> None:
        shown = self._bar.message
        if shown is not None and shown.mark is Mark.APPROVED:
            self._bar.clear(shown.id)

    def _pressed(self, name: str, button: int) -> None:
        answers = self._answers.pop(name, ())
        if button < len(answers):
            answers[button]()
        self.closed.emit(name)
