"""Image has no alternative text.

Buyers who hear the message, or whose email program shows no images, get the alternative text. An
image that only decorates needs an empty one (WCAG 1.1.1).
"""

import re
from collections.abc import Iterator

from composer.document import Block, Image
from composer.document.edits import SetImage
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.rules._targets import images, targets, visible_words

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-A11Y",
    message="Image has no alternative text: {name}",
    html_only=True,
    needs=images,
    examples=(
        Invalid(
            '<p><img src="team.png"></p>',
            flags=("\ufffc",),
            fixed='<p><img src="team.png" alt=""></p>',
        ),
        Invalid('<p><img src="team.png" alt="team.png"></p>', flags=("\ufffc",)),
        Invalid(
            '<p><a href="https://www.amazon.de/orders"><img src="x.png" alt=""></a></p>',
            flags=("\ufffc",),
        ),
        Valid('<p><img src="team.png" alt="Our team in Hamburg"></p>'),
        Valid('<p><img src="line.png" alt=""></p>'),
        Valid('<p><img src="dot.png" width="1" height="1"></p>'),
    ),
)

_FILE = re.compile(
    r"[\w-]+\.(?:png|jpe?g|gif|webp|svg|bmp)|image|img|picture|photo|bild", re.IGNORECASE
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for position, image in images(block):
        name = image.src.rpartition("/")[2][:60] or Phrase("image")
        shown = image.alt or ""
        if image.alt is None and not _is_pixel(image):
            edit = SetImage(position, position + 1, "alt", "")
            yield rule.finding(
                position,
                position + 1,
                at=("alt", ""),
                text=shown,
                fixes=(Fix("Mark as decoration", (edit,)),),
                name=name,
            )
        elif image.alt and _FILE.fullmatch(image.alt.strip()):
            yield rule.finding(
                position,
                position + 1,
                at=("alt", ""),
                text=shown,
                severity=Severity.REVIEW,
                message="Alternative text says nothing: “{name}”",
                name=image.alt,
            )
        elif image.alt == "" and _is_whole_link(block, position):
            yield rule.finding(
                position,
                position + 1,
                at=("alt", ""),
                text=shown,
                message="Linked image has no alternative text: {name}",
                name=name,
            )


def _is_pixel(image: Image) -> bool:
    return (image.width or "").strip() in {"0", "1", "2"}


def _is_whole_link(block: Block, position: int) -> bool:
    for target in targets(block):
        if target.field == "href" and target.start <= position < target.end:
            return not visible_words(block, target.start, target.end)
    return False
