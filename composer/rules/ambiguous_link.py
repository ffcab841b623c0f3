"""Links with the same words lead to different places.

Whoever hears the links of a message one by one cannot tell them apart (WCAG 2.4.4).
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Location, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._targets import anchors, visible_words

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-A11Y",
    message="“{shown}” leads to another place here",
    html_only=True,
    examples=(
        Invalid(
            '<p><a href="https://www.amazon.com/a">Your order</a> and '
            '<a href="https://www.amazon.com/b">your order</a></p>',
            flags=("your order",),
        ),
        Invalid(
            '<p><a href="https://www.amazon.de/a">Bestellung</a></p>'
            '<p><a href="https://www.amazon.de/b">Bestellung</a></p>',
            language="de",
            flags=("Bestellung",),
        ),
        Valid(
            '<p><a href="https://www.amazon.com/a">Your order</a> and '
            '<a href="https://www.amazon.com/b">your return</a></p>'
        ),
        Valid(
            '<p><a href="https://www.amazon.com/a">Your order</a></p>'
            '<p><a href="https://www.amazon.com/a">Your order</a></p>'
        ),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    seen: dict[str, tuple[str, Location]] = {}
    for base, block in zip(message.body.starts, message.body.blocks, strict=True):
        for target in anchors(block):
            words = visible_words(block, target.start, target.end).casefold().strip(" .!:>»→")
            if not words:
                continue
            place = Location("body", base + target.start, base + target.end)
            url, first = seen.setdefault(words, (target.url, place))
            if url != target.url:
                yield rule.finding(place.start, place.end, related=(first,), shown=words[:60])
