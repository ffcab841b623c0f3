"""Strategies for documents: every kind of block, container, inline and mark, with nasty text."""

import pytest
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from composer.document import (
    Block,
    Container,
    Document,
    Image,
    LineBreak,
    Link,
    Marks,
    Placeholder,
    Raw,
    Style,
    Text,
)
from composer.document.css import parse_style
from composer.document.inline import Attributes

WORDS = st.sampled_from(
    (
        *("a", " ", "  ", "\xa0", "<&>", "&amp;", '"', "'", "{{ x", "}}", "{", "[Name]", "e\u0301"),
        *("\u2028", "\u2029", "\u0085", "\x0b", "\x1f", "\x7f", "\ufeff", "\u200b", "\ufffc", "\0"),
        *(
            "\U0001f44d\U0001f3fd",
            "\u05e9\u05dc\u05d5\u05dd",
            "\u0645",
            "\u202e",
            "\t",
            "\r\n",
            "\f",
        ),
        *("<br>", "<!--", "]]>", "</p>", "&nbsp", "\ufdd0", "\ud800", "http://a.b?x=1&copy=2"),
    )
)
VALUES = st.one_of(
    st.lists(WORDS.filter(lambda word: word not in {"\0", "\ud800", "\r\n"}), max_size=3).map(
        "".join
    ),
    st.sampled_from(("https://amazon.com/?o={{order_id}}&x=1", "a b", "50%", "{{order_url}}")),
)


def texts() -> SearchStrategy[str]:
    """Text of one block, with what HTML, CSS and Qt find hard."""
    return st.lists(WORDS, max_size=5).map("".join)


def styles(*declarations: str) -> SearchStrategy[Style]:
    """Styles as the parser makes them from what an author may write."""
    return st.lists(st.sampled_from(declarations), max_size=3).map(
        lambda chosen: parse_style("; ".join(chosen))
    )


BOX_STYLES = styles(
    *("color: #333333", "margin: 0 5%", "padding-left: 12px !important", "text-align: center"),
    *("font: italic 12px/1.5 'A\"B', serif", "background: url(x.png) no-repeat red", "width: 50%"),
    *("font-size: 1.2em", "line-height: 1.5", "content: 'a;b'", "border: 1px solid"),
    *("white-space: pre-wrap", "white-space: pre-line", "display: none", "direction: rtl"),
)
INLINE_STYLES = styles(
    *("color: red", "font-size: 12px", "font-family: 'Open Sans', Arial", "line-height: 20px"),
    *("background-color: #ff0", "letter-spacing: 1px", "font-size: smaller"),
)


def attributes(*names: str) -> SearchStrategy[Attributes]:
    """Attributes with unlike names, sorted as the reader sorts them."""
    return st.dictionaries(st.sampled_from(names), VALUES, max_size=2).map(
        lambda found: tuple(sorted(found.items()))
    )


COMMON = attributes("class", "dir", "id", "lang")
LINKS = st.builds(Link, VALUES, attributes("rel", "target", "title"))
FLAGS = st.booleans
MARKS = st.one_of(
    st.just(Marks()),
    st.builds(
        Marks,
        FLAGS(),
        FLAGS(),
        FLAGS(),
        FLAGS(),
        FLAGS(),
        FLAGS(),
        FLAGS(),
        st.none() | LINKS,
        INLINE_STYLES,
        COMMON,
    ),
)
RAWS = st.sampled_from(
    (
        '<iframe src="https://a.b"></iframe>',
        "<svg><path d='M0 0'/></svg>",
        "<script>if (a < b) {}</script>",
        "<video controls>old</video>",
        '<input type="text">',
    )
)
INLINES = st.one_of(
    st.builds(Text, texts(), MARKS),
    st.builds(Text, texts()),
    st.builds(Placeholder, st.sampled_from(("order_id", "buyer.name", "x-1")), st.none(), MARKS),
    st.builds(
        Image,
        VALUES,
        st.none() | VALUES,
        st.none() | VALUES,
        st.none() | VALUES,
        BOX_STYLES,
        attributes("border", "class", "title"),
        MARKS,
    ),
    st.builds(LineBreak, MARKS),
    st.builds(Raw, RAWS, MARKS),
)


PLAIN_OR_STYLED = st.just(Style()) | BOX_STYLES
PLAIN_OR_NAMED = st.just(()) | COMMON


def _containers(*tags: str, names: SearchStrategy[Attributes]) -> SearchStrategy[Container]:
    return st.builds(
        Container, st.sampled_from(tags), st.integers(0, 2), PLAIN_OR_STYLED, st.just(()) | names
    )


LEVELS = st.one_of(
    st.tuples(
        _containers("ul", "ol", names=attributes("class", "start", "type")),
        _containers("li", names=COMMON),
    ),
    st.tuples(
        _containers("table", names=attributes("align", "border", "cellpadding", "width")),
        _containers("tr", names=COMMON),
        _containers("td", "th", names=attributes("colspan", "width")),
    ),
    st.tuples(_containers("div", "blockquote", names=COMMON)),
)
BODIES = _containers("body", names=COMMON).filter(lambda body: bool(body.style or body.attributes))
_FENCES = frozenset({"ul", "ol", "table", "tr"})


@st.composite
def _documents(draw: st.DrawFn) -> Document:
    """Up to six blocks in paths of up to four levels, which they partly share."""
    pool = [
        tuple(container for level in levels for container in level)
        for levels in draw(st.lists(st.lists(LEVELS, max_size=4), min_size=1, max_size=3))
    ]
    if draw(st.integers(0, 3)) == 0:
        body = draw(BODIES)
        pool = [(body, *path) for path in pool]
    ends = [
        path[:end]
        for path in pool
        for end in range(len(path) + 1)
        if end == 0 or path[end - 1].tag not in _FENCES
    ]
    blocks = draw(st.lists(_blocks(st.sampled_from(ends)), max_size=6))
    return Document(tuple(blocks), draw(HEADS))


def _blocks(paths: SearchStrategy[tuple[Container, ...]]) -> SearchStrategy[Block]:
    inlines = st.lists(INLINES, max_size=4).map(tuple)
    tags = st.sampled_from(("p", "div", "pre", "hr", "h1", "h2", "h6"))
    return st.one_of(
        st.builds(Block, st.just(""), inlines, path=paths),
        st.builds(Block, tags, inlines, PLAIN_OR_STYLED, PLAIN_OR_NAMED, paths),
    )


HEADS = st.lists(
    st.sampled_from(
        (
            "<style>@media print { p { color: red } }</style>",
            '<link rel="stylesheet" href="https://a.b/x.css">',
            '<base href="https://a.b/">',
        )
    ),
    max_size=2,
    unique=True,
).map(tuple)


@pytest.fixture(scope="session")
def documents() -> SearchStrategy[Document]:
    """Documents of up to six blocks that share some containers."""
    return _documents()


@pytest.fixture(scope="session")
def plain_texts() -> SearchStrategy[str]:
    """Plain text with line ends and what HTML, CSS and Qt find hard."""
    lines = st.one_of(texts(), st.just(""), st.just("{{order_id}}"))
    return st.lists(lines, max_size=6).map("\n".join)
