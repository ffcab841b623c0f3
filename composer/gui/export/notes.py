"""What is said of an exported text: how long it is, and what it leaves to be done by hand."""

from composer.export.formats import Exported
from composer.export.placeholders import left_to_fill_in
from composer.gui.export.model import ExportNote
from composer.gui.saying import named
from composer.gui.text import listed, tr_
from composer.gui.theme.marks import Mark
from composer.policy import Policy


def text_notes(text: Exported, policy: Policy, limit: int | None) -> tuple[ExportNote, ...]:
    """Return what there is to say of a plain text, under its limit if there is one."""
    count = len(text.text)
    if limit:
        length = tr_("exports.length_of", count=count, limit=limit)
    else:
        length = tr_("exports.length", count=count)
    return (ExportNote(Mark.APPROVED, length), *_remarks(text, policy))


def page_notes(page: Exported) -> tuple[ExportNote, ...]:
    """Return what to say of pictures that do not reach the buyer by themselves."""
    if not page.hosted:
        return ()
    return (ExportNote(Mark.REVIEW, tr_("exports.hosted", names=listed(page.hosted))),)


def copied_note(text: Exported, policy: Policy, limit: int | None) -> ExportNote:
    """Return the same as `text_notes` as one note on a text that was copied."""
    count = len(text.text)
    over = limit is not None and count > limit > 0
    if limit:
        key = "notice.copied_over" if over else "notice.copied_limit"
        length = tr_(key, count=count, limit=limit)
    else:
        length = tr_("notice.copied", count=count)
    remarks = _remarks(text, policy)
    sentences = (length, *(remark.text for remark in remarks))
    return ExportNote(Mark.REVIEW if remarks or over else Mark.APPROVED, " ".join(sentences))


def _remarks(text: Exported, policy: Policy) -> tuple[ExportNote, ...]:
    found: list[str] = []
    if text.left_out:
        found.append(tr_("exports.left_out", count=text.left_out))
    names = [
        named("placeholder", it.name, policy.placeholders[it.name].title)
        if it.name in policy.placeholders
        else it.spelling
        for it in left_to_fill_in(text.text, policy.placeholder_table())
    ]
    if names:
        found.append(tr_("exports.fill_in", names=listed(names)))
    return tuple(ExportNote(Mark.REVIEW, sentence) for sentence in found)
