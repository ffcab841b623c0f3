"""Offers something for a review.

Nothing may be offered for a review or for feedback: no money, gift, discount, free product, refund
or later benefit, whatever the review says.
"""

from collections.abc import Iterator

from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._wording import worded

_NEUTRAL = "<p>Would you please share your experience with this product or with our service?</p>"

rule = Rule(
    __name__,
    severity=Severity.MUST_FIX,
    clause="V-INC",
    message="Offers something for a review: “{shown}”",
    examples=(
        Invalid(
            "<p>Leave us a review and get a $5 gift card.</p>",
            flags=("review and get a $5 gift card",),
            fixed=_NEUTRAL,
        ),
        Invalid(
            "<p>We would welcome your rating. It comes with a voucher.</p>",
            flags=("rating",),
            fixed=_NEUTRAL,
        ),
        Valid("<p>We do not offer gift cards for reviews.</p>"),
        Valid("<p>Your gift card is in the parcel.</p>"),
    ),
)


@rule.check_message
def check(message: Message, context: Context) -> Iterator[Finding]:
    yield from worded(rule, message)
