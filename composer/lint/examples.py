"""The examples of a rule as templates, and which of them to show."""

from collections.abc import Callable

from composer.document import NO_MARKS, Block, Document
from composer.document.edits import typed_inlines
from composer.document.used.boxes import REFERENCE_WIDTH
from composer.lint.rendered import NOTHING, Rendered, Seen
from composer.lint.rule import Example, Invalid, Rule
from composer.template import Template

Reader = Callable[[str], Document]


def example_template(example: Example, read: Reader) -> Template:
    """Return the message that `example` stands for; `read` reads its HTML."""
    return Template(
        subject=Document((Block(inlines=typed_inlines(example.subject, NO_MARKS)),)),
        body=read(example.html),
        language=example.language,
        reason=example.reason,
        channel=example.channel,
        marketplace=example.marketplace,
        attachments=example.attachments,
    )


def example_seen(example: Example, template: Template) -> Seen:
    """Return what is known of how the message that `example` stands for is rendered."""
    if not example.rendered:
        return NOTHING
    facts = zip(template.body.blocks, example.rendered, strict=False)
    return Seen(Rendered(REFERENCE_WIDTH, dict(facts)))


def telling_example(rule: Rule, language: str, *, bad: bool) -> Example | None:
    """Return the example to show a seller who writes in `language`: theirs, else the first."""
    wanted = [it for it in rule.examples if isinstance(it, Invalid) is bad]
    own = [it for it in wanted if _main(it.language) == _main(language)]
    return next(iter([*own, *wanted]), None)


def _main(tag: str) -> str:
    return tag.partition("-")[0].casefold()
