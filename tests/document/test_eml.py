"""Email files: which part is the message, and what hangs on it."""

from email.message import EmailMessage

import pytest

from composer.document.eml import read_eml
from composer.document.errors import DocumentError


def email() -> EmailMessage:
    """A message with both texts, an inline picture and an attachment."""
    message = EmailMessage()
    message["Subject"] = "Ihre Größe – {{order_id}}"
    message.set_content("Hallo {{order_id}}\n\nZeile\n")
    message.add_alternative("<p>Hallo <img src='cid:logo'> {{order_id}}</p>", subtype="html")
    html = list(message.iter_parts())[1]
    assert isinstance(html, EmailMessage)
    html.add_related(b"\x89PNG", "image", "png", cid="<logo>", filename="logo.png")
    message.add_attachment(b"%PDF", "application", "pdf", filename="Rechnung ü.pdf")
    return message


def test_subject_parts_and_attachments_are_found() -> None:
    """The encoded subject, both texts, the inline picture and the attachment are read."""
    reading = read_eml(email().as_bytes())
    assert reading.subject == "Ihre Größe – {{order_id}}"
    assert reading.html is not None
    assert reading.html.document.text == "Hallo \ufffc \ufffc"
    assert reading.text is not None
    assert reading.text.document.text.startswith("Hallo \ufffc")
    assert [(part.name, part.type) for part in reading.attachments] == [
        ("logo.png", "image/png"),
        ("Rechnung ü.pdf", "application/pdf"),
    ]


def test_pictures_inside_the_message_are_found_by_address() -> None:
    """A cid: address names the part that holds the picture; other addresses name none."""
    reading = read_eml(email().as_bytes())
    image = reading.image("cid:logo")
    assert image is not None
    assert (image.data, image.inline) == (b"\x89PNG", True)
    assert reading.image("cid:other") is None
    assert reading.image("https://example.com/logo") is None


def test_positions_count_in_the_decoded_part() -> None:
    """Ranges point into the text of the part, not into its encoded form."""
    raw = (
        b"Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Gr=C3=BC=C3=9Fe, =\r\nFreund</p>\r\n"
    )
    reading = read_eml(raw)
    assert reading.html is not None
    start = reading.html.document.text.index("Freund")
    low, high = reading.html.source_map.span(start, start + 6)
    assert reading.html_source[low:high] == "Freund"
    assert reading.html.document.text == "Grüße, Freund"


@pytest.mark.parametrize(
    ("header", "body", "text"),
    [
        (b"text/html; charset=iso-8859-1", "Größe".encode("latin-1"), "Größe"),
        (b"text/html; charset=us-ascii", "Größe".encode(), "Größe"),
        (b"text/html; charset=nonsense", "Größe".encode("cp1252"), "Größe"),
        (b"text/html", "Größe".encode(), "Größe"),
    ],
)
def test_wrong_charsets_are_survived(header: bytes, body: bytes, text: str) -> None:
    """A charset that is wrong, unknown or missing still gives the text."""
    reading = read_eml(b"Content-Type: " + header + b"\r\n\r\n<p>" + body + b"</p>")
    assert reading.html is not None
    assert reading.html.document.text == text


def test_an_attached_email_is_an_attachment() -> None:
    """The text of a forwarded email is not taken for the message."""
    inner = EmailMessage()
    inner["Subject"] = "inner"
    inner.set_content("<p>inner</p>", subtype="html")
    outer = EmailMessage()
    outer.set_content("outer")
    outer.add_attachment(inner)
    reading = read_eml(outer.as_bytes())
    assert reading.html is None
    assert reading.text is not None
    assert reading.text.document.text.strip() == "outer"
    assert [part.type for part in reading.attachments] == ["message/rfc822"]
    assert b"inner" in reading.attachments[0].data


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe\x00", b"Subject: =?utf-8?q?=ZZ?=\r\n\r\n", b"a: b"]
)
def test_broken_emails_are_survived(data: bytes) -> None:
    """Anything can be read as an email, if only as an empty one."""
    assert isinstance(read_eml(data).subject, str)


def test_size_is_bounded() -> None:
    """More than 25 MB is refused with one sentence."""
    with pytest.raises(DocumentError, match=r"^The email .*\.$"):
        read_eml(b"x" * 25_000_001)


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Type: message/rfc822\n\n" * 3000,
        b"Content-Type: text/plain; " + b"(" * 9000 + b"\n\nhi",
        b"Content-Type: text/plain; " + b"a=b; " * 20_000 + b"\n\nhi",
        b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nhi",
    ],
    ids=["parts", "comments", "parameters", "words"],
)
def test_what_would_take_long_is_refused(data: bytes) -> None:
    """Emails made to keep a reader busy are refused with one sentence, and at once."""
    with pytest.raises(DocumentError, match=r"^The email .*\.$"):
        read_eml(data)


def test_a_long_list_of_recipients_is_no_reason_to_refuse() -> None:
    """Only headers that are read are bounded."""
    data = b"To: " + b"ada@example.com, " * 2000 + b"\nSubject: Late\n\nhi"
    assert read_eml(data).subject == "Late"
