"""What is left of the HTML that other programs put on the clipboard."""

from pathlib import Path

import pytest

from composer.document import Document, Placeholder
from composer.document.foreign import cleaned, from_word, has_look
from composer.document.html.reader import read_html
from composer.document.html.writer import write_body
from composer.policy import Policy

CLIPBOARD = Path(__file__).parents[2] / "data" / "clipboard"
KINDS = sorted(path.stem for path in CLIPBOARD.glob("*.html"))
TABLE = Policy.load().placeholder_table()


def read(kind: str) -> Document:
    """The clipboard of one program as a document."""
    return read_html((CLIPBOARD / f"{kind}.html").read_text("utf-8"), TABLE).document


def clean(source: str) -> str:
    """What is left of a piece of HTML, on one line."""
    body = write_body(cleaned(read_html(source, TABLE).document))
    return "".join(line.strip() for line in body.splitlines())


@pytest.mark.parametrize("kind", KINDS)
def test_each_program_gives_structure_alone(kind: str) -> None:
    """Words, emphasis, headings, lists, links and tables are left, and nothing about their look."""
    expected = (CLIPBOARD / "cleaned" / f"{kind}.html").read_text("utf-8")

    assert write_body(cleaned(from_word(read(kind)))) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_clean_stays_as_it_is(kind: str) -> None:
    """Cleaning twice is cleaning once, and the second time nothing is said to be lost."""
    once = cleaned(from_word(read(kind)))

    assert cleaned(once) == once
    assert not has_look(once)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in {"hostile", "web_page"}])
def test_no_words_are_lost(kind: str) -> None:
    """Every word that shows in the other program is there, in the same order."""
    document = from_word(read(kind))

    assert _words(cleaned(document)) == _words(document)


def _words(document: Document) -> list[str]:
    return document.text.replace("\xa0", " ").split()


def test_other_tools_placeholders_are_known() -> None:
    """Variables of mail tools, in every spelling, are placeholders with the names they have here."""
    found = {
        inline.spelling: inline.name
        for _, _, inline in cleaned(read("seller_tool")).runs()
        if isinstance(inline, Placeholder)
    }

    assert found["[[order-id]]"] == found["%%ORDER_ID%%"] == "order_id"
    assert found["{{ buyer.name }}"] == found["{BUYER_NAME}"] == "buyer_name"


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("<div>a</div><div>b</div>", "<p>a</p><p>b</p>"),
        ("<div>a</div><div>b</div><div><br></div><div>c</div>", "<p>a<br>b</p><p>c</p>"),
        ("<p>a</p><p>&nbsp;</p><p> </p><p>b</p><p><br></p>", "<p>a</p><p>b</p>"),
        (
            "<p style='margin:0'>a</p><p style='margin:0'>b</p><br><p style='margin:0cm'>c</p>",
            "<p>a<br>b</p><p>c</p>",
        ),
        ("a<br><br><br>b<br>c<br>", "<p>a</p><p>b<br>c</p>"),
        ("<p>\u3000</p><p>a&nbsp;</p><p>&nbsp;b</p>", "<p>a</p><p>b</p>"),
        ("<pre>a\n\n\nb</pre><p>c</p>", "<pre>a<br><br><br>b</pre><p>c</p>"),
        ("<p>a</p><hr><p></p>", "<p>a</p><hr>"),
        ("<p><img src='https://a.b/c.png'></p>", '<p><img src="https://a.b/c.png"></p>'),
    ],
)
def test_empty_lines_part_paragraphs(source: str, left: str) -> None:
    """Where lines stand close, an empty one ends a paragraph; anywhere else it is only room."""
    assert clean(source) == left


@pytest.mark.parametrize("source", ["<p><br></p>", "<span> </span>", "", "<br>", "&nbsp;"])
def test_nothing_is_one_line(source: str) -> None:
    """Where nothing shows there is one line, not many."""
    assert len(cleaned(read_html(source).document).blocks) == 1


def test_spaces_beside_a_single_word_stay() -> None:
    """A word copied with its space is put in with it."""
    assert cleaned(read_html("<span>&nbsp;word&nbsp;</span>").document).text == "\xa0word\xa0"


@pytest.mark.parametrize(
    ("source", "left"),
    [
        (
            "<div><ul><li>a</ul></div><div><ul><li>b</ul></div>",
            "<ul><li>a</li></ul><ul><li>b</li></ul>",
        ),
        ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
        ("<ol type=a><li>a</ol>", '<ol type="a"><li>a</li></ol>'),
        ("<ul style='list-style-type:square'><li>a</ul>", "<ul><li>a</li></ul>"),
    ],
)
def test_lists(source: str, left: str) -> None:
    """Lists stay apart as they were, with their numbering."""
    assert clean(source) == left


def test_tables_for_layout_are_dissolved() -> None:
    """A table with one cell in each row holds text in place; one with two says what belongs."""
    inner = "<table><tr><td>a</td><td>b</td></tr></table>"
    outer = f"<table><tr><td><p>x</p></td></tr><tr><td>{inner}</td></tr></table>"

    assert clean(outer) == f"<p>x</p>{inner}"


def test_empty_cells_stay() -> None:
    """A cell without words keeps those beside it in their columns."""
    row = "<tr><td></td><td>a</td></tr>"

    assert clean(f"<table>{row}</table>") == f"<table>{row}</table>"


@pytest.mark.parametrize(
    "source",
    [
        "<div style='display:none'>x</div>",
        "<div style='max-height:0;overflow:hidden'><p>x</p></div>",
        "<p>a<span style='display:none'>x</span></p>",
        "<p style='mso-hide:all'>x</p>",
        "<img src='https://a.b/c.png' style='display:none'>",
    ],
)
def test_what_is_hidden_there_is_not_shown_here(source: str) -> None:
    """Words that nobody sees in the other program do not come to light by pasting."""
    assert clean(f"<p>a</p>{source}") in {"<p>a</p>", "<p>a</p><p>a</p>"}


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("<p style='font-weight:bold'>a</p>", "<p><b>a</b></p>"),
        ("<div style='font-style:italic'><p>a</p></div>", "<p><i>a</i></p>"),
        ("<p style='text-decoration:underline'>a</p>", "<p><u>a</u></p>"),
        (
            "<p style='font-weight:600'>a<span style='font-weight:400'>b</span></p>",
            "<p><b>a</b>b</p>",
        ),
        ("<h2 style='font-weight:bold'>a</h2>", "<h2>a</h2>"),
        ("<div style='font-weight:bold'><p style='font-weight:normal'>a</p></div>", "<p>a</p>"),
    ],
)
def test_emphasis_set_around_words_stays(source: str, left: str) -> None:
    """Bold text is bold whether an element or a style around it says so."""
    assert clean(source) == left


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", " java\tscript:x", "data:text/html,x", "file:///etc/passwd", "#a", ""],
)
def test_links_that_a_message_cannot_follow_are_words(href: str) -> None:
    """Code, files and places in another document are no targets."""
    assert clean(f'<p><a href="{href}">a</a></p>') == "<p>a</p>"


def test_links_keep_target_and_title_alone() -> None:
    """What mail programs note about a link goes; a link is underlined anyway."""
    source = '<a href="mailto:a@b.c" title="t" class="x" target="_blank" data-auth="y"><u>a</u></a>'

    assert clean(f"<p>{source}</p>") == '<p><a href="mailto:a@b.c" title="t">a</a></p>'


def test_right_to_left_stays() -> None:
    """The direction is kept where it is not the common one."""
    assert clean('<p dir="rtl">a</p><p dir="ltr">b</p>') == '<p dir="rtl">a</p><p>b</p>'
