"""Image has no width.

Images may take at most 80% of the message width. This one shows as wide as its file, which only
the email program knows. Give it a width.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import SetImage
from composer.document.used import used_image, used_text
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._images import has_width
from composer.rules._targets import images

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-IMGW",
    message="Image has no width, limit {limit:.0%}: {name}",
    html_only=True,
    needs=images,
    examples=(
        Invalid(
            '<p><img src="https://kitchen-shop.com/team.png" alt="Our team"></p>',
            flags=("\ufffc",),
            fixed='<p><img src="https://kitchen-shop.com/team.png" alt="Our team" '
            'style="max-width:80%"></p>',
        ),
        Invalid(
            '<p><img src="team.png" alt="Our team" style="max-width:100%;height:auto"></p>',
            flags=("\ufffc",),
            fixed='<p><img src="team.png" alt="Our team" style="height:auto;max-width:80%"></p>',
        ),
        Invalid(
            '<p><img src="team.png" alt="Our team" style="max-width:600px"></p>',
            flags=("\ufffc",),
            fixed='<p><img src="team.png" alt="Our team" style="max-width:80%"></p>',
        ),
        Valid('<p><img src="team.png" alt="Our team" width="200"></p>'),
        Valid('<p><img src="team.png" alt="Our team" style="max-width:60%"></p>'),
        Valid('<p><img src="team.png" alt="Our team" style="display:none"></p>'),
        Valid('<p><img src="team.png" alt="Our team"></p>', channel="contact-form"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    limit = context.policy.limits.image_width
    for position, image in images(block):
        if has_width(image) or used_text(block, image).hidden:
            continue
        used = used_image(block, image)
        if used.width is not None and used.width <= limit + 1e-6:
            continue
        edit = SetImage(position, position + 1, "max-width", f"{limit * 100:g}%")
        yield rule.finding(
            position,
            position + 1,
            at=("src", ""),
            text=image.src,
            fixes=(Fix(Phrase("Limit it to {limit:.0%}", limit=limit), (edit,)),),
            limit=limit,
            name=image.src.rpartition("/")[2][:48] or Phrase("image"),
        )
