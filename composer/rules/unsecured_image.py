"""Image is not secure.

Images must load over https. Mail programs refuse or warn about the others.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import SetImage
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._targets import images

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-HTTP",
    message="Image is not secure: {src}",
    html_only=True,
    examples=(
        Invalid(
            '<p><img src="http://kitchen-shop.com/a.png" alt="Our team"></p>',
            flags=("\ufffc",),
            fixed='<p><img src="https://kitchen-shop.com/a.png" alt="Our team"></p>',
        ),
        Invalid(
            '<p><img src="//kitchen-shop.com/a.png" alt="Our team"></p>',
            flags=("\ufffc",),
            fixed='<p><img src="https://kitchen-shop.com/a.png" alt="Our team"></p>',
        ),
        Invalid(
            '<div style="background-image:url(http://kitchen-shop.com/a.png)">Hello</div>',
            flags=("Hello",),
        ),
        Valid('<p><img src="https://kitchen-shop.com/a.png" alt="Our team"></p>'),
        Valid('<p><img src="a.png" alt="http://"> <img src="cid:a" alt="b"></p>'),
    ),
)

_UNSECURED = re.compile(r"\s*(?:http:|ftp:)?//", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?\s*(?:http:|ftp:)?//", re.IGNORECASE)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:  # noqa: ARG001 - same in every scene
    for position, image in images(block):
        if _UNSECURED.match(image.src):
            secure = "https://" + image.src.partition("//")[2]
            edit = SetImage(position, position + 1, "src", secure)
            yield rule.finding(
                position,
                position + 1,
                at=("src", ""),
                text=image.src,
                fixes=(Fix("Use https", (edit,), safe=True),),
                src=image.src[:48],
            )
    for name in ("background-image", "background"):
        styles = (block.style, *(container.style for container in block.path[-1:]))
        value = next((style.get(name) for style in styles if style.get(name)), None)
        if value and _URL.search(value):
            yield rule.finding(
                0, len(block.text), at=("style", name), text=value, src=value[:48]
            )
