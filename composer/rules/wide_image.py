"""Wide image.

Images may take at most 80 % of the message width. Where only pixels are given, the width is judged
at 600 px, so it is for you to decide.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import SetImage
from composer.document.used import used_image
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._targets import images

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-IMGW",
    message="Image is {share:.0%} wide, limit {limit:.0%}",
    html_only=True,
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
        Valid('<p><img src="a.png" alt="Our team" width="80%"></p>'),
        Valid('<p><img src="a.png" alt="Our team" width="480"></p>'),
        Valid(
            '<table width="100%"><tr><td width="50%"><img src="a.png" alt="Us" width="100%"></td>'
            '<td width="50%">Hello</td></tr></table>'
        ),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    limit = context.policy.limits.image_width
    for position, image in images(block):
        used = used_image(block, image)
        if used.width is None or used.width <= limit + 1e-6:
            continue
        end = position + 1
        names = ("height", "max-width", "min-width")
        edits = (
            SetImage(position, end, "width", f"{limit * 100:g}%"),
            *(SetImage(position, end, name, None) for name in names),
        )
        yield rule.finding(
            position,
            end,
            at=("style", "width"),
            text=image.width or image.style.get("width") or image.style.get("max-width") or "",
            fixes=(Fix(f"Make it {limit:.0%} wide", edits, safe=True),),
            severity=None if used.certain else Severity.REVIEW,
            share=used.width,
            limit=limit,
        )
