"""Image links to your website.

A logo may not contain or show a link to your website. Keep the image and take the link away.
"""

import re
from collections.abc import Iterator

from composer.document import Block, Image
from composer.document.edits import SetLink
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._targets import Place, Target, images, place, targets

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="C-LOGO",
    message="Image links to {host}",
    html_only=True,
    needs=images,
    examples=(
        Invalid(
            '<p><a href="https://kitchen-shop.com"><img src="logo.png" alt="Kitchen"></a></p>',
            flags=("\ufffc",),
            fixed='<p><img src="logo.png" alt="Kitchen"></p>',
        ),
        Invalid(
            '<p><a href="{{shop_url}}"><img src="banner.png" alt="Kitchen"></a></p>',
            flags=("\ufffc",),
            fixed='<p><img src="banner.png" alt="Kitchen"></p>',
        ),
        Invalid(
            '<p><a href="https://www.amazon.com/orders"><img src="logo.png" alt=""></a></p>',
            flags=("\ufffc",),
            fixed='<p><img src="logo.png" alt=""></p>',
        ),
        Invalid(
            '<p><a href="{{shop_url}}">Kitchen <img src="{{shop_logo}}" alt="x"></a></p>',
            flags=("\ufffc",),
            fixed='<p>Kitchen <img src="{{shop_logo}}" alt="x"></p>',
        ),
        Valid('<p><img src="logo.png" alt="Kitchen"></p>'),
        Valid('<p><a href="{{survey_link}}"><img src="stars.png" alt="Rate it"></a></p>'),
        Valid('<p><a href="https://www.amazon.com/orders"><img src="order.png" alt="x"></a></p>'),
    ),
)

_ELSEWHERE = frozenset({Place.EXTERNAL, Place.SHORTENER, Place.LOOKALIKE})
_UNSURE = frozenset(
    {
        Place.UNKNOWN,
        Place.AMAZON,
        Place.AMAZON_PRODUCT,
        Place.AMAZON_STORE,
        Place.AMAZON_REVIEW,
    }
)
_OWN_SITE = re.compile(
    r"\W*(?:\w+\.)?(?:my|our)?_?(?:web)?(?:shop|store|site|home|base|domain|company)", re.IGNORECASE
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for target in targets(block):
        pictures = list(_pictures(block, target)) if target.field == "href" else []
        if not pictures:
            continue
        where = place(target, context)
        logo = any(_is_logo(image) for _, image in pictures)
        if where in _ELSEWHERE or (where is Place.UNKNOWN and _OWN_SITE.match(target.url)):
            severity = None
        elif logo and where in _UNSURE:
            severity = Severity.REVIEW
        else:
            continue
        position = pictures[0][0]
        yield rule.finding(
            position,
            position + 1,
            at=("href", ""),
            text=target.url,
            fixes=(
                Fix(
                    "Remove link, keep image",
                    (SetLink(target.start, target.end, None),),
                    safe=True,
                ),
            ),
            severity=severity,
            host=target.host or target.url[:60],
        )


def _pictures(block: Block, target: Target) -> Iterator[tuple[int, Image]]:
    for start, _, inline in block.runs():
        if isinstance(inline, Image) and target.start <= start < target.end:
            yield start, inline


def _is_logo(image: Image) -> bool:
    return "logo" in f"{image.src} {image.alt or ''} {dict(image.attributes)}".lower()
