"""Templates as the preview shows them: placeholders filled with samples, facts at the foot."""

from typing import Literal

from composer.document import Document, Image
from composer.document.filling import fill
from composer.document.html.writer import write_html
from composer.document.text import write_text
from composer.export.plain_page import plain_page
from composer.gui.preview.facts import counts, facts, figures, weight_of
from composer.gui.preview.images import ImageProvider
from composer.gui.preview.message import PreviewMessage, WidthLimits
from composer.lint.rendered import Rendered
from composer.policy import Format, Policy, SampleOrder
from composer.template import Template


def preview_message(
    template: Template,
    policy: Policy,
    order: SampleOrder,
    rendered: Rendered | None = None,
    image: ImageProvider = lambda _: None,
) -> PreviewMessage:
    """Return `template` as a buyer would get it, with the values of `order` for placeholders.

    The figures beside it are as `rendered`, where that is known; `image` gives the bytes of images.
    """
    order = policy.local_samples.order_for(order, template.language, template.marketplace)
    sample = order.shown
    language = policy.languages.find(template.language)
    subject, body = fill(template.subject, sample), fill(template.body, sample)
    limits = policy.limits
    found = figures(template, policy, rendered)
    direction: Literal["ltr", "rtl"] = "rtl" if language and language.direction == "rtl" else "ltr"
    channel = policy.channels.get(template.channel)
    plain = channel is not None and channel.format is Format.PLAIN
    text = write_text(body.document)
    if plain:
        html = plain_page(write_text(body.document, marked=True), template.language, direction)
        weight = len(text.encode(errors="replace"))
    else:
        html = write_html(body.document, lang=template.language, marked=True)
        weight = weight_of(html, body.document, image)
    counted = counts(template, policy, weight)
    right = not plain and found.right >= limits.margin
    wide = not plain and (found.left >= limits.margin or found.image >= limits.image_width)
    return PreviewMessage(
        html=html,
        text=text,
        subject=write_text(subject.document) if channel is None or channel.free_subject else "",
        sender=sample("store_name"),
        order=sample("order_id"),
        language=template.language,
        direction=direction,
        facts=(*facts(found, policy), *counted),
        counts=counted,
        limits=WidthLimits(limits.margin, limits.image_width),
        has_images=not plain and _has_images(body.document),
        source=body,
        subject_source=subject,
        at_limit=right or wide,
        right_at_limit=right,
        plain=plain,
    )


def _has_images(document: Document) -> bool:
    return any(isinstance(it, Image) for block in document.blocks for it in block.inlines)
