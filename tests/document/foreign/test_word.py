"""Word's fake lists as real ones."""

import pytest

from composer.document.foreign import from_word
from composer.document.html.reader import read_html
from composer.document.html.writer import write_body


def item(level: int, mark: str, words: str, name: str = "l0") -> str:
    """A list item as Word writes it."""
    return (
        f"<p style='mso-list:{name} level{level} lfo1'><![if !supportLists]>"
        f"<span style='font-family:Symbol'><span style='mso-list:Ignore'>{mark}"
        "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span></span>"
        f"<![endif]>{words}<o:p></o:p></p>\n"
    )


def read(*parts: str) -> str:
    """What becomes of Word's HTML, on one line."""
    body = write_body(from_word(read_html("".join(parts)).document))
    return "".join(line.strip() for line in body.splitlines())


@pytest.mark.parametrize(
    ("mark", "start"),
    [
        ("·", "<ul>"),
        ("§", "<ul>"),
        ("o", "<ul>"),
        ("", "<ul>"),
        ("1.", "<ol>"),
        ("1", "<ol>"),
        ("(1)", "<ol>"),
        ("7)", '<ol start="7">'),
        ("1.2.", '<ol start="2">'),
        ("a.", '<ol style="list-style-type: lower-alpha">'),
        ("C)", '<ol start="3" style="list-style-type: upper-alpha">'),
        ("i.", '<ol style="list-style-type: lower-roman">'),
        ("IV.", '<ol style="list-style-type: upper-roman">'),
        ("一、", "<ol>"),
    ],
)
def test_the_mark_says_which_list_it_is(mark: str, start: str) -> None:
    """Bullets of every font make one kind of list, numbers and letters the other."""
    assert read(item(1, mark, "words")).startswith(f"{start}<li>words</li></")


def test_levels_nest() -> None:
    """A deeper level goes into the item before it, and back out again."""
    source = item(1, "1.", "a"), item(2, "·", "b"), item(3, "·", "c"), item(1, "2.", "d")

    assert read(*source) == ("<ol><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li><li>d</li></ol>")


def test_a_list_that_begins_deep_and_skips_levels_is_whole() -> None:
    """A piece cut out of a list keeps its items in order, each only as deep as it can stand."""
    source = item(3, "·", "a"), item(2, "·", "b"), item(5, "·", "c"), item(1, "·", "d")

    assert read(*source) == (
        "<ul><li>a</li></ul><ul><li>b<ul><li>c</li></ul></li></ul><ul><li>d</li></ul>"
    )


def test_another_kind_at_the_same_level_is_another_list() -> None:
    """Bullets behind numbers are not numbered on."""
    assert read(item(1, "1.", "a"), item(1, "·", "b")) == ("<ol><li>a</li></ol><ul><li>b</li></ul>")


def test_words_between_part_a_list_which_counts_on() -> None:
    """A paragraph between two items parts the list, and the second part keeps its number."""
    assert read(item(1, "1.", "a"), "<p>words</p>", item(1, "2.", "b")) == (
        '<ol><li>a</li></ol><p>words</p><ol start="2"><li>b</li></ol>'
    )


def test_lists_in_two_cells_are_two_lists() -> None:
    """What stands in different cells of a table is never joined."""
    one, other = item(1, "·", "a"), item(1, "·", "b")

    assert read(f"<table><tr><td>{one}</td><td>{other}</td></tr></table>") == (
        "<table><tr><td><ul><li>a</li></ul></td><td><ul><li>b</li></ul></td></tr></table>"
    )


def test_a_numbered_heading_is_a_heading_with_its_number() -> None:
    """Headings take part in no list, and what is seen before them stays."""
    source = "<h1 style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>1.</span> a</h1>"

    assert read(source) == "<h1>1. a</h1>"


def test_only_what_word_alone_knows_goes() -> None:
    """Colours are not for this to judge; properties for Word alone act nowhere else."""
    source = (
        "<p style='mso-pagination:widow-orphan;color:red'>a"
        "<span style='mso-spacerun:yes'>   </span><b style='mso-bidi-font-weight:normal'>b</b>"
        "<span style='mso-tab-count:1'>&nbsp;&nbsp;&nbsp;&nbsp; </span>c</p>"
    )

    assert read(source) == '<p style="color: red">a <b>b</b> c</p>'


def test_other_html_is_the_same_object() -> None:
    """Nothing is made anew where Word had no hand in it."""
    document = read_html("<p style='color:red'>a</p><ul><li>b</ul>").document

    assert from_word(document) is document
