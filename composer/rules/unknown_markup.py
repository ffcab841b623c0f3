"""Part that cannot be checked.

Scripts, forms, videos and frames do not work in email programs, and drawings or image maps hold
text and links that are not looked at here. Replace it by plain text, a link or an image.
"""

import re
from collections.abc import Iterator

from composer.document import Block, Raw
from composer.document.edits import Remove
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._elements import raws
from composer.rules._fixes import removal

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="S-A11Y",
    message="<{tag}> does not work in messages",
    html_only=True,
    needs=raws,
    examples=(
        Invalid(
            "<p>Hello <script>go()</script> there</p>",
            flags=("\ufffc",),
            fixed="<p>Hello there</p>",
        ),
        Invalid(
            '<p>Hello</p><iframe src="https://kitchen-shop.com/form"></iframe>',
            flags=("\ufffc",),
            fixed="<p>Hello</p>",
        ),
        Invalid(
            '<form action="https://kitchen-shop.com/f"><p>Size <input name="s"></p></form>',
            flags=("\ufffc",),
            fixed='<form action="https://kitchen-shop.com/f"><p>Size</p></form>',
        ),
        Invalid("<p>Stars <svg><circle r='5'/></svg></p>", flags=("\ufffc",), fixed="<p>Stars</p>"),
        Invalid(
            '<p>Map</p><map name="m"><area href="http://kitchen-shop.com/" alt="Shop"></map>',
            flags=("\ufffc",),
            fixed="<p>Map</p>",
        ),
        Valid('<p><img src="map.png" alt="The way to us" width="200"></p>'),
        Valid("<p>Write &lt;script&gt; as text.</p>"),
        Valid("<p>Hello <marquee>there</marquee></p>"),
    ),
)

_TAG = re.compile(r"<\s*([A-Za-z][\w:-]*)")
_ACTIVE = frozenset(
    [
        "script",
        "noscript",
        "iframe",
        "frame",
        "frameset",
        "object",
        "embed",
        "applet",
        "param",
        "video",
        "audio",
        "source",
        "track",
        "input",
        "button",
        "select",
        "textarea",
        "option",
        "canvas",
        "dialog",
        "template",
        "portal",
    ]
)
_MOVING = frozenset({"marquee", "blink"})
_INSECURE = re.compile(
    r"(?:href|src|srcset|action|data|poster|background|formaction)\s*=\s*[\"']?\s*(?:http:|javascript:|//)",
    re.IGNORECASE,
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for start, raw in raws(block):
        tag, end = _tag_of(raw), start + 1
        if tag in _MOVING:
            continue
        certain = tag in _ACTIVE or _INSECURE.search(raw.html)
        yield rule.finding(
            start,
            end,
            text=raw.html,
            fixes=(Fix("Remove it", (Remove(*removal(block.text, start, end)),)),),
            severity=None if certain else Severity.REVIEW,
            message=None if tag in _ACTIVE else "<{tag}> cannot be checked",
            tag=tag or "?",
        )


def _tag_of(raw: Raw) -> str:
    match = _TAG.match(raw.html.lstrip())
    return match[1].lower() if match else ""
