"""Two messages side by side: which paragraphs belong together, and what differs in them."""

import random

import pytest

from composer.document import Document, Image, LineBreak, Placeholder, Text
from composer.document.comparison import (
    Difference,
    Kind,
    Pieces,
    compare_structure,
    compare_words,
)
from composer.document.comparison.shortest import Effort, matches
from composer.document.html.reader import read_html
from composer.document.text import read_text


def message(text: str, subject: str = "") -> tuple[Document, Document]:
    """A subject and a body, both from plain text."""
    return read_text(subject).document, read_text(text).document


def page(html: str) -> tuple[Document, Document]:
    """A body from HTML, with an empty subject."""
    return Document(), read_html(html).document


def drawn(pieces: Pieces) -> str:
    """The words of one side, what is marked in brackets."""
    made = ""
    for piece in pieces:
        match piece.inline:
            case Text(text=text):
                words = text
            case Placeholder(name=name):
                words = "{" + name + "}"
            case Image(src=source):
                words = f"<{source}>"
            case LineBreak():
                words = "/"
            case _:
                words = "?"
        made += f"[{words}]" if piece.marked else words
    return made.replace("][", "")


def table(difference: Difference) -> list[tuple[str, str, str]]:
    """The rows of the body: kind, left, right."""
    return [
        (row.kind.value, drawn(row.left_pieces), drawn(row.right_pieces)) for row in difference.rows
    ]


@pytest.mark.parametrize(
    ("old", "new", "left", "right"),
    [
        ("The lamp is late.", "The desk lamp is late.", "The lamp is late.", "The [desk ]lamp is late."),
        ("It came late today.", "It came today.", "It came [late ]today.", "It came today."),
        (
            "Hello {{buyer_name}}, it is late today",
            "Hello {{order_id}}, it is late today",
            "Hello [{buyer_name}], it is late today",
            "Hello [{order_id}], it is late today",
        ),
        (
            "We sent a lamp, a pot and a pan.",
            "We sent one big pot and a pan.",
            "We sent [a lamp, a] pot and a pan.",
            "We sent [one big] pot and a pan.",
        ),
        ("お客様の注文は明日届きます。", "お客様の注文は明後日届きます。", "お客様の注文は明日届きます。", "お客様の注文は明[後]日届きます。"),
        ("您的订单已发货。谢谢您。", "您的订单未发货。谢谢您。", "您的订单[已]发货。谢谢您。", "您的订单[未]发货。谢谢您。"),
        ("สินค้าของคุณมาถึงแล้ว", "สินค้าของเรามาถึงแล้ว", "สินค้าของ[คุณ]มาถึงแล้ว", "สินค้าของ[เรา]มาถึงแล้ว"),
        ("One line\nand another one", "One line and another one", "One line[/]and another one", "One line[ ]and another one"),
    ],
)  # fmt: skip
def test_the_words_that_differ_are_marked(old: str, new: str, left: str, right: str) -> None:
    """Whole words, characters where a script sets no spaces, placeholders as one."""
    (row,) = compare_words(message(old), message(new)).rows
    assert (row.kind, drawn(row.left_pieces), drawn(row.right_pieces)) == (
        Kind.CHANGED,
        left,
        right,
    )


def test_paragraphs_stay_level() -> None:
    """What was put in or taken out has a row of its own; what follows is level again."""
    old = "Hello there.\n\nThe lamp is on its way to you.\n\nThe old part is gone.\n\nBye."
    new = "Hello there.\n\nA new part.\n\nThe lamp is on its long way to you.\n\nBye."
    assert table(compare_words(message(old), message(new))) == [
        ("same", "Hello there.", "Hello there."),
        ("added", "", "[A new part.]"),
        (
            "changed",
            "The lamp is on its way to you.",
            "The lamp is on its [long ]way to you.",
        ),
        ("removed", "[The old part is gone.]", ""),
        ("same", "Bye.", "Bye."),
    ]


def test_a_paragraph_written_anew_stands_beside_the_old_one() -> None:
    """Two with nothing in common share a row where one is in the other's place."""
    old, new = "Hello.\n\nYour lamp comes.\n\nBye.", "Hello.\n\nThat was wrong!\n\nBye."
    difference = compare_words(message(old), message(new))
    assert table(difference)[1] == ("changed", "[Your lamp comes.]", "[That was wrong!]")
    assert difference.differing == (2,)


def test_the_subject_is_compared_too() -> None:
    """It is the first of all rows."""
    difference = compare_words(message("Hi", "Order late"), message("Hi", "Order very late"))
    assert drawn(difference.all[0].right_pieces) == "Order [very ]late"
    assert difference.differing == (0,)


def test_equal_messages_do_not_differ() -> None:
    """An image, a table and a rule change nothing about that."""
    html = '<p>Hi</p><hr><table><tr><td>a<td><img src="a.png" alt="a"></table>'
    for compare in (compare_words, compare_structure):
        difference = compare(page(html), page(html))
        assert difference.differing == ()
        assert {row.kind for row in difference.all} == {Kind.SAME}


@pytest.mark.parametrize(
    "other",
    [
        "<p>Hello <b>there</b></p>",
        "<h2>Hello there</h2>",
        '<p style="text-align: center">Hello there</p>',
        "<ul><li>Hello there</ul>",
    ],
)
def test_words_of_another_look_are_told(other: str) -> None:
    """The same words in bold, larger, centred or in a list are not the same message."""
    (row,) = compare_words(page("<p>Hello there</p>"), page(other)).rows
    assert row.kind is Kind.LOOK
    assert not any(piece.marked for piece in (*row.left_pieces, *row.right_pieces))


def test_a_link_to_elsewhere_differs() -> None:
    """Its words are marked, though they are the same."""
    old = '<p>Please look at <a href="https://www.amazon.de/a">your order</a> there</p>'
    (row,) = compare_words(page(old), page(old.replace('/a"', '/b"'))).rows
    assert drawn(row.right_pieces) == "Please look at [your order] there"


def test_a_table_moved_down_is_the_same_table() -> None:
    """Its place among its neighbours is no difference."""
    html = "<table><tr><td>Kettle<td>Monday</table>"
    above = "<table><tr><td>Note</table>"
    kinds = [row.kind for row in compare_words(page(html), page(above + html)).rows]
    assert kinds == [Kind.ADDED, Kind.SAME, Kind.SAME]


def test_languages_are_compared_by_what_both_have_to_have() -> None:
    """Placeholders, links and images that one lacks are marked, words never."""
    english = (
        "<h2>Your order is late</h2><p>Hello {{buyer_name}},</p><p>order {{order_id}} is late. "
        '<a href="https://www.amazon.com/a">See <b>it</b></a>.</p><p><img src="en.png"></p>'
        "<p>We are sorry.</p>"
    )
    german = (
        "<h2>Ihre Bestellung verspätet sich</h2><p>Guten Tag,</p><p>Bestellung {{order_id}} kommt "
        'später, {{buyer_name}}.</p><p><img src="de.png"></p><p>Das tut uns leid.</p>'
    )
    rows = compare_structure(page(english), page(german))
    assert table(rows)[:3] == [
        ("same", "Your order is late", "Ihre Bestellung verspätet sich"),
        ("changed", "Hello [{buyer_name}],", "Guten Tag,"),
        (
            "changed",
            "order {order_id} is late. [See it].",
            "Bestellung {order_id} kommt später, [{buyer_name}].",
        ),
    ]
    assert [row.kind for row in rows.rows[3:]] == [Kind.SAME, Kind.SAME]


def test_a_paragraph_that_was_not_translated_is_found() -> None:
    """The ones around it stay level."""
    english = message("Hello,\n\norder {{order_id}} is late.\n\nYours, {{store_name}}")
    french = message("Bonjour,\n\nCordialement, {{store_name}}")
    assert [row.kind for row in compare_structure(english, french).rows] == [
        Kind.SAME,
        Kind.REMOVED,
        Kind.SAME,
    ]


def test_a_shortest_edit_keeps_most() -> None:
    """It is as long as the longest common subsequence, found here the slow way."""
    chance = random.Random(7)
    for _ in range(300):
        left = chance.choices("abc", k=chance.randrange(12))
        right = chance.choices("abc", k=chance.randrange(12))
        found = matches(left, right, Effort(10_000))
        kept = [(it.left + n, it.right + n) for it in found for n in range(it.length)]
        assert all(left[one] == right[other] for one, other in kept)
        assert kept == sorted(set(kept))
        assert len(kept) == _longest_common(left, right)


def _longest_common(left: list[str], right: list[str]) -> int:
    lengths = [[0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for row, one in enumerate(left):
        for column, other in enumerate(right):
            longest = max(lengths[row][column + 1], lengths[row + 1][column])
            lengths[row + 1][column + 1] = lengths[row][column] + 1 if one == other else longest
    return lengths[-1][-1]


def test_effort_has_an_end() -> None:
    """Where it runs out, what both begin and end with is still kept, and no step is taken more."""
    effort = Effort(50)
    left, right = list("aa" + "bc" * 400 + "zz"), list("aa" + "cbb" * 300 + "zz")
    found = matches(left, right, effort)
    assert sum(it.length for it in found) >= 4
    assert effort.steps > -100


@pytest.mark.parametrize("shape", ["one paragraph", "many paragraphs", "all alike"])
def test_a_long_message_is_compared_within_its_bounds(shape: str) -> None:
    """Whatever the words, all of them are in the rows; without bounds it would take hours."""
    chance = random.Random(3)
    words = ["ab", "b"] if shape == "all alike" else [f"word{n}" for n in range(3000)]
    joint = " " if shape == "one paragraph" else "\n\n"
    old, new = (joint.join(chance.choices(words, k=8_000)) for _ in range(2))
    difference = compare_words(message(old), message(new))
    assert "".join(drawn(row.left_pieces) for row in difference.rows).translate(
        {ord("["): None, ord("]"): None}
    ) == old.replace("\n\n", "")
