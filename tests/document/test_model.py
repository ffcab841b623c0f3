import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

from composer.document import (
    Block,
    Container,
    Document,
    Image,
    LineBreak,
    Placeholder,
    Raw,
    Style,
    Text,
)

LIST = (Container("ul"), Container("li"))


def test_text_joins_blocks_and_marks_objects() -> None:
    """Blocks join with a newline; a break is U+2028, every object one U+FFFC."""
    inlines = (Text("a"), LineBreak(), Placeholder("x"), Image("i.png"), Raw("<hr>"))
    document = Document((Block("h1", inlines), Block(), Block(inlines=(Text("b"),))))
    assert document.text == "a\u2028\ufffc\ufffc\ufffc\n\nb"
    assert document.starts == (0, 6, 7)


def test_a_document_is_never_empty() -> None:
    """Without blocks there is one empty paragraph to write in."""
    assert Document(()).blocks == (Block(),)


@pytest.mark.parametrize(("position", "index"), [(0, 0), (1, 0), (2, 1), (3, 2), (4, 2), (99, 2)])
def test_block_index(position: int, index: int) -> None:
    """A position at the end of a block belongs to that block, not to the next."""
    document = Document((Block(inlines=(Text("a"),)), Block(), Block(inlines=(Text("b"),))))
    assert document.block_index(position) == index


@pytest.mark.parametrize(
    "path",
    [
        (Container("ul"),),
        (Container("li"),),
        (Container("ul"), Container("p")),
        (Container("table"), Container("td")),
        (Container("table"), Container("tr")),
        (Container("div"), Container("body")),
        (Container("ul"), Container("div"), Container("li")),
    ],
)
def test_containers_html_does_not_nest_are_refused(path: tuple[Container, ...]) -> None:
    """Items stand in lists, cells in rows, rows in tables, and a body around everything."""
    with pytest.raises(ValueError, match="stand"):
        Block(path=path)


def test_unknown_tags_are_refused() -> None:
    """A block is one of the elements the writer knows."""
    with pytest.raises(ValueError, match="not a block"):
        Block("marquee")


def test_rules_hold_no_text() -> None:
    """Whatever stands in an <hr> is dropped."""
    assert Block("hr", (Text("a"),)).text == ""


@pytest.mark.parametrize(("tag", "level"), [("h1", 1), ("h6", 6), ("p", 0), ("", 0)])
def test_heading(tag: str, level: int) -> None:
    """Headings tell their level, other blocks none."""
    assert Block(tag, path=LIST).heading == level


def test_equal_blocks_are_one_key() -> None:
    """Blocks are values: made apart, they hash and compare alike."""
    one, other = (Block("p", (Text("a"), Text("b")), Style.of({"color": "red"})) for _ in "ab")
    assert one == other
    assert len({one, other, Block("p", (Text("ab"),), Style.of({"color": "red"}))}) == 1


@given(data=st.data())
def test_runs_cover_the_text(data: DataObject, documents: SearchStrategy[Document]) -> None:
    """Runs follow one another without gaps, and their lengths are those of the text."""
    document = data.draw(documents)
    covered = ["" for _ in document.blocks]
    for start, end, _ in document.runs():
        index = document.block_index(start)
        assert start - document.starts[index] == len(covered[index])
        covered[index] += document.text[start:end]
    assert covered == [block.text for block in document.blocks]


def test_style_keeps_one_value_per_property() -> None:
    """The later declaration wins, order does not matter, and !important stays out of values."""
    style = Style.of([("color", "red"), ("margin-left", "1px !important"), ("color", "blue")])
    assert style == Style.of({"margin-left": "1px !important", "color": "blue"})
    assert style.get("margin-left") == "1px"
    assert style.get("font-size") is None
    assert style.replaced("color", None) == Style.of({"margin-left": "1px !important"})
    assert style.merged(Style.of({"color": "green"})).get("color") == "green"
    assert ("color" in style, bool(style), bool(Style())) == (True, True, False)
