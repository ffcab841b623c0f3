"""A rule: metadata, help, examples and one function, all in the file that is named after it."""

import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from composer.document import OBJECT, Block
from composer.lint.context import Context, Message
from composer.lint.finding import Finding, Fix, Location, Severity
from composer.lint.rendered import Rendered, RenderedBlock
from composer.phrase import Phrase
from composer.template import Attachment

BlockCheck = Callable[[Block, Context], Iterable[Finding]]
BlockNeed = Callable[[Block], object]
TextHint = Callable[[str], object]
MessageCheck = Callable[[Message, Context], Iterable[Finding]]
RenderedCheck = Callable[[Message, Rendered, Context], Iterable[Finding]]
PARTS = ("subject", "body")


@dataclass(frozen=True, slots=True)
class Valid:
    """An example on which the rule is silent; the fields after `html` set the scene.

    `html` is the body; `subject` plain text. `rendered` are facts that a browser engine measured,
    block by block; those of the blocks after them are not known.
    """

    html: str
    subject: str = ""
    language: str = "en"
    reason: str = ""
    channel: str = "email"
    marketplace: str = "amazon.com"
    attachments: tuple[Attachment, ...] = ()
    rendered: tuple[RenderedBlock, ...] = ()


@dataclass(frozen=True, slots=True)
class Invalid(Valid):
    """An example that the rule flags: the texts flagged in order, and the HTML once fixed.

    `flags` are the visible words under each finding ("" for the whole message). `fixed` is the
    body as HTML after every fix of the rule that comes first for its finding; None where the rule
    offers none here.
    """

    flags: tuple[str, ...] = ()
    fixed: str | None = None


Example = Valid | Invalid


@dataclass(slots=True)
class Rule:
    """One thing a clause forbids or demands.

    `module` is the rule's ``__name__``: the file name becomes the `id`, the name on the command
    line and in reports (``unsecured-link``), and its docstring the help.
    `message` may hold ``{fields}`` that `finding` fills. Rules with `html_only` look at styling
    that plain-text channels never send. `needs` is what a block rule looks at first beside the
    words, a function such as `anchors`; `hint` says of a sentence, long numbers as zeros, that the
    rule may find something in it. Blocks in which neither finds anything are never given to a rule
    that has them, and blocks of bare words are not even looked at for what it needs.
    """

    module: str
    severity: Severity
    clause: str
    message: str
    examples: tuple[Example, ...]
    html_only: bool = False
    parts: tuple[str, ...] = PARTS
    needs: BlockNeed | None = None
    hint: TextHint | None = None
    id: str = field(init=False)
    block: BlockCheck | None = field(default=None, init=False)
    whole: MessageCheck | None = field(default=None, init=False)
    rendered: RenderedCheck | None = field(default=None, init=False)

    def __post_init__(self) -> None:
        self.id = self.module.rpartition(".")[2].replace("_", "-")

    @property
    def title(self) -> str:
        """The first line of the docstring, without its full stop."""
        return self._help.partition("\n")[0].rstrip(".")

    @property
    def topic(self) -> str:
        """The file of a lexicon that the rule reads, if it understands text."""
        return self.id.replace("-", "_")

    @property
    def explanation(self) -> str:
        """The docstring after its first line."""
        return self._help.partition("\n")[2].strip()

    @property
    def _help(self) -> str:
        return (sys.modules[self.module].__doc__ or "").strip()

    def check_block(self, function: BlockCheck) -> BlockCheck:
        """Register the function that checks one block; positions are relative to its text."""
        self.block = function
        return function

    def check_message(self, function: MessageCheck) -> MessageCheck:
        """Register the function that checks the whole message; positions are of each part."""
        self.whole = function
        return function

    def check_rendered(self, function: RenderedCheck) -> RenderedCheck:
        """Register the function that judges what a browser engine measured; positions as above.

        It says only what the other checks cannot know: its findings give way to theirs.
        """
        self.rendered = function
        return function

    def finding(  # noqa: PLR0913 - all but the range are named
        self,
        start: int = 0,
        end: int = 0,
        *,
        part: str = "body",
        at: tuple[str, str] = ("text", ""),
        text: str = "",
        fixes: Iterable[Fix] = (),
        related: Iterable[Location] = (),
        severity: Severity | None = None,
        message: str | None = None,
        remember: tuple[str, str] | None = None,
        dictionary: str = "",
        covered_by: tuple[str, ...] = (),
        help: str = "",  # noqa: A002 - the field's name
        **values: object,
    ) -> Finding:
        """Return a finding of this rule; `at` is the location's (field, name).

        `text` is left out for ranges of visible text: the engine fills it in. `severity` may only
        lower the rule's own. Values that are words are phrases, so that they can be said in another
        language as well. `remember`, `dictionary`, `covered_by` and
        `help` are those of `Finding`.

        Raises:
            ValueError: where `severity` is above the rule's own.
        """
        severity = severity or self.severity
        if severity.rank < self.severity.rank:
            reason = f"{self.id} raises its own severity"
            raise ValueError(reason)
        values = {name: _readable(value) for name, value in values.items()}
        said = Phrase(message, **values) if message else Phrase(self.message, "message", **values)
        return Finding(
            rule=self.id,
            clause=self.clause,
            severity=severity,
            message=said,
            location=Location(part, start, end, *at),
            text=text,
            fixes=tuple(fixes),
            related=tuple(related),
            remember=remember,
            dictionary=dictionary,
            covered_by=covered_by,
            help=help,
        )


def _readable(value: object) -> object:
    """Words as a sentence can quote them: a placeholder or an image among them is left out."""
    if isinstance(value, str) and OBJECT in value and not isinstance(value, Phrase):
        return value.replace(OBJECT, "\u2026")
    return value
