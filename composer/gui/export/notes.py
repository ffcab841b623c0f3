"""What is said of an export: how long it is, and what it leaves to be done by hand."""

from collections.abc import Iterable
from pathlib import PurePosixPath
from urllib.parse import unquote

from composer.document import Placeholder
from composer.export.formats import Exported
from composer.export.placeholders import left_in_message, left_to_fill_in
from composer.gui.export.model import ExportNote
from composer.gui.theme.marks import Mark
from composer.gui.words.saying import named
from composer.gui.words.text import listed, tr_
from composer.lint.length import Length
from composer.policy import Policy
from composer.template import Template


def text_notes(
    text: Exported, policy: Policy, length: Length, *, stays: bool = False
) -> tuple[ExportNote, ...]:
    """Return what there is to say of a plain text, its length first.

    One that `stays` a template is filled in by whoever sends it.
    """
    told = ExportNote(Mark.APPROVED, _length("exports.length", text, length))
    return (told, *text_remarks(text, policy, stays=stays))


def text_remarks(text: Exported, policy: Policy, *, stays: bool = False) -> tuple[ExportNote, ...]:
    """Return what a plain text leaves to be done."""
    left = [tr_("exports.left_out", count=text.left_out)] if text.left_out else []
    found = left_to_fill_in(text.text, policy.placeholder_table())
    return (*_review(left), *_to_fill_in(found, policy, stays=stays))


def sends_subject(template: Template, policy: Policy) -> bool:
    """Whether the template's channel sends its subject, as email does."""
    channel = policy.channels.get(template.channel)
    return channel is not None and channel.free_subject


def other_channel_notes(template: Template, policy: Policy) -> tuple[ExportNote, ...]:
    """Say that a text to paste into Seller Central was checked for another channel, if it was."""
    if not sends_subject(template, policy):
        return ()
    told = tr_("exports.other_channel", channel=_channel_name(template.channel, policy))
    pasted = next((it.id for it in policy.channels.values() if it.pasted), "")
    answer = tr_("exports.switch_channel", channel=_channel_name(pasted, policy)) if pasted else ""
    return (ExportNote(Mark.REVIEW, told, pasted, answer),)


def _channel_name(channel: str, policy: Policy) -> str:
    return named("channel", channel, policy.channels[channel].title)


def page_notes(
    template: Template, page: Exported, policy: Policy, folder: str
) -> tuple[ExportNote, ...]:
    """Return what to say of an HTML file: pictures in a folder beside it, what to fill in."""
    beside = [it.source for it in page.pictures]
    missing = [it for it in page.hosted if it not in beside]
    told = []
    if beside:
        names = listed(_file_names(beside))
        told.append(tr_("exports.hosted", count=len(beside), names=names, folder=folder))
    if missing:
        told.append(tr_("exports.missing", names=listed(_file_names(missing))))
    return (*_review(told), *_to_fill_in_message(template, policy, stays=True))


def draft_notes(template: Template, draft: Exported, policy: Policy) -> tuple[ExportNote, ...]:
    """Return what to say of an email draft."""
    left = [tr_("exports.left_out", count=len(draft.hosted))] if draft.hosted else []
    return (*_review(left), *_to_fill_in_message(template, policy))


def copied_page_notes(
    template: Template, page: Exported, policy: Policy, *, subject: bool
) -> tuple[ExportNote, ...]:
    """Return what to say of a message copied with its look, and with `subject` of its subject."""
    fill_in = _to_fill_in_message(template, policy, subject=subject)
    sources = tuple(page.moved.get(it, it) for it in page.hosted)
    return (*_review(_insert(sources)), *fill_in)


def copied_note(text: Exported, length: Length, remarks: tuple[ExportNote, ...]) -> ExportNote:
    """Return one note on a text that was copied: its length under its limit, and `remarks`."""
    count, limit = len(text.text), length.limit
    over = bool(limit) and count > (limit or 0)
    if over:
        told = tr_("notice.copied_over", count=count, limit=limit)
    else:
        told = _length("notice.copied", text, length)
    sentences = (told, *(remark.text for remark in remarks))
    return ExportNote(Mark.REVIEW if remarks or over else Mark.APPROVED, " ".join(sentences))


def placeholder_title(placeholder: Placeholder, policy: Policy) -> str:
    """Return what a placeholder is called on its chip; one that is not ours as it is written."""
    known = policy.placeholders.get(placeholder.name)
    return named("placeholder", known.name, known.title) if known else placeholder.spelling


def _length(key: str, text: Exported, length: Length) -> str:
    """Say how long a text is, and how long with the placeholders filled in, as elsewhere."""
    count, limit = len(text.text), length.limit
    if not limit:
        return tr_(key, count=count)
    more = {"most": length.most} if length.most > count else {}
    form = f"{key}_up_to" if more else f"{key}_limit"
    form = f"{form}_over" if max(count, length.most) > limit else form
    return tr_(form, count=count, limit=limit, **more)


def _insert(sources: tuple[str, ...]) -> list[str]:
    """Say which pictures to insert by hand: no program takes a file's name from the clipboard."""
    if not sources:
        return []
    folders = dict.fromkeys(str(PurePosixPath(unquote(it)).parent) for it in sources)
    names = listed(_file_names(sources))
    return [tr_("exports.insert", count=len(sources), names=names, folder=listed([*folders]))]


def _file_names(sources: Iterable[str]) -> list[str]:
    return [PurePosixPath(unquote(it)).name for it in sources]


def _to_fill_in_message(
    template: Template, policy: Policy, *, subject: bool = True, stays: bool = False
) -> tuple[ExportNote, ...]:
    found = left_in_message(template, policy.placeholder_table(), subject=subject)
    return _to_fill_in(found, policy, stays=stays)


def _to_fill_in(
    found: Iterable[Placeholder], policy: Policy, *, stays: bool
) -> tuple[ExportNote, ...]:
    names = [placeholder_title(it, policy) for it in found]
    if not names:
        return ()
    if stays:
        return (ExportNote(Mark.DRAFT, tr_("exports.stays", names=listed(names))),)
    return _review([tr_("exports.fill_in", names=listed(names))])


def _review(sentences: Iterable[str]) -> tuple[ExportNote, ...]:
    return tuple(ExportNote(Mark.REVIEW, sentence) for sentence in sentences)
