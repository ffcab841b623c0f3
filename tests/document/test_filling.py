"""Placeholders filled in, and the way from the filled text back to the original."""

import pytest

from composer.document import Block, Document, Image, LineBreak, Placeholder, Text
from composer.document.filling import fill
from composer.document.html.writer import BLOCK_MARK, RAW_MARK, write_html
from composer.document.inline import Raw

VALUES = {"buyer_name": "Ana 😀 Lima", "order_id": "", "store_name": "X"}


def document(*blocks: tuple[str | Placeholder, ...]) -> Document:
    """One paragraph for each tuple."""
    return Document(
        tuple(
            Block(inlines=tuple(Text(part) if isinstance(part, str) else part for part in parts))
            for parts in blocks
        )
    )


def test_the_words_stand_in_place_of_the_placeholders() -> None:
    """Marks and everything around stay."""
    filled = fill(document(("Dear ", Placeholder("buyer_name"), ","), ("Bye",)), VALUES.__getitem__)
    assert filled.document.text == "Dear Ana 😀 Lima,\nBye"
    assert filled.original.text == "Dear \ufffc,\nBye"


@pytest.mark.parametrize(
    ("words", "original"),
    [
        ("Dear", "Dear"),
        ("Lima", "\ufffc"),
        ("Dear Ana", "Dear \ufffc"),
        ("Lima, we", "\ufffc, we"),
        ("we", "we"),
        ("Yours X", "Yours \ufffc"),
        ("sent\nYours", "sent\nYours"),
    ],
)
def test_a_range_of_the_filled_text_is_found_in_the_original(words: str, original: str) -> None:
    """Words of a placeholder, even some of them, are the whole placeholder."""
    filled = fill(
        document(
            ("Dear ", Placeholder("buyer_name"), ", we", Placeholder("order_id"), " sent"),
            ("Yours ", Placeholder("store_name")),
        ),
        VALUES.__getitem__,
    )
    start = filled.document.text.index(words)
    first, last = filled.original_range(start, start + len(words))
    assert filled.original.text[first:last] == original


def test_an_empty_range_stays_empty() -> None:
    """A place between two characters is one in the original as well."""
    filled = fill(document((Placeholder("buyer_name"), " hello")), VALUES.__getitem__)
    assert filled.original_range(0, 0) == (0, 0)
    end = len(filled.document.text)
    assert filled.original_range(end, end) == (7, 7)


def test_a_name_without_words_stays_a_placeholder() -> None:
    """It is one character in both texts, and nothing was filled in there."""
    filled = fill(document(("A ", Placeholder("whatever"), Placeholder("store_name"))), VALUES.get)

    assert filled.document.text == "A \ufffcX"
    assert filled.original_range(2, 3) == (2, 3)
    assert list(filled.chips_in(0, 4)) == [(3, "store_name")]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Dear", []),
        ("Dear ", []),
        ("r A", ["buyer_name"]),
        ("Lima, we sent", ["buyer_name"]),
        (" sent\nYours", []),
        ("sent\nYours X", ["store_name"]),
        ("Lima, we sent\nYours X", ["buyer_name", "store_name"]),
    ],
)
def test_the_placeholders_in_a_range_are_known(words: str, names: list[str]) -> None:
    """Those whose words it touches, by name, with their places; empty ones are touched by none."""
    filled = fill(
        document(
            ("Dear ", Placeholder("buyer_name"), ", we", Placeholder("order_id"), " sent"),
            ("Yours ", Placeholder("store_name")),
        ),
        VALUES.get,
    )
    start = filled.document.text.index(words)
    found = list(filled.chips_in(start, start + len(words)))

    assert [name for _, name in found] == names
    assert {filled.original.text[place] for place, _ in found} <= {"\ufffc"}


def test_every_character_outside_values_leads_back() -> None:
    """Line breaks, images and neighbours included, whatever the values hold."""
    odd = {**VALUES, "store_name": "a\u2028b\ufffc  c\n"}
    name = Placeholder("store_name")
    body = Document(
        (
            Block(inlines=(Placeholder("buyer_name"), name, Text(" x"))),
            Block(inlines=(Image("a.png"), LineBreak(), Placeholder("order_id"), Text(" two "))),
            Block(inlines=(Placeholder("order_id"),)),
            Block(inlines=(Text("end "), name, Text("!"))),
        )
    )
    filled = fill(body, odd.get)
    text = filled.document.text.replace("\xa0", " ")
    original = body.text.replace("\xa0", " ")
    for position, char in enumerate(text):
        if not list(filled.chips_in(position, position + 1)):
            first, last = filled.original_range(position, position + 1)
            assert original[first:last] == char


def test_a_marked_file_tells_where_each_block_begins() -> None:
    """One mark before each block, two around raw markup, and nothing else is different."""
    marked = write_html(
        Document((Block(inlines=(Text("One"),)), Block(inlines=(Raw("<video></video>"),)))),
        lang="en",
        marked=True,
    )
    assert f"{BLOCK_MARK}<p>One</p>" in marked
    assert f"{BLOCK_MARK}<p>{RAW_MARK}<video></video>{RAW_MARK}</p>" in marked
    plain = marked.replace(BLOCK_MARK, "").replace(RAW_MARK, "")
    assert "One" in plain
    assert marked.count(BLOCK_MARK) == 2


@pytest.mark.parametrize(
    ("offset", "place"), [(0, 0), (4, 4), (5, 5), (6, 15), (10, 19), (11, 19), (16, 24)]
)
def test_a_place_of_the_original_is_found_in_the_filled_text(offset: int, place: int) -> None:
    """Behind a placeholder everything moves by its words; before it nothing does."""
    filled = fill(
        document(("Dear ", Placeholder("buyer_name"), ", we", Placeholder("order_id"), " sent")),
        VALUES.__getitem__,
    )
    assert filled.filled_place(0, offset) == place
