"""Image has to be looked at.

Images must relate to your brand or company, may not show the purchased product or anything
offensive, and should be your own. No program can tell what an image shows. Your answer is
remembered for the image.
"""

import re
from collections.abc import Iterator
from pathlib import PurePath

from composer.document import Block, Image
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.policy.hosts import HostKind
from composer.rules._targets import host_of, images

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="C-REL",
    message="{name}: {question}",
    html_only=True,
    needs=images,
    examples=(
        Invalid('<p><img src="team.png" alt="Our team" width="200"></p>', flags=("\ufffc",)),
        Invalid(
            '<p><img src="https://m.media-amazon.com/images/I/71x.jpg" alt="Pan" width="200"></p>',
            flags=("\ufffc",),
        ),
        Invalid(
            '<p><img src="shutterstock_123.jpg" alt="Lachende Frau" width="200"></p>',
            language="de",
            flags=("\ufffc",),
        ),
        Valid("<p>No picture at all.</p>"),
        Valid('<p><img src="dot.png" alt="" width="1" height="1"></p>'),
    ),
)

_PLAIN = Phrase("is this image right for the message?")
_PRODUCT = Phrase(
    "this looks like the purchased product, which Amazon shows itself. Is it something else?"
)
_STOCK = Phrase("this looks like a stock image. Is it your own?")
_SENSITIVE = Phrase("the name speaks of sensitive content. Is the image free of it?")
_ASIN = re.compile(r"\bB0[0-9A-Z]{8}\b")
_SENSITIVE_WORDS = re.compile(
    r"\b(?:nude|naked|nackt|nue?|blood|blut|gun|weapon|waffe|gore)\b", re.IGNORECASE
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for position, image in images(block):
        if image.src.casefold() in context.settings.pictures or _is_tiny(image):
            continue
        name = PurePath(image.src.partition("?")[0]).name[:60] or Phrase("Image")
        yield rule.finding(
            position,
            position + 1,
            at=("src", ""),
            text=image.src,
            remember=("pictures", image.src),
            name=name,
            question=_question(image, context),
        )


def _question(image: Image, context: Context) -> Phrase:
    hosts, host = context.policy.hosts, host_of(image.src)
    told = f"{image.src} {image.alt or ''}"
    if hosts.has(host, HostKind.PRODUCT_IMAGE) or _ASIN.search(told):
        return _PRODUCT
    if hosts.has(host, HostKind.STOCK) or any(it in image.src.lower() for it in hosts.stock_names):
        return _STOCK
    return _SENSITIVE if _SENSITIVE_WORDS.search(told) else _PLAIN


def _is_tiny(image: Image) -> bool:
    """Whether the picture is a pixel or two: what that is, other rules say."""
    return any((size or "").strip() in {"0", "1", "2"} for size in (image.width, image.height))
