"""The open template beside an earlier version, or beside another template."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from composer.document.comparison import compare_structure, compare_words
from composer.gui.latest import Latest
from composer.gui.side_by_side.choosing import (
    holds_approval,
    template_items,
    template_title,
    version_title,
)
from composer.gui.side_by_side.dialog import SideBySideDialog
from composer.gui.side_by_side.partners import by_likeness, is_related
from composer.gui.side_by_side.shown import Manner, Shown, Side
from composer.gui.template.workspace import Workspace
from composer.gui.theme.theme import Theme
from composer.gui.widgets.choice import ChoiceItem
from composer.gui.words.saying import language_title, named, problem
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors
from composer.library.errors import LibraryError
from composer.library.files import StoredTemplate
from composer.library.history import Version
from composer.library.template_file import read_template, write_template
from composer.policy import Policy
from composer.template import Template


@dataclass(frozen=True, slots=True)
class _Other:
    """What to compare with: how to read it, and what it is called."""

    read: Callable[[], Template]
    title: str


class SideBySide(QObject):
    """Opens the dialog, reads what is chosen there, and takes an earlier version back.

    Signals:
        taken: a sentence on what is back, in one step to undo.
        told: that there is nothing to compare with.
        failed: a sentence on what could not be read.
        said: what is for the screen reader alone.
    """

    taken = Signal(str)
    told = Signal(str)
    failed = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        workspace: Workspace,
        editors: Editors,
        policy: Policy,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._editors = editors
        self._policy = policy
        self._theme = theme
        self._window = window
        self._dialog: SideBySideDialog | None = None
        self._manner = Manner.VERSIONS
        self._others: dict[str, _Other] = {}
        self._read: Template | None = None
        self._work = Latest(self)
        self._work.done.connect(self._take_outcome)
        self._work.failed.connect(self._fail)

    def open_versions(self) -> None:
        """Compare with what history keeps of the open template."""
        template, key, journal = (
            self._workspace.template,
            self._workspace.key,
            self._workspace.journal,
        )
        self._run(
            lambda: partial(
                self._open, Manner.VERSIONS, *self._earlier(template, journal.versions(key))
            )
        )

    def open_templates(self) -> None:
        """Compare with the other templates of the library."""
        self._offer_templates(self._workspace.template, self._partners)

    def open_likeliest(self) -> None:
        """Compare with its original, another language or store of it, or else its last version."""
        template, path, partners = self._workspace.template, self._workspace.path, self._partners
        if partners and is_related(partners[0], template, path):
            self._offer_templates(template, partners)
            return
        key, journal = self._workspace.key, self._workspace.journal

        def job() -> Callable[[], None]:
            items, others = self._earlier(template, journal.versions(key))
            if others or not partners:
                return partial(self._open, Manner.VERSIONS, items, others)
            return partial(self._offer_templates, template, partners)

        self._run(job)

    @property
    def _partners(self) -> list[StoredTemplate]:
        workspace = self._workspace
        return by_likeness(workspace.library.entries(), workspace.template, workspace.path)

    def stop(self) -> None:
        """Compare nothing any more."""
        self._work.stop()

    def _run(self, job: Callable[[], Callable[[], None]]) -> None:
        """Do `job` beside the window, then in it what the job returns."""
        self._work.run(partial(_guarded, job, self._fail))

    def _fail(self, sentence: str) -> None:
        """Tell what went wrong where it can be seen: a dialog hides the window's bar."""
        if self._dialog is not None:
            self._dialog.say(sentence)
        else:
            self.failed.emit(sentence)

    def _take_outcome(self, outcome: object) -> None:
        if callable(outcome):
            outcome()

    def _earlier(
        self, template: Template, versions: tuple[Version, ...]
    ) -> tuple[tuple[ChoiceItem, ...], dict[str, _Other]]:
        now, policy, images = write_template(template), self._policy, self._workspace.image
        others = {
            str(each.id): _Other(
                partial(read_template, each.text, policy),
                version_title(each, approved=holds_approval(each, policy, images)),
            )
            for each in versions
            if each.text != now
        }
        return tuple(ChoiceItem(number, it.title) for number, it in others.items()), others

    def _offer_templates(self, template: Template, entries: Sequence[StoredTemplate]) -> None:
        items = template_items(entries, self._policy)
        titles = {item.value: item.label for item in items}
        others = {
            str(it.path): _Other(partial(_template, it), titles[str(it.path)]) for it in entries
        }
        self._open(Manner.TEMPLATES, items, others)

    def _open(
        self, manner: Manner, items: tuple[ChoiceItem, ...], others: dict[str, _Other]
    ) -> None:
        if not others:
            self.told.emit(tr_(f"side_by_side.none.{manner}"))
            return
        title, lead = tr_(f"side_by_side.title.{manner}"), tr_(f"side_by_side.lead.{manner}")
        dialog = SideBySideDialog(self._theme, title, lead, items, self._window)
        dialog.chosen.connect(self._compare)
        dialog.taken.connect(self._take_back)
        dialog.reached.connect(self.said)
        dialog.finished.connect(self._forget)
        self._dialog, self._manner, self._others = dialog, manner, others
        dialog.say(tr_("side_by_side.working"))
        self._compare(dialog.value)
        dialog.open()

    def _forget(self) -> None:
        self._dialog, self._others, self._read = None, {}, None

    def _compare(self, value: str) -> None:
        other, template = self._others[value], self._workspace.template
        self._read = None
        manner = self._manner
        self._run(lambda: partial(self._show, *self._compared(other, template, manner)))

    def _show(self, read: Template, shown: Shown) -> None:
        self._read = read
        if self._dialog is not None:
            self._dialog.show_messages(shown)

    def _compared(
        self, other: _Other, template: Template, manner: Manner
    ) -> tuple[Template, Shown]:
        read = other.read()
        versions = manner is Manner.VERSIONS
        if self._language(read) != self._language(template):
            manner = Manner.LANGUAGES
        compare = compare_structure if manner is Manner.LANGUAGES else compare_words
        difference = compare((read.subject, read.body), (template.subject, template.body))
        now = tr_("side_by_side.now") if versions else template_title(template, self._policy)
        sides = self._side(other.title, read), self._side(now, template)
        return read, Shown(manner, *sides, difference, tuple(self._notes(read, template, manner)))

    def _side(self, title: str, template: Template) -> Side:
        direction = self._policy.languages.html_direction(template.language)
        return Side(title, template.language, direction == "rtl")

    def _language(self, template: Template) -> str:
        known = self._policy.languages.find(template.language)
        return known.tag if known else template.language

    def _notes(self, read: Template, template: Template, manner: Manner) -> list[str]:
        """What differs beside the words: what the message is for, and where."""
        pairs = {
            "reason": (self._reason(read.reason), self._reason(template.reason)),
            "channel": (self._channel(read.channel), self._channel(template.channel)),
            "marketplace": (read.marketplace, template.marketplace),
        }
        if manner is Manner.VERSIONS:
            titles = (
                language_title(self._policy.languages, it.language) for it in (read, template)
            )
            pairs["language"] = (next(titles), next(titles))
        return [
            tr_("side_by_side.note", what=tr_(f"header.{name}"), left=left, right=right)
            for name, (left, right) in pairs.items()
            if left != right
        ]

    def _reason(self, reason: str) -> str:
        known = self._policy.reasons.get(reason)
        return named("reason", reason, known.title) if known else tr_("app_state.no_reason")

    def _channel(self, channel: str) -> str:
        known = self._policy.channels.get(channel)
        return named("channel", channel, known.title) if known else channel

    def _take_back(self) -> None:
        """Put the version at the left in place of what is on screen, as one step to undo."""
        if self._read is None:
            return
        self._workspace.checkpoint()
        with self._editors.subject.undo_log.together():
            for part, editor in self._editors.items():
                editor.replace_document(self._read.part(part))
        self.taken.emit(tr_("side_by_side.taken"))


def _template(stored: StoredTemplate) -> Template:
    return stored.template


def _guarded(
    job: Callable[[], Callable[[], None]], fail: Callable[[str], None]
) -> Callable[[], None]:
    """Return what `job` returns, or what tells why it could not be done."""
    try:
        return job()
    except LibraryError as error:
        sentence = problem(error)
        return lambda: fail(sentence)
    except ValueError:
        return lambda: fail(tr_("side_by_side.unreadable"))
