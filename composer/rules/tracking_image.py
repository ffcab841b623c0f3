"""Tracking image.

Messages may not contain images that report when a message was opened: images of one pixel, hidden
ones, and those whose address carries the name of an open counter.
"""

import re
from collections.abc import Iterator

from composer.document import Block, Image
from composer.document.edits import Remove
from composer.document.used import used_text
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._fixes import removal
from composer.rules._targets import images

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-TRK",
    message="Image tracks the buyer: {why}",
    html_only=True,
    needs=images,
    examples=(
        Invalid(
            '<p>Hello<img src="https://m.kitchen-shop.com/o.png" width="1" height="1" alt=""></p>',
            flags=("\ufffc",),
            fixed="<p>Hello</p>",
        ),
        Invalid(
            '<p>Hello<img src="https://kitchen-shop.com/a.png" style="display:none" alt=""></p>',
            flags=("\ufffc",),
            fixed="<p>Hello</p>",
        ),
        Invalid(
            '<p>Hello<img src="https://kitchen-shop.com/a.png?u={{buyer_email}}" alt=""></p>',
            flags=("\ufffc",),
            fixed="<p>Hello</p>",
        ),
        Valid('<p><img src="banner.png" width="400" alt="Our team"></p>'),
        Valid('<p><img src="cid:logo" style="width:50%" alt="Logo"></p>'),
    ),
)

_TINY = re.compile(r"\s*(\d*\.?\d+)\s*(?:px)?\s*", re.IGNORECASE)
_VARIABLE = re.compile(r"\{\{|\{%|\[\[|\$\{|%%|\{\w+\}")
_REMOTE = re.compile(r"(?:https?:)?//", re.IGNORECASE)
_TOKEN = re.compile(r"[?&/=][A-Za-z0-9_-]{40,}")


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for position, image in images(block):
        why = _certain(block, image, context)
        severity = None
        if why is None:
            why, severity = _likely(image), Severity.REVIEW
        if why is None:
            continue
        span = removal(block.text, position, position + 1)
        fix = Fix("Remove image", (Remove(*span),), safe=severity is None)
        yield rule.finding(
            position,
            position + 1,
            at=("src", ""),
            text=image.src,
            fixes=(fix,),
            severity=severity,
            why=why,
        )


def _certain(block: Block, image: Image, context: Context) -> Phrase | None:
    for value in (image.width, image.height, image.style.get("width"), image.style.get("height")):
        size = _TINY.fullmatch(value or "")
        if size and float(size[1]) <= 2:
            return Phrase("it is too small to be seen")
    if used_text(block, image).hidden:
        return Phrase("it is hidden")
    remote = _REMOTE.match(image.src)
    if remote and context.policy.hosts.tracker(image.src[remote.end() :]):
        return Phrase("its address is known for counting opened messages")
    return None


def _likely(image: Image) -> Phrase | None:
    if not _REMOTE.match(image.src):
        return None
    if _VARIABLE.search(image.src.partition("//")[2]):
        return Phrase("its address differs for each buyer")
    if _TOKEN.search(image.src):
        return Phrase("its address carries a long code")
    return None
