import base64
from collections.abc import Callable
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from composer.document import Image
from composer.library.errors import LibraryError
from composer.library.files import StoredTemplate
from composer.library.folder import Library, read_image
from composer.library.source_file import Scene
from composer.template import Template

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8
GIF = b"GIF89a" + b"\0" * 8
ImportData = Callable[..., StoredTemplate]


@pytest.fixture
def import_data(library: Library, tmp_path: Path) -> ImportData:
    """Import a file with these bytes."""

    def work(name: str, data: bytes, scene: Scene | None = None) -> StoredTemplate:
        folder = tmp_path / "downloads"
        folder.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
        path = folder / name
        return library.import_file(path, scene) if scene else library.import_file(path)

    return work


def images(template: Template) -> list[str]:
    """Return the sources of the pictures in the body."""
    return [run.src for _, _, run in template.body.runs() if isinstance(run, Image)]


@pytest.mark.parametrize(
    ("name", "data", "subject", "body", "channel"),
    [
        ("a.txt", b"Subject: Hi\n\nHello", "Hi", "Hello", "contact-form"),
        (
            "a.txt",
            b"\xef\xbb\xbfBetreff: Gr\xc3\xbc\xc3\x9fe\r\nHallo",
            "Grüße",
            "Hallo",
            "contact-form",
        ),
        ("a.txt", b"Gr\xfc\xdfe", "", "Grüße", "contact-form"),
        ("a.txt", "Grüße".encode("utf-16"), "", "Grüße", "contact-form"),
        ("a.md", b"**Hello**", "", "Hello", "contact-form"),
        ("a.htm", b"<title>Hi</title><p>Hello", "Hi", "Hello", "email"),
        ("A.HTML", b"<meta charset=latin1><p>Gr\xfc\xdfe", "", "Grüße", "email"),
        ("a.eml", b"Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\n\r\nHello", "Grüße", "Hello", "email"),
    ],
)
def test_messages_of_every_kind_come_in(
    import_data: ImportData, name: str, data: bytes, subject: str, body: str, channel: str
) -> None:
    """Subject, words and channel are known, the reason is not; encodings are no matter."""
    template = import_data(name, data).template

    assert template.subject.text == subject
    assert template.body.text == body
    assert (template.channel, template.reason) == (channel, "")
    assert template.name.lower() == "a"


def test_imported_template_is_in_the_library(library: Library, import_data: ImportData) -> None:
    """What was imported is a file like all others, named after where it came from."""
    stored = import_data("My old_mail (2).txt", b"Hello {{order_id}}")

    assert stored.template.name == "My old mail (2)"
    assert stored.path == library.folder / "my-old-mail-2.html"
    assert library.entries() == (stored,)


def test_caller_may_say_what_for(import_data: ImportData) -> None:
    """Reason, marketplace and language can be given along."""
    scene = Scene(reason="reply", marketplace="amazon.de")
    template = import_data("a.txt", b"Hallo", scene).template

    assert (template.reason, template.marketplace) == ("reply", "amazon.de")
    assert template.language == "de-DE"


def test_template_files_keep_what_they_say(import_data: ImportData) -> None:
    """A template of another library keeps name and purpose, but nobody else's decisions."""
    approval = '{"content": "x", "edition": "x", "date": "x"}'
    aside = '{"rule": "x", "part": "body", "text": "x", "before": "", "after": "", "reason": "x"}'
    page = f"""<html lang="fr-CA"><title>Commande</title>
        <meta name="permitted:version" content="1">
        <meta name="permitted:name" content="Bonjour">
        <meta name="permitted:reason" content="reply">
        <meta name="permitted:marketplace" content="amazon.ca">
        <meta name="permitted:approval" content='{approval}'>
        <meta name="permitted:set-aside" content='{aside}'>
        <p>Bonjour"""
    template = import_data("a.html", page.encode()).template

    assert (template.name, template.reason, template.language) == ("Bonjour", "reply", "fr-CA")
    assert template.marketplace == "amazon.ca"
    assert template.approval is None
    assert template.set_aside == ()


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.txt", b"", "is empty"),
        ("a.html", b"<p>  </p>", "is empty"),
        ("a.eml", b"Subject: Hi\r\n\r\n", "is empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "not a text file"),
        ("a.html", b"PK\3\4\0\0", "not a text file"),
        ("a.docx", b"PK\3\4", "is not a message. Messages end in .eml, .htm"),
        ("a.png", PNG, "is not a message"),
        ("a.txt", b"a" * 5_000_001, "larger than 5 MB"),
        ("a.eml", b"a: b\r\n" * 1_000_000, "larger than 5 MB"),
        ("a.html", b"<div>" * 5000 + b"x", "cannot be imported"),
    ],
)
def test_what_is_no_message_is_one_sentence(
    library: Library, import_data: ImportData, name: str, data: bytes, words: str
) -> None:
    """Empty, huge and other files are refused by name, and nothing is made of them."""
    with pytest.raises(LibraryError) as refusal:
        import_data(name, data)

    message = str(refusal.value)
    assert words in message
    assert message.startswith(f"“{name}” ")
    assert message.endswith(".")
    assert not message.endswith("..")
    assert list(library.folder.iterdir()) == []


def test_missing_file_is_one_sentence(library: Library, tmp_path: Path) -> None:
    """A file that went away while it was dragged in is no crash."""
    with pytest.raises(LibraryError, match="cannot be opened"):
        library.import_file(tmp_path / "gone.html")


def test_pictures_of_an_email_become_files(import_data: ImportData) -> None:
    """What the mail shows inside its text is kept beside the template, by what it really is."""
    email = EmailMessage(policy=SMTP)
    email["Subject"] = "Hi"
    email.set_content("Hello")
    email.add_alternative(
        '<p>Hello <img src="cid:logo@x" alt="A"> <img src="cid:fake" alt="B">'
        ' <img src="cid:none" alt="C"></p>',
        subtype="html",
    )
    page = email.get_body(("html",))
    assert isinstance(page, EmailMessage)
    page.add_related(GIF, maintype="image", subtype="png", cid="<logo@x>")
    page.add_related(b"MZ", maintype="image", subtype="png", cid="<fake>")

    stored = import_data("a.eml", bytes(email))

    assert images(stored.template) == ["a.files/picture.gif", "cid:fake", "cid:none"]
    assert read_image(stored.path, "a.files/picture.gif") == GIF
    assert [it.name for it in (stored.path.parent / "a.files").iterdir()] == ["picture.gif"]


def test_pictures_written_into_the_address_become_files(import_data: ImportData) -> None:
    """A data address is a picture like any other; what is none stays, to be flagged."""
    coded = base64.b64encode(PNG).decode()
    page = (
        f'<p>Hi <img src="data:image/png;base64,{coded}" alt="A">'
        '<img src="data:image/png;base64,!" alt="B"><img src="data:text/html,x" alt="C"></p>'
    )

    stored = import_data("a.html", page.encode())

    first, *others = images(stored.template)
    assert read_image(stored.path, first) == PNG
    assert others == ["data:image/png;base64,!", "data:text/html,x"]


def test_pictures_beside_a_page_come_along(import_data: ImportData, tmp_path: Path) -> None:
    """Pictures in the page's folder are copied; nothing else on this computer is."""
    folder = tmp_path / "downloads"
    (folder / "a_files").mkdir(parents=True)
    (folder / "a_files" / "box 1.png").write_bytes(PNG)
    (folder / "private.txt").write_bytes(b"secret")
    (folder / ".hidden.png").write_bytes(PNG)
    (tmp_path / "outside.png").write_bytes(PNG)
    sources = [
        "a_files/box%201.png",
        "private.txt",
        ".hidden.png",
        "../outside.png",
        f"{tmp_path}/outside.png",
        f"file://{tmp_path}/outside.png",
        "gone.png",
        "https://example.com/a.png",
    ]
    page = "<p>Hi " + "".join(f'<img src="{it}" alt="A">' for it in sources)

    stored = import_data("a.html", page.encode())

    assert images(stored.template) == ["a.files/box-1.png", *sources[1:]]
    assert read_image(stored.path, "a.files/box-1.png") == PNG
    assert len(list((stored.path.parent / "a.files").iterdir())) == 1


def test_pictures_are_bounded(import_data: ImportData, tmp_path: Path) -> None:
    """A page with a thousand pictures does not fill the library."""
    folder = tmp_path / "downloads"
    folder.mkdir()
    for number in range(60):
        (folder / f"{number}.png").write_bytes(PNG)
    page = "<p>Hi " + "".join(f'<img src="{it}.png" alt="A">' for it in range(60))

    stored = import_data("a.html", page.encode())

    assert len(list((stored.path.parent / "a.files").iterdir())) == 50
