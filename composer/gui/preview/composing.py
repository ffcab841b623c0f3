"""Templates as the preview shows them: placeholders filled with samples, facts at the foot."""

from collections.abc import Callable

from composer.document import Document, Image
from composer.document.filling import fill
from composer.document.html.writer import write_html
from composer.document.text import write_text
from composer.document.used import used_block, used_image
from composer.gui.preview.message import PreviewMessage
from composer.gui.text import tr_
from composer.lint.length import length
from composer.lint.size_budget import template_budget
from composer.policy import Policy
from composer.template import Template


def preview_message(template: Template, policy: Policy) -> PreviewMessage:
    """Return `template` as a buyer would get it, with sample values in place of placeholders."""
    sample = _sampler(policy)
    language = policy.languages.find(template.language)
    body = fill(template.body, sample)
    limits = policy.limits
    wide = max(_image_shares(body.document), default=0.0) >= limits.image_width
    left, right = (margin >= limits.margin for margin in _margins(template))
    return PreviewMessage(
        html=write_html(body.document, lang=template.language, marked=True),
        text=write_text(body.document),
        subject=write_text(fill(template.subject, sample).document),
        sender=sample("store_name"),
        order_line=tr_("facts.order", order=sample("order_id")),
        language=template.language,
        direction="rtl" if language and language.direction == "rtl" else "ltr",
        facts=tuple(_facts(template, policy)),
        has_images=_has_images(body.document),
        source=body,
        at_limit=wide or left or right,
        right_at_limit=right,
    )


def _sampler(policy: Policy) -> Callable[[str], str]:
    def sample(name: str) -> str:
        known = policy.placeholders.get(name)
        return known.samples[0] if known and known.samples else "{{" + name + "}}"

    return sample


def _facts(template: Template, policy: Policy) -> list[str]:
    limits, document = policy.limits, template.body
    facts = [tr_("facts.width", width=limits.reference_width)]
    widest = max(_image_shares(document), default=0.0)
    if widest:
        facts.append(tr_("facts.image", share=widest, limit=limits.image_width))
    left, right = _margins(template)
    facts.append(tr_("facts.right" if right > left else "facts.left", share=max(left, right)))
    if budget := template_budget(template, policy):
        facts.append(tr_("facts.sizes", count=len(budget.uses), limit=budget.limit))
    found = length(document, policy, template.reason, template.channel)
    if found.limit:
        facts.append(tr_("facts.characters_of", count=found.most, limit=found.limit))
    else:
        facts.append(tr_("facts.characters", count=found.written))
    return facts


def _has_images(document: Document) -> bool:
    return any(isinstance(it, Image) for block in document.blocks for it in block.inlines)


def _image_shares(document: Document) -> list[float]:
    return [
        used_image(block, inline).width or 0.0
        for block in document.blocks
        for inline in block.inlines
        if isinstance(inline, Image)
    ]


def _margins(template: Template) -> tuple[float, float]:
    """Return the widest margins at the left and at the right of any words."""
    blocks = [block for block in template.body.blocks if block.text.strip()]
    used = [used_block(block, template.language) for block in blocks]
    left = max((it.inset_left for it in used), default=0.0)
    return left, max((it.inset_right for it in used), default=0.0)
