import re
from collections.abc import Callable
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.document import Block, Document, Image, LineBreak, Placeholder, Text
from composer.document.html.reader import read_html
from composer.export.email_draft import write_draft
from composer.export.formats import Format, as_html, as_subject, as_text, render
from composer.export.placeholders import left_to_fill_in
from composer.library.approval import no_images
from composer.lint.engine import Linter
from composer.template import Template

MakeTemplate = Callable[..., Template]
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8
GIF = b"GIF89a" + b"\0" * 8
BODY = """<p>Hello,</p><p>order {{order_id}} – “Grüße” &amp; 😀<br>is late. """
BODY += '<a href="https://www.amazon.com/gp/css/order-history">Your orders</a></p>'

lines = st.text(st.sampled_from("ab  =.<&é日😀\u00a0\u2003-*#>1"), max_size=40)
inlines = st.one_of(
    lines.map(Text), st.just(LineBreak()), st.just(Placeholder("order_id")), st.just(Image("a.png"))
)
bodies = st.lists(st.lists(inlines, max_size=6), max_size=6).map(
    lambda found: Document(tuple(Block(inlines=tuple(it)) for it in found) or (Block(),))
)


def opened(data: bytes) -> EmailMessage:
    """Return the email as any mail program would open it."""
    return message_from_bytes(data, policy=default)


def part(email: EmailMessage, kind: str) -> str:
    """Return the text of one part with the line ends of a file."""
    found = email.get_body((kind,))
    assert isinstance(found, EmailMessage)
    content: str = found.get_content()
    return content.replace("\r\n", "\n")


def test_html_is_the_message_and_nothing_else(make_template: MakeTemplate) -> None:
    """The page reads back to the same body, and has none of our notes."""
    template = make_template(BODY, name="Secret name")

    exported = render(template, Format.HTML, no_images)
    reading = read_html(exported.text)

    assert exported.data == exported.text.encode()
    assert reading.document == template.body
    assert (reading.title, reading.lang) == ("Order {{order_id}}", "en-US")
    assert "permitted" not in exported.text
    assert "Secret" not in exported.text


def test_direction_stands_in_the_page(make_template: MakeTemplate) -> None:
    """Languages that run from right to left say so."""
    exported = render(make_template("<p>مرحبا</p>", language="ar"), Format.HTML, no_images, "rtl")

    assert '<html lang="ar" dir="rtl">' in exported.text


def test_text_is_the_body_alone(make_template: MakeTemplate) -> None:
    """The contact form sets its own subject; words, variables and addresses are all there."""
    exported = render(make_template(BODY), Format.TEXT, no_images)

    assert exported.text.startswith("Hello,\n\norder {{order_id}} – “Grüße” & 😀\nis late. ")
    assert "https://www.amazon.com/gp/css/order-history" in exported.text
    assert "Order {{order_id}}" not in exported.text


def test_email_opens_with_the_same_content(make_template: MakeTemplate) -> None:
    """Subject, text and HTML are those of the other formats, in a draft."""
    template = make_template(BODY, subject="Große Änderung an Ihrer Bestellung {{order_id}} – 😀")
    email = opened(render(template, Format.EML, no_images).data)

    assert str(email["Subject"]) == as_subject(template)
    assert email["X-Unsent"] == "1"
    assert part(email, "html") == as_html(template)
    assert part(email, "plain").rstrip("\n") == as_text(template).rstrip("\n")
    assert [it.get_content_type() for it in email.walk()] == [
        "multipart/alternative",
        "text/plain",
        "text/html",
    ]


def test_plain_text_counts_the_pictures_it_leaves_out(make_template: MakeTemplate) -> None:
    """Their descriptions are no words of the message; an email's text has them, set apart."""
    template = make_template('<p>Wait.<img src="a.png" alt="A map"></p><p><img src="b.png"></p>')
    text, email = (render(template, kind, lambda _: PNG) for kind in (Format.TEXT, Format.EML))

    assert (text.text, text.left_out) == ("Wait.", 2)
    assert part(opened(email.data), "plain").rstrip("\n") == "Wait. A map"
    assert email.left_out == 0


def test_what_is_left_to_fill_in_is_known(make_template: MakeTemplate, linter: Linter) -> None:
    """Each placeholder once, in the order of the text, where links lead included."""
    html = (
        "<p>{{buyer_name}}, {{order_id}} and {{order_id}}</p>"
        '<p><a href="{{order_link}}">It</a> {{ours}}</p>'
    )
    text = render(make_template(html), Format.TEXT, no_images).text
    found = left_to_fill_in(text, linter.policy.placeholder_table())

    assert [it.name for it in found] == ["buyer_name", "order_id", "order_link", "ours"]


@pytest.mark.parametrize("kind", list(Format))
def test_same_template_gives_same_bytes(make_template: MakeTemplate, kind: Format) -> None:
    """Exports can be compared and kept under version control."""
    template = make_template(BODY + '<p><img src="a.png" alt="A"></p>')

    first, second = (render(template, kind, lambda _: PNG).data for _ in range(2))

    assert first == second


def test_pictures_are_inside_the_email(make_template: MakeTemplate) -> None:
    """Each picture is one part, named by its Content-ID; what is no picture is said to be left."""
    files = {"a b.files/x&y.png": PNG, "a.files/b.gif": GIF, "a.files/c.svg": b"<svg/>"}
    sources = [*files, "a b.files/x&y.png", "gone.png", "https://example.com/z.png"]
    page = "".join(f'<img src="{it.replace("&", "&amp;")}" alt="A">' for it in sources)
    exported = render(make_template(f"<p>{page}</p>"), Format.EML, files.get)
    email = opened(exported.data)
    held = {
        it["Content-ID"]: (it.get_content_type(), it.get_payload(decode=True))
        for it in email.walk()
        if it["Content-ID"]
    }

    assert held == {"<image1>": ("image/png", PNG), "<image2>": ("image/gif", GIF)}
    assert re.findall(r'src="(.*?)"', part(email, "html")) == [
        "cid:image1",
        "cid:image2",
        "a.files/c.svg",
        "cid:image1",
        "gone.png",
        "https://example.com/z.png",
    ]
    assert exported.hosted == ("a.files/c.svg", "gone.png")


def test_html_says_which_pictures_need_a_host(make_template: MakeTemplate) -> None:
    """A page cannot carry its pictures to the buyer: they are named, each once."""
    page = '<p><img src="a.files/b.png" alt="A"><img src="https://e.com/c.png" alt="A"></p>' * 2
    exported = render(make_template(page), Format.HTML, {"a.files/b.png": PNG}.get)

    assert exported.hosted == ("a.files/b.png",)
    assert [(it.source, it.data) for it in exported.pictures] == [("a.files/b.png", PNG)]


@pytest.mark.parametrize(
    "subject",
    [
        "Hi\r\nBcc: someone@example.com",
        "Hi\nBcc: someone@example.com",
        "Hi\u2028Bcc: x",
        "Hi\x0bBcc: x\x0c\x1c\x85",
        "Hi\x01\x7f",
        "=?utf-8?q?Hi=0D=0ABcc:_x?=",
    ],
)
def test_subject_never_makes_another_header(subject: str) -> None:
    """Whatever a subject holds, it stays one line of words."""
    document = Document((Block(inlines=(Text(subject),)),))
    template = Template(subject=document, body=document)
    email = opened(render(template, Format.EML, no_images).data)

    assert "Bcc" not in email
    assert str(email["Subject"]) == as_subject(template)
    assert len(as_subject(template).splitlines()) == 1


def test_draft_refuses_a_subject_of_several_lines() -> None:
    """The writer itself does not trust its caller."""
    with pytest.raises(ValueError, match="one line"):
        write_draft("Hi\nBcc: x", "text", "<p>text</p>", ())


@given(st.text(st.sampled_from('ab {}=?_<>,;:"\\é日本😀\u00a0\n\r'), max_size=200))
def test_any_subject_survives_the_email(subject: str) -> None:
    """Long subjects in any script come back letter by letter, spaces included."""
    template = Template(subject=Document((Block(inlines=(Text(subject),)),)))
    data = render(template, Format.EML, no_images).data

    assert str(opened(data)["Subject"]) == as_subject(template)
    head = data.partition(b"\r\n\r\n")[0]
    assert max(map(len, head.split(b"\r\n"))) <= 998


@given(bodies)
def test_any_body_survives_the_email(body: Document) -> None:
    """Both texts come back as they were, within the line lengths of mail."""
    template = Template(body=body)
    data = render(template, Format.EML, no_images).data
    email = opened(data)

    assert part(email, "html") == as_html(template)
    assert part(email, "plain").rstrip("\n") == as_text(template).rstrip("\n")
    assert max(map(len, data.split(b"\r\n"))) <= 998
    assert data.count(b"\n") == data.count(b"\r\n")


@given(bodies)
def test_text_never_has_three_line_breaks(body: Document) -> None:
    """Plain text keeps S-BRK by itself: never more than two breaks in a row."""
    text = as_text(Template(body=body))

    assert re.search(r"\n[ \t\u00a0\u2003]*\n[ \t\u00a0\u2003]*\n", text) is None


def test_pictures_of_html_can_go_to_a_folder_of_its_own(make_template: MakeTemplate) -> None:
    """Each under a name of its own; what is not there keeps its source and is named."""
    files = {"a.files/b.png": PNG, "c.files/b.png": GIF}
    page = "".join(f'<img src="{it}" alt="A">' for it in (*files, "gone.png", "a.files/b.png"))
    exported = render(make_template(f"<p>{page}</p>"), Format.HTML, files.get, folder="my x.files")

    assert re.findall(r'src="(.*?)"', exported.text) == [
        "my%20x.files/b.png",
        "my%20x.files/b.gif",
        "gone.png",
        "my%20x.files/b.png",
    ]
    assert {it.source: it.data for it in exported.pictures} == {
        "my%20x.files/b.png": PNG,
        "my%20x.files/b.gif": GIF,
    }
    assert exported.hosted == ("my%20x.files/b.png", "my%20x.files/b.gif", "gone.png")
    assert dict(exported.moved) == {
        "my%20x.files/b.png": "a.files/b.png",
        "my%20x.files/b.gif": "c.files/b.png",
    }
