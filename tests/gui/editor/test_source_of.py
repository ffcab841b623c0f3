"""Which source a message is shown as."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.document import Block, Container, Document, Style
from composer.gui.source.written import source_of, written
from composer.policy import Policy

TABLE = Policy.load().placeholder_table()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_source_says_all_of_the_message(
    data: st.DataObject, documents: st.SearchStrategy[Document]
) -> None:
    """Whatever a message holds, reading its source gives it back."""
    document = data.draw(documents)

    assert written(document, "en", TABLE).document == document


def test_the_message_stands_alone_where_it_can() -> None:
    """A whole file is shown only for what stands outside the message or around all of it."""
    plain = Document((Block("p"),))
    styled = Container("body", style=Style.of({"color": "#333333"}))

    assert source_of(plain, "de") == "<p><br></p>\n"
    for document in (
        Document(plain.blocks, ("<style>@media print {}</style>",)),
        Document((Block("p", path=(styled,)),)),
    ):
        assert source_of(document, "de").startswith('<!DOCTYPE html>\n<html lang="de">')
