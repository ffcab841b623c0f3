"""Finding words in a document and putting others in their place."""

import pytest

from composer.document import Document, search
from composer.document.edits import apply
from composer.document.html.reader import read_html
from composer.document.search import Query, QueryError, find, find_in_text
from composer.document.text import read_text, write_text


def replaced(document: Document, query: Query, text: str) -> str:
    """The document's text with every hit of `query` replaced."""
    return write_text(apply(document, [hit.replaced(query, text) for hit in find(document, query)]))


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        (Query("order"), ["Order", "order", "order"]),
        (Query("order", case=True), ["order", "order"]),
        (Query("order", whole=True), ["Order", "order"]),
        (Query("o.der"), []),
        (Query(r"\bo\w+r\b", pattern=True), ["Order", "order"]),
        (Query("{{order_id}}"), ["\ufffc"]),
        (Query("id"), []),
        (Query("{{order_id}} 😀"), ["\ufffc 😀"]),
        (Query("😀 is"), ["😀 is"]),
        (Query("here. Your"), []),
        (Query("here\\.\nyour", pattern=True), ["here.\u2028Your"]),
        (Query(""), []),
    ],
)
def test_every_place_is_found(query: Query, hits: list[str]) -> None:
    """Positions are code points of the text; a placeholder is found as it is spelled."""
    document = read_text("Order {{order_id}} 😀 is here.\nYour order.\n\nReorders").document

    found = [document.text[hit.start : hit.end] for hit in find(document, query)]

    assert found == hits


def test_words_are_replaced_and_keep_their_look() -> None:
    """New words take the marks of those they replace; a name in braces becomes a placeholder."""
    document = read_html("<p>Your <b>lamp</b> and lamp</p>").document
    query = Query("lamp")

    changed = apply(document, [hit.replaced(query, "{{product}}") for hit in find(document, query)])

    inlines = [inline for _, _, inline in changed.runs()]
    assert write_text(changed) == "Your {{product}} and {{product}}"
    assert [inline.marks.bold for inline in inlines] == [False, True, False, False]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        (Query("thanks"), "hello", "Hello and hello and HELLO"),
        (Query("thanks", case=True), "hello", "Thanks and hello and THANKS"),
        (Query("Thanks"), "Hello", "Hello and Hello and Hello"),
        (Query("thanks", pattern=True), "hello", "hello and hello and hello"),
        (Query("thanks"), "{{order_id}}", "{{order_id}} and {{order_id}} and {{order_id}}"),
        (Query("thanks"), "", "and  and"),
        (Query("thanks"), "éclair", "Éclair and éclair and ÉCLAIR"),
        (Query("thanks"), "iPhone", "iPhone and iPhone and iPhone"),
    ],
)
def test_capitals_are_kept_where_they_do_not_count(query: Query, text: str, expected: str) -> None:
    """What begins a sentence still does; a query that counts capitals, or a pattern, is literal."""
    document = read_text("Thanks and thanks and THANKS").document

    assert replaced(document, query, text).strip() == expected


def test_a_pattern_names_its_groups() -> None:
    """Groups of a regular expression may stand in what replaces it; plain words stay plain."""
    document = read_text("Size 10 x 20").document

    assert replaced(document, Query(r"(\d+) x (\d+)", pattern=True), r"\2 x \1") == "Size 20 x 10"
    assert replaced(document, Query("10 x"), r"\1") == r"Size \1 20"


@pytest.mark.parametrize("source", ["(", "[a", "*"])
def test_a_broken_pattern_is_told(source: str) -> None:
    """Half a pattern, as it is while it is typed, is one sentence and no crash."""
    with pytest.raises(QueryError, match="not a regular expression"):
        find(read_text("a").document, Query(source, pattern=True))


def test_an_unknown_group_is_told() -> None:
    """A replacement that names a group which is not there."""
    document = read_text("a").document
    query = Query("a", pattern=True)

    with pytest.raises(QueryError, match="replacement"):
        find(document, query)[0].replaced(query, r"\3")


def test_a_pattern_that_never_ends_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern that would take years ends with a sentence."""
    monkeypatch.setattr(search, "PATIENCE", 0.05)
    document = read_text("a" * 40 + "!").document

    with pytest.raises(QueryError, match="too long"):
        find(document, Query(r"(a|aa)+$", pattern=True))


def test_plain_text_is_searched_as_it_is() -> None:
    """In source a hit may lie inside a tag, span lines and cut a placeholder."""
    text = '<p class="a">😀 {{order_id}}</p>\n<p>Order</p>\n'

    def found(query: Query) -> list[str]:
        return [text[hit.start : hit.end] for hit in find_in_text(text, query)]

    assert found(Query("order")) == ["order", "Order"]
    assert found(Query("order", whole=True)) == ["Order"]
    assert found(Query("</p>\n<p>")) == ["</p>\n<p>"]
    assert found(Query(r"^<\w", pattern=True)) == ["<p", "<p"]
    assert found(Query("x*", pattern=True)) == found(Query("")) == []


def test_a_slow_pattern_in_plain_text_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pattern that would take for ever is named as such."""
    monkeypatch.setattr(search, "PATIENCE", 0.01)
    with pytest.raises(QueryError, match="too long"):
        find_in_text("a" * 40 + "b", Query(r"(a|a)*$", pattern=True))
