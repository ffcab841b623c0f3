"""Image seems to hold text.

Text in an image cannot be enlarged, searched or read aloud as text (WCAG 1.4.5). A long
alternative text, or a message that is nearly all image, points to it.
"""

from collections.abc import Iterator

from composer.document import Block
from composer.lint.context import Context
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Invalid, Rule, Valid
from composer.rules._targets import images

LONGEST = 100
_LONG = "Our opening hours are from nine to five on weekdays and from ten to two on Saturdays, " * 2

rule = Rule(
    __name__,
    severity=Severity.REVIEW,
    clause="S-A11Y",
    message="Alternative text of {count} characters: write the text as text",
    html_only=True,
    needs=images,
    examples=(
        Invalid(f'<p><img src="hours.png" alt="{_LONG}"></p>', flags=("\ufffc",)),
        Invalid(
            f'<p>Hallo <img src="zeiten.png" alt="{_LONG}"></p>', language="de", flags=("\ufffc",)
        ),
        Valid('<p><img src="team.png" alt="Our team in Hamburg"></p>'),
        Valid(f"<p>{_LONG}</p>"),
    ),
)


@rule.check_block
def check(block: Block, context: Context) -> Iterator[Finding]:
    for position, image in images(block):
        count = len(image.alt or "")
        if count > LONGEST:
            yield rule.finding(
                position, position + 1, at=("alt", ""), text=image.alt or "", count=count
            )
