"""GIF.

Amazon does not permit GIF images. A still image in PNG or JPEG is fine.
"""

import re
from collections.abc import Iterator

from composer.document import Block
from composer.document.edits import Remove
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.phrase import Phrase
from composer.policy.hosts import HostKind
from composer.rules._fixes import removal
from composer.rules._targets import host_of, images

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-GIF",
    message="GIF image: {name}",
    html_only=True,
    needs=images,
    examples=(
        Invalid(
            '<p>Hello <img src="wave.GIF?v=2" alt="We wave"> you</p>',
            flags=("\ufffc",),
            fixed="<p>Hello you</p>",
        ),
        Invalid(
            '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="We wave">Hi</p>',
            flags=("\ufffc",),
            fixed="<p>Hi</p>",
        ),
        Invalid(
            '<p><img src="https://media.giphy.com/media/abc/source" alt="We wave">Hi</p>',
            flags=("\ufffc",),
            fixed="<p>Hi</p>",
        ),
        Valid('<p>A GIF is <img src="gif.png" alt="a picture">.</p>'),
        Valid('<p><a href="https://www.amazon.de/a.gif">Your orders</a></p>'),
    ),
)

_GIF = re.compile(
    r"[^?#]*\.gif(?:[?#].*)?|data:image/gif[;,].*|cid:.*\.gif.*", re.IGNORECASE | re.DOTALL
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for position, image in images(block):
        remote = re.match(r"(?:https?:)?//", image.src, re.IGNORECASE)
        if _GIF.fullmatch(image.src) or (
            remote and context.policy.hosts.has(host_of(image.src), HostKind.GIF)
        ):
            span = removal(block.text, position, position + 1)
            fix = Fix("Remove image", (Remove(*span),))
            yield rule.finding(
                position,
                position + 1,
                at=("src", ""),
                text=image.src,
                fixes=(fix,),
                name=image.src.partition("?")[0].rpartition("/")[2][:48] or Phrase("image"),
            )
