"""Who tells whom in one window."""

from composer.gui.desk.crew import Desk
from composer.gui.desk.library_wide import connect_library
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.source.source_edit import SourceEdit
from composer.gui.theme.theme import Theme
from composer.gui.window.dropping import Dropping
from composer.gui.words.saying import edition_sentence
from composer.gui.words.text import tr_
from composer.gui.writing.composing import Composing
from composer.gui.writing.way_back import WayBack
from composer.policy import Policy


def connect(desk: Desk, theme: Theme, policy: Policy) -> None:
    """Connect everybody with those who need to know what they did."""
    theme.changed.connect(lambda: desk.widgets.recolour(theme))
    desk.widgets.findings.set_edition(edition_sentence(policy.edition))
    _connect_checking(desk)
    _connect_explaining(desk)
    _connect_notices(desk)
    _connect_files(desk)
    _connect_writing(desk)
    _connect_search(desk)
    desk.side_by_side.said.connect(desk.announcer.say)
    connect_library(desk)


def _connect_checking(desk: Desk) -> None:
    """What is written is checked, and what is found is shown and decided on."""
    widgets, workspace, checker = desk.widgets, desk.workspace, desk.checker
    workspace.opened.connect(widgets.findings.wait)
    workspace.opened.connect(checker.start_anew)
    desk.heading.purpose_changed.connect(checker.check_now)
    desk.judging.language_chosen.connect(desk.heading.set_language)
    desk.judging.decision.connect(desk.deciding.decide)
    desk.judging.decision.connect(desk.picturing.decide)
    widgets.findings.fix_all_requested.connect(desk.fixing_all.open)
    desk.judging.judged.connect(desk.heading.set_findings)
    desk.heading.marked.connect(desk.shelf.set_current_mark)
    desk.heading.subject_wanted.connect(widgets.subject.setFocus)
    desk.seeing.audited.connect(widgets.status.set_audited)
    widgets.preview.foot.values_requested.connect(desk.measured.open)
    for editor in widgets.editors.all:
        editor.changed.connect(workspace.touch)
        editor.changed.connect(checker.schedule)
        editor.changed.connect(desk.seeing.put_off)
        editor.changed.connect(desk.fading.typed)


def _connect_notices(desk: Desk) -> None:
    """What went wrong and what was done is said in the bar."""
    for failed in (desk.saving.failed, desk.workspace.journal.failed):
        failed.connect(desk.notices.fail_to_save)
    desk.saving.saved.connect(desk.notices.saved)
    desk.widgets.preview.values_copied.connect(
        lambda: desk.notices.tell(tr_("preview.copied_values"))
    )
    for failed in (
        desk.shelf.failed,
        desk.binning.failed,
        desk.bringing_back.failed,
        desk.heading.failed,
        desk.picturing.failed,
        desk.sourcing.failed,
        desk.library_search.failed,
        desk.replacements.failed,
        desk.exporter.refused,
        desk.proofing.failed,
        desk.deciding.failed,
        desk.own_words.failed,
        desk.ordering.failed,
        desk.own_values.failed,
        desk.fixing_all.failed,
        desk.explaining.failed,
        desk.checker.failed,
        desk.side_by_side.failed,
    ):
        failed.connect(desk.notices.fail)
    desk.writing.failed.connect(desk.notices.refuse)
    for editor in desk.widgets.editors.written.values():
        editor.changed.connect(desk.notices.forget_refused)
    for told in (
        desk.judging.told,
        desk.fixing_all.told,
        desk.searching.told,
        desk.replacements.told,
        desk.deciding.told,
        desk.explaining.told,
        desk.shelf.told,
        desk.side_by_side.told,
        desk.proofing.told,
    ):
        told.connect(desk.notices.tell)
    way_back = WayBack(desk.widgets.subject.undo_log, desk.notices)
    for done in (desk.fixing_all.made, desk.searching.replaced, desk.side_by_side.taken):
        done.connect(way_back.tell)
    desk.judging.fixed.connect(way_back.mention)


def _connect_files(desk: Desk) -> None:
    """Files that come in, and templates begun."""
    shelf, notices = desk.shelf, desk.notices
    shelf.importing.connect(lambda done, total: notices.progress(done, total, shelf.cancel_import))
    shelf.imported.connect(notices.end_progress)
    shelf.started.connect(desk.window.show_template)
    shelf.started.connect(desk.widgets.header.edit_name)
    Dropping(desk.window).dropped.connect(shelf.add_files)
    for used in (desk.saving.saved, desk.heading.purpose_changed):
        used.connect(lambda: desk.beginning.note(desk.workspace.template))
    desk.widgets.header.channel_chosen.connect(desk.beginning.note_channel)


def _paste_into(body: MessageEditor | SourceEdit) -> None:
    body.setFocus()
    body.paste()


def _connect_writing(desk: Desk) -> None:
    """Words being composed, what a paste left out, images without a description."""
    writing, notices, picturing = desk.writing, desk.notices, desk.picturing
    # Or the next letters typed would choose another reason.
    editors = desk.widgets.editors
    desk.widgets.header.picked.connect(lambda: editors.body.setFocus())  # noqa: PLW0108 - either
    desk.widgets.header.text_pasted.connect(lambda: _paste_into(editors.body))
    Composing((each.composition for each in desk.widgets.editors.all), desk.window)
    writing.pasted.connect(notices.say_what_paste_lost)
    writing.paste_passed.connect(notices.forget_paste)
    notices.keep_paste.connect(writing.keep_paste)
    picturing.undescribed.connect(
        lambda sources: notices.ask_about_images(
            len(sources),
            lambda: picturing.describe(sources),
            lambda: picturing.mark_decoration(sources),
        )
    )


def _connect_explaining(desk: Desk) -> None:
    """The pages of rules: opened from findings, in step with the template and the speller."""
    explaining = desk.explaining
    desk.menus.attach(explaining.why.box.edit)
    desk.judging.explain.connect(explaining.explain_finding)
    for renewed in (
        desk.news.learned,
        desk.workspace.opened,
        desk.heading.purpose_changed,
    ):
        renewed.connect(explaining.renew)


def _connect_search(desk: Desk) -> None:
    """The source and the searches: what is found is shown in the words, the template in front."""
    desk.widgets.editors.source.locate = desk.judging.finding
    desk.widgets.editors.source.caught_up.connect(desk.workspace.touch)
    desk.sourcing.changed.connect(desk.searching.look_again)
    desk.sourcing.changed.connect(desk.judging.refresh)
    desk.sourcing.changed.connect(desk.tabling.refresh)
    desk.sourcing.changed.connect(desk.measuring.refresh)
    for search in (desk.searching, desk.library_search):
        search.shown.connect(desk.window.show_template)
