import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

from composer.document import Block, Document, Image, LineBreak, Marks, Placeholder, Text
from composer.document.normal import normal_inlines

BOLD = Marks(bold=True)


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("a b", "a b"),
        (" a", "\xa0a"),
        ("a ", "a\xa0"),
        (" ", "\xa0"),
        ("a  b", "a \xa0b"),
        ("a    b", "a \xa0 \xa0b"),
        ("a\tb\nc\fd\re", "a b c d e"),
        ("a\t\tb", "a \xa0b"),
        ("a\0b\ufffcc\ufdd0d\ufdd1e\ud800f", "a\ufffdb\ufffdc\ufffdd\ufffde\ufffdf"),
        ("\x0b\x85\u200b", "\x0b\x85\u200b"),
        ("a\u3000b", "a\u3000b"),
    ],
)
def test_text_gets_one_form_of_equal_length(text: str, normal: str) -> None:
    """Spaces that HTML would collapse become hard, unsafe characters U+FFFD; nothing moves."""
    block = Block(inlines=(Text(text),))
    assert block.text == normal
    assert len(normal) == len(text)


@pytest.mark.parametrize("char", ["\u2028", "\u2029"])
def test_line_separators_are_breaks(char: str) -> None:
    """A separator in text is the inline that it means, with the marks of the text."""
    block = Block(inlines=(Text(f"a {char} b", BOLD),))
    expected = (Text("a\xa0", BOLD), LineBreak(BOLD), Text("\xa0b", BOLD))
    assert block.inlines == expected


def test_spaces_are_judged_across_runs() -> None:
    """A space after a space collapses though the marks differ; one beside an object does not."""
    inlines = (Text("a "), Text(" b", BOLD), Text(" "), Placeholder("x"), Text(" "), Image("i"))
    assert [i.text for i in normal_inlines(inlines) if isinstance(i, Text)] == [
        "a ",
        "\xa0b",
        " ",
        " ",
    ]


def test_equal_neighbours_are_one_run() -> None:
    """Text of the same marks is joined, empty text dropped, so equal content is equal."""
    inlines = (Text("a"), Text(""), Text("b"), Text("c", BOLD), Text("", BOLD), Text("d", BOLD))
    assert normal_inlines(inlines) == (Text("ab"), Text("cd", BOLD))


@given(data=st.data())
def test_the_form_is_final(data: DataObject, documents: SearchStrategy[Document]) -> None:
    """What went through the model's door once goes through it unchanged."""
    document = data.draw(documents)
    assert Document(document.blocks, document.head) == document
    for block in document.blocks:
        assert normal_inlines(block.inlines) == block.inlines
