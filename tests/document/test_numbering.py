from composer.document import Block, Container, Document, Style, Text

RED = Style.of({"color": "red"})
X = (Text("x"),)


def item(number: int, *, tag: str = "") -> Block:
    """A line in the item `number` of one list."""
    return Block(tag, X, path=(Container("ul"), Container("li", number)))


def indices(document: Document) -> list[list[int]]:
    """The indices along the path of each block."""
    return [[container.index for container in block.path] for block in document.blocks]


def test_containers_count_from_nought_in_each_parent() -> None:
    """Gaps close, and what was apart stays apart."""
    document = Document((item(3), item(7), Block(), item(7), item(9)))
    assert indices(document) == [[0, 0], [0, 1], [], [1, 0], [1, 1]]


def test_two_containers_with_one_number_are_one() -> None:
    """Neighbours whose whole path is equal share their containers."""
    document = Document((item(0, tag="p"), item(0, tag="p")))
    assert indices(document) == [[0, 0], [0, 0]]


def test_a_body_is_around_all_blocks() -> None:
    """The first body that a block names holds the message."""
    document = Document((Block(inlines=X), Block(inlines=X, path=(Container("body", 0, RED),))))
    assert {block.path[0] for block in document.blocks} == {Container("body", 0, RED)}


def test_boxes_that_do_nothing_are_dropped_and_their_content_kept_apart() -> None:
    """Two lists in two plain boxes are two lists."""
    blocks = tuple(
        Block("", X, path=(Container("div", box), Container("ul"), Container("li")))
        for box in (0, 1)
    )
    assert indices(Document(blocks)) == [[0, 0], [1, 0]]


def test_a_box_around_bare_text_alone_is_a_line() -> None:
    """HTML cannot tell them apart, so there is one form."""
    box = Container("div", 0, RED, (("class", "c"),))
    document = Document((Block("", X, path=(box,)), Block()))
    assert document.blocks[0] == Block("div", X, RED, (("class", "c"),))


def test_a_box_around_more_than_bare_text_stays() -> None:
    """Bare text beside another block keeps its box."""
    box = Container("div", 0, RED)
    document = Document((Block("", X, path=(box,)), Block("p", X, path=(box,))))
    assert [block.tag for block in document.blocks] == ["", "p"]
    assert document.blocks[0].path == (box,)


def test_bare_text_that_cannot_stand_bare_is_a_line() -> None:
    """At the top, beside bare text, styled, or empty beside others, text needs an element."""
    cell = (Container("table"), Container("tr"), Container("td"))
    tags = [
        block.tag
        for block in Document(
            (
                Block("", X),
                Block("", X, path=cell),
                Block("", X, path=cell),
                Block("", X, RED, path=cell),
                Block("", (), path=cell),
                Block("p", X, path=cell),
            )
        ).blocks
    ]
    assert tags == ["div", "", "div", "div", "div", "p"]


def test_an_empty_cell_is_bare() -> None:
    """A cell with nothing in it holds one empty block."""
    cells = tuple(
        Block("", (), path=(Container("table"), Container("tr"), Container("td", i)))
        for i in (0, 1)
    )
    assert [block.tag for block in Document(cells).blocks] == ["", ""]
