"""Pictures inside pasted HTML, and those that are elsewhere."""

import base64

import pytest

from composer.document import Image
from composer.document.foreign.pictures import is_on_the_web, unpacked, with_sources
from composer.document.html.reader import read_html

DATA = base64.b64encode(b"\x89PNG picture").decode()


@pytest.mark.parametrize("quote", ['"', "'", ""])
def test_pictures_are_taken_out(quote: str) -> None:
    """Their bytes stand under the name that is in the HTML now, which is short again."""
    source = f"<p>a<img alt=b src={quote}data:image/png;base64,{DATA}{quote}></p>"
    page = unpacked(source * 2)

    assert list(page.pictures.values()) == [b"\x89PNG picture"] * 2
    images = [inline for _, _, inline in read_html(page.html).document.runs()]
    assert [i.src for i in images if isinstance(i, Image)] == list(page.pictures)


def test_lines_and_escapes_inside_are_read() -> None:
    """Base 64 is broken into lines by some and escaped by others."""
    source = f'<img src="data:image/jpeg;base64,{DATA[:5]}\n {DATA[5:].replace("=", "%3D")}">'

    assert list(unpacked(source).pictures.values()) == [b"\x89PNG picture"]


def test_what_is_no_picture_is_nothing() -> None:
    """Broken data leaves a picture without a source; other data stays what it is."""
    assert unpacked('<img src="data:image/png;base64,a">').html == '<img src="">'
    other = '<img src="data:image/svg+xml;base64,PHN2Zz4=">'
    assert unpacked(other).html == other


def test_pictures_without_a_place_are_left_out() -> None:
    """What is asked gives a source or none; it is asked once about each."""
    asked: list[str] = []

    def where(source: str) -> str | None:
        asked.append(source)
        return "kept.png" if source == "a" else None

    read = read_html("<p>1<img src=a>2<img src=b>3<img src=b><img src=a></p>").document
    document, left_out = with_sources(read, where)

    assert document.text == "1\ufffc23\ufffc"
    assert {i.src for _, _, i in document.runs() if isinstance(i, Image)} == {"kept.png"}
    assert left_out == 2
    assert asked == ["a", "b"]


@pytest.mark.parametrize("source", ["https://a.b/c.png", "HTTP://a.b/c", "//a.b/c.png"])
def test_pictures_on_the_web(source: str) -> None:
    """An address with a host can be asked by every reader."""
    assert is_on_the_web(source)


@pytest.mark.parametrize(
    "source", ["file:///C:/a.png", "C:\\a.png", "a.png", "cid:1", "data:image/svg+xml,x", "blob:x"]
)
def test_pictures_on_somebodys_computer(source: str) -> None:
    """Files, parts of a mail and data without a place are on no web."""
    assert not is_on_the_web(source)
