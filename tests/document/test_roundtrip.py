from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject, SearchStrategy

from composer.document import Block, Document, Placeholder, Text
from composer.document.html.reader import read_html
from composer.document.html.writer import write_body, write_html
from composer.document.placeholders import CANONICAL


def spells_placeholder(document: Document) -> bool:
    """Whether text, read again, would be taken for a placeholder."""
    return any(
        isinstance(inline, Text) and any(CANONICAL.find(inline.text))
        for _, _, inline in document.runs()
    )


@given(data=st.data())
@settings(max_examples=300)
def test_every_document_survives_writing_and_reading(
    data: DataObject, documents: SearchStrategy[Document]
) -> None:
    """What is read from the HTML of a document is that document."""
    document = data.draw(documents.filter(lambda made: not spells_placeholder(made)))
    html = write_html(document, lang="en", title="A <b> & \xa0 {{x}}", metas=(("a", 'b "c"'),))
    reading = read_html(html)
    assert reading.document == document
    assert reading.lang == "en"
    assert reading.title == "A <b> & \xa0 {{x}}"
    assert reading.metas == (("a", 'b "c"'),)
    assert write_html(reading.document, lang="en", title=reading.title, metas=reading.metas) == html


@given(data=st.data())
@settings(max_examples=100)
def test_fragments_settle(data: DataObject, documents: SearchStrategy[Document]) -> None:
    """A fragment that was read is written the same again, whatever it holds."""
    html = write_body(data.draw(documents))
    once = write_body(read_html(html).document)
    assert once == write_body(read_html(once).document)


def test_text_that_spells_a_placeholder_is_read_as_that_placeholder() -> None:
    """The one thing that reads back as something else: a variable typed letter by letter."""
    typed = Document((Block("p", (Text("See {{order_id}}"),)),))
    html = write_html(typed, lang="en")
    document = read_html(html).document
    assert document.blocks[0].inlines == (Text("See "), Placeholder("order_id"))
    assert write_html(document, lang="en") == html
