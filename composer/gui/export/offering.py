"""What is offered to export: each format with its text, how it looks, and what is said of it."""

from collections.abc import Mapping
from dataclasses import replace

from composer.document import Block, Document, Image
from composer.document.used import used_image
from composer.document.used.boxes import REFERENCE_WIDTH
from composer.export.formats import Exported, Format, as_html
from composer.gui.export.model import ExportChoice, ExportNote
from composer.gui.export.notes import (
    copied_page_notes,
    draft_notes,
    other_channel_notes,
    page_notes,
    sends_subject,
    text_notes,
)
from composer.gui.theme.marks import Mark
from composer.gui.words.text import tr_
from composer.library.template_file import write_subject
from composer.lint.length import length
from composer.policy import Policy
from composer.template import Template

PASTED = "seller"
"""The format that a message is pasted in for one order, wherever it is sent from."""


def export_choices(
    template: Template, outputs: Mapping[Format, Exported], policy: Policy, folder: str
) -> tuple[ExportChoice, ...]:
    """Return the formats, always in the same order.

    `folder` is the one beside an HTML file that gets its pictures.
    """
    html, text, eml = (outputs[kind] for kind in (Format.HTML, Format.TEXT, Format.EML))
    counted = length(template.body, policy, template.reason, template.channel)
    notes = text_notes(text, policy, counted)
    subject, shown = write_subject(template.subject), _page(template, policy)
    by_mail = sends_subject(template, policy)
    seller = _choice(PASTED, text.text, (*notes, *other_channel_notes(template, policy)))
    kept = text_notes(text, policy, counted, stays=True)
    plain = _choice("text", text.text, kept, suffix=".txt")
    beside = page_notes(template, html, policy, folder)
    page = _choice("html", html.text, beside, shown, ".html")
    mail = _choice("eml", eml.text, draft_notes(template, eml, policy), shown, ".eml")
    mail = replace(mail, copyable=False, subject=subject)
    page = replace(page, subject=subject if by_mail else "")
    told = copied_page_notes(template, html, policy, subject=by_mail)
    by_hand = _subject_note(subject) if by_mail else ()
    both = _choice("both", "", (*by_hand, notes[0], *told), shown)
    return mail, both, seller, page, plain


def usual_choice(template: Template, policy: Policy) -> str:
    """Return the format that is in view first where none was exported yet."""
    return "eml" if sends_subject(template, policy) else PASTED


def _subject_note(subject: str) -> tuple[ExportNote, ...]:
    """Say the subject, which a copy of the message leaves behind."""
    return (ExportNote(Mark.DRAFT, tr_("exports.subject", subject=subject)),) if subject else ()


def _page(template: Template, policy: Policy) -> str:
    direction = policy.languages.html_direction(template.language)
    return as_html(replace(template, body=_sized(template.body)), direction)


def _sized(document: Document) -> Document:
    """Return `document` with the width of each image in px, which is all that the sample reads."""
    return replace(document, blocks=tuple(map(_block_sized, document.blocks)))


def _block_sized(block: Block) -> Block:
    if not any(isinstance(it, Image) for it in block.inlines):
        return block
    inlines = tuple(
        _image_sized(block, it) if isinstance(it, Image) else it for it in block.inlines
    )
    return replace(block, inlines=inlines)


def _image_sized(block: Block, image: Image) -> Image:
    used = used_image(block, image)
    width = f"{used.width * REFERENCE_WIDTH:.0f}" if used.known and used.width else None
    return replace(image, width=width, height=None)


def _choice(
    name: str, text: str, notes: tuple[ExportNote, ...], page: str = "", suffix: str = ""
) -> ExportChoice:
    titles = tr_(f"exports.{name}"), tr_(f"exports.{name}_sub")
    return ExportChoice(name, *titles, text, notes, suffix, page=page)
