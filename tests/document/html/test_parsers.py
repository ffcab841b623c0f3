"""Both HTML parsers, behind one interface, see the same markup in the same places."""

import pytest

from composer.document.html.lexer import tokens
from composer.document.html.parsers import Parser, stdlib_markup, turbohtml_markup
from composer.document.html.tokens import Characters, Comment, Doctype, EndTag, StartTag, Token
from composer.document.placeholders import CANONICAL, PlaceholderSyntax, PlaceholderTable

PARSERS = [turbohtml_markup, stdlib_markup]
BLOCKS = PlaceholderTable((PlaceholderSyntax("block", r"\{\{(?P<name>[^{}]*)\}\}"),), {})


@pytest.fixture(params=PARSERS, ids=["turbohtml", "stdlib"])
def parser(request: pytest.FixtureRequest) -> Parser:
    """Each parser in turn."""
    chosen: Parser = request.param
    return chosen


def read(source: str, parser: Parser, table: PlaceholderTable = CANONICAL) -> list[Token]:
    """All tokens of `source`."""
    return list(tokens(source, table, parser))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<!DOCTYPE html>\r\n<p>x</p>", ["<!DOCTYPE html>", "\r\n", "<p>", "x", "</p>"]),
        ("😀<b>é</b>\n<i>", ["😀", "<b>", "é", "</b>", "\n", "<i>"]),
        ("<!-- a > b --><!--> x", ["<!-- a > b -->", "<!-->", " x"]),
        ("<!--[if mso]><p><![endif]-->y", ["<!--[if mso]><p><![endif]-->", "y"]),
        ("<![if !mso]>y<![endif]>", ["<![if !mso]>", "y", "<![endif]>"]),
        ("<script>a<b</script>c", ["<script>", "a<b", "</script>", "c"]),
        ("<title>a<b>&amp;</title>", ["<title>", "a<b>&amp;", "</title>"]),
        ("<textarea><p></textarea>", ["<textarea>", "<p>", "</textarea>"]),
        ("1 < 2 <3 a<b>", ["1 < 2 <3 a", "<b>"]),
        ("</ x>y<?php z?>", ["</ x>", "y", "<?php z?>"]),
        ("<a\r\nhref='x>y'\r\n>z", ["<a\r\nhref='x>y'\r\n>", "z"]),
        ("<br/><img src=a/>", ["<br/>", "<img src=a/>"]),
        ("a\rb\r\n<p>", ["a\rb\r\n", "<p>"]),
        ("a\0b<p\0>", ["a\0b", "<p\0>"]),
    ],
)
def test_tokens_cover_the_source(source: str, expected: list[str], parser: Parser) -> None:
    """Each token's range encloses exactly its source, whatever the line ends."""
    assert [source[token.start : token.end] for token in read(source, parser)] == expected


def test_kinds_are_told_apart(parser: Parser) -> None:
    """Start and end tags, text, comments and the doctype are each their own kind."""
    kinds = [type(token) for token in read("<!doctype html><p>a</p><!-- b -->", parser)]
    assert kinds == [Doctype, StartTag, Characters, EndTag, Comment]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<a href="x?a=1&amp;b=2">', [("href", "x?a=1&b=2", "x?a=1&amp;b=2")]),
        ("<a href=x?a=1&copy=2>", [("href", "x?a=1&copy=2", "x?a=1&copy=2")]),
        ("<a TITLE='a\r\nb'>", [("title", "a\nb", "a\r\nb")]),
        ("<input disabled value=''>", [("disabled", "", ""), ("value", "", "")]),
        ("<p a=1 A=2>", [("a", "1", "1")]),
        ('<p title = "😀 &#233;" id=b>', [("title", "😀 é", "😀 &#233;"), ("id", "b", "b")]),
    ],
)
def test_attributes_know_their_value_and_its_place(
    source: str, expected: list[tuple[str, str, str]], parser: Parser
) -> None:
    """Values are decoded; their range is that between the quotes; the first of a name counts."""
    (tag,) = read(source, parser)
    assert isinstance(tag, StartTag)
    found = [(a.name, a.value, source[a.start : a.end]) for a in tag.attributes]
    assert found == expected


@pytest.mark.parametrize(
    ("source", "pieces"),
    [
        ("a &amp; b", [("a ", "a "), ("&", "&amp;"), (" b", " b")]),
        ("&notit; &#x1F600;", [("¬", "&not"), ("it; ", "it; "), ("😀", "&#x1F600;")]),
        ("&unknown; &", [("&unknown; &", "&unknown; &")]),
        ("x</>y", [("x", "x"), ("y", "y")]),
        ("a<</>Address", [("a<", "a<"), ("Address", "Address")]),
        ("&copy 1", [("©", "&copy"), (" 1", " 1")]),
    ],
)
def test_text_knows_where_each_character_comes_from(
    source: str, pieces: list[tuple[str, str]], parser: Parser
) -> None:
    """References are pieces of their own, and a nameless end tag is none."""
    (token,) = read(source, parser)
    assert isinstance(token, Characters)
    assert [(piece.text, source[piece.start : piece.end]) for piece in token.pieces] == pieces


def test_a_placeholder_never_opens_a_tag(parser: Parser) -> None:
    """Comparison signs and quotes inside a placeholder are text, in prose and in attributes."""
    source = '{{#if a<b}}<a href="{{url "x"}}">y</a>'
    found = read(source, parser, BLOCKS)
    assert [source[token.start : token.end] for token in found] == [
        "{{#if a<b}}",
        '<a href="{{url "x"}}">',
        "y",
        "</a>",
    ]
    assert isinstance(found[1], StartTag)
    assert found[1].attributes[0].value == '{{url "x"}}'


def test_both_parsers_agree_on_messages(mail: str) -> None:
    """The fallback gives the same tokens as the fast parser."""
    assert read(mail, turbohtml_markup) == read(mail, stdlib_markup)
