"""Email files: subject, the HTML and the text of the message, and what is attached."""

from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage, Message
from email.policy import EmailPolicy

from composer.document.encoding import decode
from composer.document.errors import DocumentError
from composer.document.html.reader import HtmlReading, read_html
from composer.document.placeholders import CANONICAL, PlaceholderTable
from composer.document.text import TextReading, read_text
from composer.phrase import Phrase

MAX_BYTES = 25_000_000
_MAX_PARTS = 200
_MAX_HEADER = 10_000  # characters; the time to read one grows with the square
_PARSED = frozenset(
    {
        "subject",
        "content-type",
        "content-disposition",
        "content-id",
        "content-transfer-encoding",
    }
)


@dataclass(frozen=True, slots=True)
class EmlAttachment:
    """A part that is no message text; `content_id` is what ``cid:`` addresses name, or nothing."""

    name: str
    type: str
    data: bytes
    content_id: str = ""

    @property
    def inline(self) -> bool:
        """Whether the message shows it inside its text."""
        return bool(self.content_id)


@dataclass(frozen=True, slots=True)
class EmlReading:
    """What an email holds.

    Positions in a part (its reading's source map) count in the decoded text of that part,
    `html_source` or `text_source`, and not in the file, where it stands encoded.
    """

    subject: str
    html: HtmlReading | None = None
    html_source: str = ""
    text: TextReading | None = None
    text_source: str = ""
    attachments: tuple[EmlAttachment, ...] = ()

    def image(self, address: str) -> EmlAttachment | None:
        """Return the part that an address like ``cid:logo`` names, or None."""
        scheme, _, name = address.partition(":")
        if scheme.lower() != "cid" or not name:
            return None
        return next((part for part in self.attachments if part.content_id == name), None)


class _Policy(EmailPolicy):
    """Python's policy for email, but long headers that are going to be parsed are refused."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name = sourcelines[0].partition(":")[0].lower()
        if name in _PARSED and sum(map(len, sourcelines)) > _MAX_HEADER:
            raise DocumentError(
                Phrase("The email has a header of more than {most:,} characters.", most=_MAX_HEADER)
            )
        return super().header_source_parse(sourcelines)


def read_eml(data: bytes, placeholders: PlaceholderTable = CANONICAL) -> EmlReading:
    """Return what the email in `data` holds; of several texts of one kind the first counts.

    Raises:
        DocumentError: for more than 25 MB or 200 parts, a header of more than 10,000 characters,
            parts or headers that nest too deep, or an HTML part over its own bounds.
    """
    if len(data) > MAX_BYTES:
        raise DocumentError(
            Phrase("The email is larger than {most} MB.", most=MAX_BYTES // 1000000)
        )
    try:
        return _read(message_from_bytes(data, policy=_Policy()), placeholders)
    except RecursionError:
        raise DocumentError(Phrase("The email nests parts or comments too deep.")) from None


def _read(message: Message, placeholders: PlaceholderTable) -> EmlReading:
    sources: dict[str, str] = {}
    attachments: list[EmlAttachment] = []
    for count, part in enumerate(_parts(message), 1):
        if count > _MAX_PARTS:
            raise DocumentError(Phrase("The email has more than {most} parts.", most=_MAX_PARTS))
        kind = part.get_content_type()
        if kind in {"text/html", "text/plain"} and kind not in sources and not _attached(part):
            sources[kind] = decode(_content(part), part.get_content_charset())
        else:
            attachments.append(_attachment(part, len(attachments) + 1))
    html, text = sources.get("text/html"), sources.get("text/plain")
    return EmlReading(
        _header(message, "subject"),
        None if html is None else read_html(html, placeholders),
        html or "",
        None if text is None else read_text(text, placeholders),
        text or "",
        tuple(attachments),
    )


def _parts(message: Message) -> Iterator[Message]:
    """The parts that are no containers; an email attached to this one is one part."""
    if message.get_content_maintype() != "multipart":
        yield message
        return
    payload = message.get_payload()
    for part in payload if isinstance(payload, list) else ():
        if isinstance(part, Message):
            yield from _parts(part)


def _attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _content(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    if isinstance(payload, bytes):
        return payload
    inner = part.get_payload()
    if isinstance(inner, list) and inner and isinstance(inner[0], Message):
        return inner[0].as_bytes()
    return b""


def _attachment(part: Message, number: int) -> EmlAttachment:
    kind = part.get_content_type()
    name = part.get_filename() or f"part {number}"
    identifier = _header(part, "content-id").strip().removeprefix("<").removesuffix(">")
    return EmlAttachment(name, kind, _content(part), identifier)


def _header(part: Message, name: str) -> str:
    """A header decoded; as it stands where it cannot be."""
    try:
        return " ".join(str(part.get(name, "")).split())
    except (MessageError, ValueError, IndexError, AttributeError):
        raw = dict(part.raw_items()) if isinstance(part, EmailMessage) else {}
        found = next((value for key, value in raw.items() if key.lower() == name), "")
        return " ".join(str(found).split())
