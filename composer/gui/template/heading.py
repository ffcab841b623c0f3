"""The header in step with the open template: name, purpose, state and approving."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from composer.gui.library.states import mark_of
from composer.gui.template.approving import ApproveDialog, ApproveNote
from composer.gui.template.finding_counts import counts, waiting, what_first
from composer.gui.template.purposes import purpose_choices
from composer.gui.template.saving import Saving
from composer.gui.template.template_steps import TemplateSteps
from composer.gui.template.workspace import Workspace
from composer.gui.theme.marks import Mark
from composer.gui.theme.theme import Theme
from composer.gui.window.header import Header, HeaderState, Purpose
from composer.gui.words.saying import clause_statement, problem
from composer.gui.words.text import tr_
from composer.library.approval import NotReadyError, approve, is_approved
from composer.lint.checklist import lacks_reason, lacks_subject, links_to_try, statements
from composer.lint.finding import Finding
from composer.lint.set_aside import open_findings
from composer.policy import Policy
from composer.template import Template


class Heading(QObject):
    """Shows what the template is for and how it stands; approves it.

    Signals:
        marked: the template's `Mark` as it stands now.
        purpose_changed: reason, channel, marketplace or language differ.
        refused: a sentence on why the template cannot be approved yet.
        first_wanted: the finding that approving waits for is to be shown.
        subject_wanted: a subject is to be written first.
        failed: a sentence on why approving did not work.
    """

    marked = Signal(object)
    purpose_changed = Signal()
    refused = Signal(str)
    first_wanted = Signal()
    subject_wanted = Signal()
    failed = Signal(str)

    def __init__(
        self,
        header: Header,
        workspace: Workspace,
        saving: Saving,
        steps: TemplateSteps,
        policy: Policy,
        theme: Theme,
    ) -> None:
        super().__init__(header)
        self._steps = steps
        self._purpose: Purpose | None = None
        self._theme = theme
        self._header = header
        self._workspace = workspace
        self._saving = saving
        self._policy = policy
        self._findings: tuple[Finding, ...] = ()
        self._fresh = self._judged = False
        self._mark = Mark.DRAFT
        header.renamed.connect(self._rename)
        header.purpose_changed.connect(self._set_purpose)
        header.approve_requested.connect(self.approve)
        header.first_wanted.connect(self._lead)
        workspace.opened.connect(self._show)
        workspace.changed.connect(self._follow)

    @property
    def mark(self) -> Mark:
        """How the template stands, as the header says."""
        return self._mark

    @property
    def why_not_approved(self) -> str:
        """Why the template cannot be approved now; nothing where it can."""
        approved = is_approved(self._workspace.template, self._workspace.image)
        return self._why_not(approved=approved)

    def set_language(self, tag: str) -> None:
        """Have the message be in another language, as if it was chosen here."""
        self._steps.change(replace(self._workspace.template, language=tag))

    def set_reason(self, reason: str) -> None:
        """Have the message be for another reason, as if it was chosen here."""
        self._steps.change(replace(self._workspace.template, reason=reason))

    def set_channel(self, channel: str) -> None:
        """Have the message be sent another way, as if it was chosen here."""
        self._steps.change(replace(self._workspace.template, channel=channel))

    def set_findings(self, findings: tuple[Finding, ...] | None) -> None:
        """Take the findings of the text as it is now; None while they are not known.

        Until the next ones are there the last count stays on screen, and approving is off.
        """
        if findings is None and not self._fresh:
            return  # a key after another: nothing new is unknown
        self._fresh = findings is not None
        if findings is not None:
            self._findings, self._judged = findings, True
        self._show_state()

    def approve(self, then: Callable[[], object] | None = None) -> None:
        """Have confirmed what no program can check, approve the template, save it, and go on."""
        if why_not := self._why_not(approved=False):
            self.refused.emit(why_not)
            return
        template = self._workspace.template
        stated = [
            clause_statement(clause, template.reason)
            for clause in statements(template, self._policy)
        ]
        notes = []
        if lacks_subject(template, self._policy):
            words = tr_("approving.no_subject"), tr_("approving.write_subject")
            notes.append(ApproveNote(*words, self.subject_wanted.emit))
        if not (stated or notes):
            self._approve_now(then)
            return
        window = self._header.window()
        links = links_to_try(template)
        confirmed = partial(self._approve_now, then)
        ApproveDialog(self._theme, stated, confirmed, window, notes, links).open()

    def _approve_now(self, then: Callable[[], object] | None) -> None:
        if not self._fresh:
            return
        workspace = self._workspace
        try:
            approved = approve(
                workspace.template,
                self._findings,
                edition=self._policy.edition.id,
                now=datetime.now().astimezone(),
                images=workspace.image,
            )
        except NotReadyError as error:
            self.failed.emit(problem(error))
            return
        workspace.update(approved)
        saved = self._saving.save()
        self._show_state()
        if saved and then:
            then()

    def _rename(self, name: str) -> None:
        self._workspace.update(replace(self._workspace.template, name=name))

    def _set_purpose(self, purpose: Purpose) -> None:
        template = replace(
            self._workspace.template,
            reason=purpose.reason,
            channel=purpose.channel,
            marketplace=purpose.marketplace,
            language=self._language_for(purpose),
        )
        self._steps.change(template, self._header.visit)

    def _language_for(self, purpose: Purpose) -> str:
        """The language chosen; that of another store where nothing is written in any yet."""
        template = self._workspace.template
        store = self._policy.marketplaces.get(purpose.marketplace)
        written = any(part.text.strip() for part in (template.subject, template.body))
        if store is None or written or purpose.marketplace == template.marketplace:
            return purpose.language
        return store.default_language

    def _show(self) -> None:
        self._findings, self._fresh, self._judged = (), False, False
        self._show_purpose()
        self._show_state()

    def _follow(self) -> None:
        """Show what the template says about itself now, whoever changed that."""
        if _purpose_of(self._workspace.recent) == self._purpose:
            self._show_state()
            return
        self._fresh = False
        self._show_purpose()
        self._show_state()
        self.purpose_changed.emit()

    def _show_purpose(self) -> None:
        self._purpose = _purpose_of(self._workspace.recent)
        self._header.set_choices(purpose_choices(self._policy, self._workspace.template))
        self._header.set_purpose(self._purpose)

    def _show_state(self) -> None:
        template = self._workspace.recent
        findings = self._findings
        approved = is_approved(template, self._workspace.image)
        self._mark = mark = mark_of(findings, approved=approved)
        self._header.set_state(
            HeaderState(
                template.name,
                self._colour(mark),
                self._words(mark),
                self._why_not(approved=approved),
                waiting(self._findings) or self._waiting_for_reason(),
                leads=self._fresh and self._lacks_something,
            )
        )
        if self._fresh:
            self.marked.emit(mark)

    @property
    def _lacks_something(self) -> bool:
        """Whether approving waits for what can be shown."""
        return any(open_findings(self._findings)) or bool(self._waiting_for_reason())

    def _waiting_for_reason(self) -> str:
        lacks = lacks_reason(self._workspace.recent, self._policy) and not self._is_empty()
        return tr_("header.choose_reason") if lacks else ""

    def _lead(self) -> None:
        """Show what approving waits for."""
        if any(open_findings(self._findings)):
            self.first_wanted.emit()
        else:
            self._header.offer_reasons()

    def _colour(self, mark: Mark) -> Mark:
        """The mark whose colour the state has: what is missing stands out like what is to check."""
        if mark is not Mark.DRAFT or self._is_empty() or not self._judged:
            return mark
        template = self._workspace.recent
        lacks = lacks_reason(template, self._policy) or lacks_subject(template, self._policy)
        return Mark.REVIEW if lacks else mark

    def _words(self, mark: Mark) -> str:
        """The state in words; nothing is called clean before it was checked."""
        if open_findings(self._findings):
            return counts(self._findings)
        if self._is_empty():
            return tr_("app_state.draft")
        if not self._judged:
            return tr_("app_state.checking")
        if mark is Mark.APPROVED:
            return tr_("app_state.approved")
        return self._unapproved(counts(self._findings))

    def _unapproved(self, found: str) -> str:
        """The state of a message in which nothing is open; `found` says so in words."""
        template = self._workspace.recent
        if lacks_reason(template, self._policy):
            return tr_("app_state.no_reason_yet")
        if lacks_subject(template, self._policy):
            return tr_("app_state.no_subject")
        changed = template.approval is not None and found == tr_("app_state.clean")
        return tr_("app_state.changed") if changed else found

    def _is_empty(self) -> bool:
        return not self._workspace.recent.body.text.strip()

    def _why_not(self, *, approved: bool) -> str:
        if not self._fresh:
            return tr_("app_state.why_not_checking")
        if self._is_empty():
            return tr_("app_state.why_not_empty")
        if open_findings(self._findings):
            return what_first(self._findings)
        if lacks_reason(self._workspace.recent, self._policy):
            return tr_("app_state.why_not_reason")
        return tr_("app_state.why_not_approved") if approved else ""


def _purpose_of(template: Template) -> Purpose:
    return Purpose(template.reason, template.channel, template.marketplace, template.language)
