import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.document import Block, Document, Image, Text
from composer.library.names import picture_names, slug
from composer.library.pictures import (
    MAX_PICTURE_BYTES,
    image_folder,
    is_local,
    picture_sources,
    picture_type,
    read_image,
    with_sources,
)

PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 8


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """The path of a template with a picture, and secrets around it."""
    folder = tmp_path / "library"
    (folder / "my note.files" / "deep").mkdir(parents=True)
    (folder / "my note.files" / "logo 1.png").write_bytes(PNG)
    (folder / "my note.files" / "deep" / "a.png").write_bytes(b"deep")
    (folder / "my note.filesystem").write_bytes(b"secret")
    (folder / "secret.txt").write_bytes(b"secret")
    (tmp_path / "secret.txt").write_bytes(b"secret")
    return folder / "my note.html"


@pytest.mark.parametrize(
    ("source", "data"),
    [
        ("my note.files/logo 1.png", PNG),
        ("my%20note.files/logo%201.png", PNG),
        ("./my note.files/logo 1.png", PNG),
        ("my note.files/deep/a.png", b"deep"),
        ("my note.files/missing.png", None),
        ("my note.files/deep", None),
        ("my note.files", None),
        ("", None),
    ],
)
def test_pictures_are_found_beside_the_template(
    template: Path, source: str, data: bytes | None
) -> None:
    """A source names a file in the template's folder, written as it is or percent-encoded."""
    assert read_image(template, source) == data


@pytest.mark.parametrize(
    "source",
    [
        "secret.txt",
        "my note.filesystem",
        "../secret.txt",
        "my note.files/../secret.txt",
        "my note.files/../../secret.txt",
        "my%20note.files/%2e%2e/secret.txt",
        "my note.files/..%2f..%2fsecret.txt",
        "..\\secret.txt",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "//localhost/secret.txt",
        "file:///etc/passwd",
        "FILE:secret.txt",
        "my note.files/\0",
        "my note.files/" + "a" * 5000,
        "https://example.com/a.png",
        "data:image/png;base64,AAAA",
    ],
)
def test_nothing_outside_the_folder_is_read(template: Path, source: str) -> None:
    """No way of writing a source reaches another file of this computer."""
    assert read_image(template, source) is None


def test_absolute_paths_count_even_for_our_own_files(template: Path) -> None:
    """A path into the folder from the root is no way to name a picture elsewhere."""
    outside = template.parent / "secret.txt"

    assert read_image(template, str(outside)) is None


@pytest.mark.skipif(os.name != "posix", reason="needs links")
def test_links_do_not_lead_out(template: Path, tmp_path: Path) -> None:
    """A link inside the folder, or the folder as a link, opens nothing outside."""
    (template.parent / "my note.files" / "link.png").symlink_to(tmp_path / "secret.txt")
    (template.parent / "other.files").symlink_to(tmp_path)

    assert read_image(template, "my note.files/link.png") is None
    assert read_image(template.with_name("other.html"), "other.files/secret.txt") is None


def test_huge_pictures_are_not_read(template: Path) -> None:
    """What no mail program would take does not fill the memory."""
    with (image_folder(template) / "big.png").open("wb") as file:
        file.truncate(MAX_PICTURE_BYTES + 1)

    assert read_image(template, "my note.files/big.png") is None


@given(st.text(max_size=40))
def test_any_source_is_read_safely(tmp_path_factory: pytest.TempPathFactory, source: str) -> None:
    """No source raises, and without a folder none is found."""
    assert read_image(tmp_path_factory.getbasetemp() / "a.html", source) is None


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (PNG, "png"),
        (b"\xff\xd8\xff\xe0", "jpeg"),
        (b"GIF89a", "gif"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "webp"),
        (b"BM\x0a\n\0\0\0\0\0\0", "bmp"),
        (b"BMW and other cars", None),
        (b"<svg/>", None),
        (b"", None),
    ],
)
def test_pictures_are_known_by_their_bytes(data: bytes, kind: str | None) -> None:
    """What a picture is says its content, whatever its name."""
    assert picture_type(data) == kind


def test_sources_are_replaced_and_nothing_else() -> None:
    """Pictures get their new places; words and other pictures stay."""
    one, two = Image("a.png", alt="A"), Image("b.png", width="50%")
    document = Document((Block(inlines=(Text("a.png "), one, two, one)), Block()))

    changed = with_sources(document, {"a.png": "x.files/a.png"})

    assert picture_sources(changed) == ("x.files/a.png", "b.png")
    assert with_sources(changed, {"x.files/a.png": "a.png"}) == document
    assert changed.text == document.text


@pytest.mark.parametrize(
    ("source", "local"),
    [
        ("a.png", True),
        ("x.files/a b.png", True),
        ("cid:image1", False),
        ("//host/a.png", False),
        ("https://host/a.png", False),
        (" data:image/png,", False),
        ("", False),
        ("#a", False),
    ],
)
def test_local_sources_are_told_from_addresses(source: str, local: bool) -> None:
    """Only names of files count as local."""
    assert is_local(source) is local


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Where is my order?", "where-is-my-order"),
        ("Überraschung & Größe", "überraschung-größe"),
        ("मेरा ऑर्डर", "मेरा-ऑर्डर"),
        ("注文のお知らせ", "注文のお知らせ"),
        ("../../etc/passwd", "etc-passwd"),
        ("😀", "template"),
        ("CON", "con-template"),
        ("com1", "com1-template"),
        ("", "template"),
        ("a" * 300, "a" * 60),
    ],
)
def test_names_become_file_names(name: str, expected: str) -> None:
    """Letters of every script stay; what a file system or Windows forbids goes."""
    assert slug(name) == expected


@given(st.text(max_size=300))
def test_any_name_makes_a_file_name(name: str) -> None:
    """No name is too long, hidden or leads to another folder."""
    made = slug(name)

    assert 0 < len(made.encode()) <= 240
    assert made[0] not in ".-"
    assert not set(made) & set('/\\:*?"<>|\0')


def test_pictures_are_named_apart() -> None:
    """Two pictures of one name, and those without any, get names of their own."""
    pictures = {
        "one/logo.png": PNG,
        "two/logo.jpg": PNG,
        "cid:part1@host": b"GIF89a",
        "data:image/png,xxx": PNG,
        "data:image/png,yyy": PNG,
        "x.files/Drawing%201.svg": b"<svg/>",
    }

    assert list(picture_names(pictures).values()) == [
        "logo.png",
        "logo-2.png",
        "picture.gif",
        "picture.png",
        "picture-2.png",
        "drawing-1.svg",
    ]
