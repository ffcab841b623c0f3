"""Image is not secure.

Images must load over https. Email programs refuse or warn about the others.
"""

import re
from collections.abc import Iterator

from composer.document import OBJECT, Block, Container, Image
from composer.document.edits import SetImage
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._elements import message_attributes, message_names, styled_ranges
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
        Invalid(
            '<table><tr><td background="http://kitchen-shop.com/a.png">Hello<p>you</p></td></tr></table>',
            flags=("Hello\nyou",),
        ),
        Invalid(
            '<p><img src="a.png" srcset="http://kitchen-shop.com/b.png 2x" alt="Our team"></p>',
            flags=("\ufffc",),
        ),
        Valid('<p><img src="https://kitchen-shop.com/a.png" alt="Our team"></p>'),
        Valid('<p><img src="a.png" alt="http://"> <img src="cid:a" alt="b"></p>'),
    ),
)

_UNSECURED = re.compile(r"\s*(?:http:|ftp:)?//", re.IGNORECASE)
_SET = re.compile(r"(?:^|,)\s*(?:http:|ftp:)?//", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?\s*(?:http:|ftp:)?//", re.IGNORECASE)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    if OBJECT in message.body.text:
        for base, block in zip(message.body.starts, message.body.blocks, strict=True):
            for position, image in images(block):
                yield from _in_image(base + position, image)
    names, attributes = message_names(message), message_attributes(message)
    if "background-image" not in names and "background" not in attributes:
        return
    for start, end, element in styled_ranges(message.body, _background):
        name, value = _background(element) or ("", "")
        yield rule.finding(start, end, at=("style", name), text=value, src=value[:48])


def _in_image(position: int, image: Image) -> Iterator[Finding]:
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
    elif _SET.search(dict(image.attributes).get("srcset", "")):
        yield rule.finding(position, position + 1, src=dict(image.attributes)["srcset"][:48])


def _background(element: Block | Container) -> tuple[str, str] | None:
    """Return (property, value) of an insecure background of `element`, or None."""
    attribute = element.attribute("background") or ""
    if _UNSECURED.match(attribute):
        return "background", attribute
    value = element.style.get("background-image") or ""
    return ("background-image", value) if _URL.search(value) else None
