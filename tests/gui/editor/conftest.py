"""Documents of every kind for the editor's tests."""

from collections.abc import Callable

import pytest
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

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
from composer.gui.editor.bridge.formats import Formats
from composer.gui.editor.bridge.table import FormatTable
from composer.gui.editor.bridge.writing import write_document
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.subject_editor import SubjectEditor
from composer.gui.editor.undo import UndoLog

STYLES = st.sampled_from(
    [
        Style(),
        Style.of({"font-size": "13px"}),
        Style.of({"color": "#c00", "font-family": "Georgia, serif"}),
        Style.of({"text-align": "center", "margin-left": "10%"}),
        Style.of({"font-size": "1.5em", "line-height": "2"}),
    ]
)
LINKS = st.sampled_from(
    [None, None, Link("https://amazon.com/x"), Link("http://a.example", (("target", "_blank"),))]
)
MARKS = st.builds(
    Marks,
    bold=st.booleans(),
    italic=st.booleans(),
    underline=st.booleans(),
    strike=st.booleans(),
    code=st.booleans(),
    link=LINKS,
    style=STYLES,
    attributes=st.sampled_from([(), (("lang", "de"),)]),
)
WORDS = st.text(alphabet="ab é😀👩\u200dשלום\u202e\u0301中\xa0\t.", min_size=1, max_size=8)
INLINES = st.one_of(
    st.builds(Text, WORDS, MARKS),
    st.builds(Text, WORDS),
    st.builds(Placeholder, st.sampled_from(["order_id", "buyer_name"]), st.none(), MARKS),
    st.builds(Placeholder, st.just("order_id"), st.just("[[order-id]]")),
    st.builds(
        Image,
        st.just("a.png"),
        st.sampled_from([None, "", "Box"]),
        st.sampled_from([None, "50%", "200"]),
        style=STYLES,
        marks=MARKS,
    ),
    st.builds(LineBreak, MARKS),
    st.builds(Raw, st.just("<video></video>"), MARKS),
)
PATHS = st.sampled_from(
    [
        (),
        (),
        (Container("blockquote"),),
        (Container("ul"), Container("li")),
        (Container("ul"), Container("li", 1)),
        (Container("ol"), Container("li"), Container("ul"), Container("li")),
        (Container("ol"), Container("li"), Container("ul"), Container("li", 1)),
        (Container("table"), Container("tr"), Container("td", style=Style.of({"width": "5%"}))),
        (Container("table"), Container("tr"), Container("td", 1)),
        (Container("div", style=Style.of({"text-align": "center"})),),
    ]
)
BLOCKS = st.builds(
    Block,
    st.sampled_from(["p", "p", "", "div", "h1", "h2", "pre", "hr"]),
    st.lists(INLINES, max_size=4).map(tuple),
    STYLES,
    st.sampled_from([(), (("dir", "rtl"),), (("class", "x"),)]),
    PATHS,
)
DOCUMENTS = st.builds(
    Document,
    st.lists(BLOCKS, max_size=6).map(tuple),
    st.sampled_from([(), ("<style>@media print {}</style>",)]),
)


@pytest.fixture
def documents() -> st.SearchStrategy[Document]:
    """Documents with every kind of block, inline, mark and container."""
    return DOCUMENTS


@pytest.fixture
def table() -> FormatTable:
    """A table of its own for one Qt document."""
    return FormatTable()


@pytest.fixture
def shown(qapp: QApplication, table: FormatTable) -> Callable[[Document], QTextDocument]:
    """Put a document into a QTextDocument."""

    def show(document: Document) -> QTextDocument:
        qt_document = QTextDocument()
        qt_document.documentLayout()  # without one, Qt does not tell of changes
        write_document(qt_document, document, Formats(table))
        return qt_document

    return show


@pytest.fixture
def log() -> UndoLog:
    """One order of undo."""
    return UndoLog()


@pytest.fixture
def editor(qtbot: QtBot, log: UndoLog) -> MessageEditor:
    """An empty body on screen, with the keyboard's focus."""
    made = MessageEditor(log)
    qtbot.addWidget(made)
    made.resize(640, 480)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


@pytest.fixture
def subject(qtbot: QtBot, log: UndoLog) -> SubjectEditor:
    """An empty subject on screen, undone in one order with the body."""
    made = SubjectEditor(log)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made
