"""Email drafts (RFC 5322): plain text and HTML beside each other, pictures inside the HTML."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from email.header import Header
from email.message import EmailMessage
from email.policy import SMTP

from composer.library.pictures import picture_type

_LINE = 76


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a template: the source that names it in the body, and its bytes."""

    source: str
    data: bytes

    @property
    def type(self) -> str | None:
        """The subtype of ``image/``, None for what no mail program is sure to show."""
        return picture_type(self.data)


def write_draft(
    subject: str, text: str, html: str, pictures: Iterable[tuple[str, Picture]]
) -> bytes:
    """Return an unsent email with both texts; the HTML names `pictures` by their Content-ID.

    `subject` is one line. The same content gives the same bytes: there is no date in them.

    Raises:
        ValueError: for a subject of several lines.
    """
    message = EmailMessage(policy=SMTP)
    # Outlook opens what says so as a draft.
    message["X-Unsent"] = "1"
    message.set_content(text, cte="quoted-printable")
    message.add_alternative(html, subtype="html", cte="quoted-printable")
    page = message.get_body(("html",))
    for name, picture in pictures:
        if isinstance(page, EmailMessage):
            page.add_related(
                picture.data, maintype="image", subtype=picture.type or "png", cid=f"<{name}>"
            )
    _set_boundaries(message, hashlib.sha256(f"{text}\0{html}".encode()).hexdigest())
    return _subject_line(subject) + bytes(message)


def _subject_line(subject: str) -> bytes:
    """Return the header; EmailMessage's own folding loses spaces between encoded words."""
    if len(subject.splitlines()) > 1:
        raise ValueError("a subject has one line")
    plain = subject.isascii() and "=?" not in subject
    header = Header(subject, "us-ascii" if plain else "utf-8", _LINE, "Subject")
    return b"Subject: " + header.encode(linesep="\r\n").encode("ascii") + b"\r\n"


def _set_boundaries(message: EmailMessage, seed: str) -> None:
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            part.set_boundary(f"=_{number}_{seed[:32]}")
