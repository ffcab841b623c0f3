"""Wide image.

Images may take at most 80% of the message width. Where only pixels are given, the width is judged
at 600 px, so it is for you to decide. A width in percent that pixels limit (width:100%;
max-width:400px) still fills the screen of a phone.
"""

from collections.abc import Iterator
from dataclasses import replace

from composer.document import Block, Image
from composer.document.css_values import parse_length
from composer.document.edits import SetImage
from composer.document.used import used_image
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rendered import Rendered, RenderedBlock, RenderedImage
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._images import has_width
from composer.rules._targets import images

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-IMGW",
    message="Image is {share:.0%} wide, limit {limit:.0%}",
    html_only=True,
    needs=images,
    examples=(
        Invalid(
            '<p><img src="a.png" alt="Our team" width="100%"></p>',
            flags=("\ufffc",),
            fixed='<p><img src="a.png" alt="Our team" width="80%"></p>',
        ),
        Invalid(
            '<p><img src="a.png" alt="Our team" style="width:92%;height:auto"></p>',
            flags=("\ufffc",),
            fixed='<p><img src="a.png" alt="Our team" width="80%"></p>',
        ),
        Invalid(
            '<p><img src="a.png" alt="Our team" width="560"></p>',
            flags=("\ufffc",),
            fixed='<p><img src="a.png" alt="Our team" width="80%"></p>',
        ),
        Invalid(
            '<p><img src="a.png" alt="Our team" style="width:100%;max-width:400px"></p>',
            flags=("\ufffc",),
            fixed='<p><img src="a.png" alt="Our team" width="80%"></p>',
        ),
        Invalid(
            '<p><img src="a.png" alt="Our team"></p>',
            rendered=(RenderedBlock(images=(RenderedImage(0, 0.92),)),),
            flags=("\ufffc",),
            fixed='<p><img src="a.png" alt="Our team" width="80%"></p>',
        ),
        Valid(
            '<p><img src="a.png" alt="Our team"></p>',
            rendered=(RenderedBlock(images=(RenderedImage(0, 0.8),)),),
        ),
        Valid('<p><img src="a.png" alt="Our team" width="80%"></p>'),
        Valid('<p><img src="a.png" alt="Our team" style="width:70%;max-width:400px"></p>'),
        Valid('<p><img src="a.png" alt="Our team" width="480"></p>'),
        Valid(
            '<table width="100%"><tr><td width="50%"><img src="a.png" alt="Us" width="100%"></td>'
            '<td width="50%">Hello</td></tr></table>'
        ),
    ),
)

_TOLERANCE = 0.005  # pixels are whole


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    limit = context.policy.limits.image_width
    for position, image in images(block):
        used = used_image(block, image)
        share, certain, narrow = used.width or 0.0, used.certain, False
        if share <= limit + 1e-6:
            share, certain, narrow = _on_a_phone(block, image, context), False, True
        if share <= limit + 1e-6 or not has_width(image):
            continue
        yield rule.finding(
            position,
            position + 1,
            at=("style", "width"),
            text=image.width or image.style.get("width") or image.style.get("max-width") or "",
            fixes=(_fix(position, limit, safe=True),),
            severity=None if certain else Severity.REVIEW,
            message="Image is {share:.0%} wide on a phone, limit {limit:.0%}" if narrow else None,
            share=share,
            limit=limit,
        )


@rule.check_rendered
def check_rendered(message: Message, rendered: Rendered, context: Context) -> Iterator[Finding]:
    limit = context.policy.limits.image_width
    for start, _, facts in rendered.of(message.body):
        for image in facts.images:
            if image.share <= limit + _TOLERANCE:
                continue
            position = start + image.position
            yield rule.finding(
                position,
                position + 1,
                at=("style", "width"),
                text=f"{image.share:.0%}",
                fixes=(_fix(position, limit),),
                severity=Severity.REVIEW,  # the width of the message is our assumption
                message="Image is {share:.0%} wide as rendered, limit {limit:.0%}",
                share=image.share,
                limit=limit,
            )


def _fix(position: int, limit: float, *, safe: bool = False) -> Fix:
    end = position + 1
    names = ("height", "max-width", "min-width")
    edits = (
        SetImage(position, end, "width", f"{limit * 100:g}%"),
        *(SetImage(position, end, name, None) for name in names),
    )
    return Fix(Phrase("Make it {limit:.0%} wide", limit=limit), edits, safe=safe)


def _on_a_phone(block: Block, image: Image, context: Context) -> float:
    """The width in percent that counts where its limit in pixels is wider than that."""
    limits = context.policy.limits
    share = parse_length(image.style.get("width") or image.width or "")
    most = parse_length(image.style.get("max-width") or "")
    if share is None or most is None or share.unit != "%" or most.unit != "px":
        return 0.0
    if most.value <= limits.phone_width * limits.image_width:
        return 0.0
    free = replace(image, style=image.style.replaced("max-width", None))
    used = used_image(block, free)
    return used.width or 0.0 if used.certain else share.value / 100
