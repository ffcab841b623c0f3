"""The template: what a seller owns, as one immutable value."""

from dataclasses import dataclass, field, replace

from composer.document import Document
from composer.document.edits import Edit, apply


@dataclass(frozen=True, slots=True)
class SetAside:
    """One occurrence of a review finding that the seller accepted, found again by its context.

    `before` and `after` are up to 32 characters beside the exact `text`. `date` is when, an
    ISO 8601 date and time with offset, "" where nobody noted it.
    """

    rule: str
    part: str
    text: str
    before: str
    after: str
    reason: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """The seller's statement that the content with this hash may be used under this edition.

    `content` is a SHA-256 in hex, `date` an ISO 8601 date and time with offset.
    """

    content: str
    edition: str
    date: str


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file sent along: its name and what it is (instructions, warranty, invoice, ...)."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Template:
    """Subject and body, and what decides which rules apply.

    `subject` is a document of one block. `reason` is "" where it is not known: then the message
    counts as proactive. `language` is a BCP 47 tag, `marketplace` a domain such as ``amazon.de``.
    """

    name: str = ""
    subject: Document = field(default_factory=Document)
    body: Document = field(default_factory=Document)
    reason: str = ""
    channel: str = "email"
    marketplace: str = "amazon.com"
    language: str = "en"
    id: str = ""
    group: str = ""
    attachments: tuple[Attachment, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    approval: Approval | None = None

    def part(self, name: str) -> Document:
        """Return the document of the part ``subject`` or ``body``.

        Raises:
            KeyError: for any other part.
        """
        return {"subject": self.subject, "body": self.body}[name]

    def edited(self, part: str, edits: tuple[Edit, ...]) -> "Template":
        """Return the template with `edits` made in one part.

        Raises:
            ValueError: where edits overlap or reach past the text.
            KeyError: for a part that holds no text.
        """
        document = apply(self.part(part), edits)
        if part == "subject":
            return replace(self, subject=document)
        return replace(self, body=document)
