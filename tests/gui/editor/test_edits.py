import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from composer.document import (
    Block,
    Container,
    Document,
    Image,
    LineBreak,
    Link,
    Marks,
    Placeholder,
    Style,
    Text,
)
from composer.document.edits import (
    Edit,
    MakeList,
    Remove,
    ReplaceText,
    SetBlockStyle,
    SetImage,
    SetLink,
    SetMark,
    SetTag,
    apply,
)
from composer.gui.editor.message_editor import MessageEditor

MAIL = Document(
    (
        Block(inlines=(Text("Hello 😀 "), Placeholder("buyer_name"), LineBreak(), Text("there"))),
        Block("h2", (Text("Your "), Text("order", Marks(bold=True)), Placeholder("order_id"))),
        Block(
            "p",
            (Text("Track it "), Text("here", Marks(link=Link("http://amazon.com/x")))),
            Style.of({"text-align": "center", "line-height": "2"}),
        ),
        Block("", (Text("one"),), path=(Container("ul"), Container("li"))),
        Block("", (Text("two"),), path=(Container("ul"), Container("li", 1))),
        Block("p", (Image("a.png", None, "90%"), Text("שלום"))),
    )
)
LINK = MAIL.text.index("here")
PICTURE = MAIL.starts[5]


@pytest.mark.parametrize(
    "edits",
    [
        (ReplaceText(0, 5, "Good day"),),
        (ReplaceText(0, 5, "Order {{order_id}}\nGood 😀 day"),),
        (Remove(6, 7),),
        (Remove(3, MAIL.starts[2] + 3),),
        (Remove(MAIL.starts[3], MAIL.starts[4] + 1),),
        (SetMark(0, 9, "bold", True),),
        (SetMark(0, len(MAIL.text), "font-size", "13px"),),
        (SetMark(MAIL.starts[1], MAIL.starts[1] + 10, "bold", False),),
        (SetBlockStyle(LINK, LINK, "text-align", None),),
        (SetBlockStyle(0, len(MAIL.text), "margin-left", "5%"),),
        (SetTag(MAIL.starts[1], MAIL.starts[1], "p"),),
        (SetLink(LINK, LINK + 4, "https://amazon.com/x"),),
        (SetLink(LINK, LINK + 4, None),),
        (SetImage(PICTURE, PICTURE + 1, "alt", "Box"),),
        (SetImage(PICTURE, PICTURE + 1, "width", "80%"),),
        (
            Remove(6, 7),
            SetLink(LINK, LINK + 4, None),
            SetBlockStyle(LINK, LINK, "line-height", None),
        ),
    ],
    ids=lambda edits: "+".join(type(edit).__name__ for edit in edits),
)
def test_edit_does_in_the_editor_what_it_does_to_the_document(
    editor: MessageEditor, edits: tuple[Edit, ...]
) -> None:
    """Each kind of edit gives the same document in both, and is one step of undo."""
    editor.set_document(MAIL)
    editor.apply_edits(edits)
    assert editor.document_value() == apply(MAIL, edits)
    editor.undo_log.undo()
    assert editor.document_value() == MAIL
    assert not editor.undo_log.can_undo
    editor.undo_log.redo()
    assert editor.document_value() == apply(MAIL, edits)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(data=st.data())
def test_any_edits_of_any_document_agree(
    data: st.DataObject, editor: MessageEditor, documents: st.SearchStrategy[Document]
) -> None:
    """A row of edits on any document gives what they give without an editor; undo the start."""
    document = data.draw(documents)
    editor.set_document(document)
    wanted = document
    for _ in range(3):
        end = data.draw(st.integers(0, len(wanted.text)))
        start = data.draw(st.integers(0, end))
        edit: Edit = data.draw(
            st.sampled_from(
                [
                    ReplaceText(start, end, "a\n😀{{order_id}}"),
                    Remove(start, end),
                    SetMark(start, end, "italic", True),
                    SetMark(start, end, "color", None),
                    SetBlockStyle(start, end, "text-align", None),
                    SetTag(start, end, "h3"),
                    MakeList(start, end, "ol"),
                    SetLink(start, end, "https://amazon.com"),
                ]
            )
        )
        wanted = apply(wanted, [edit])
        editor.apply_edits([edit])
        assert editor.document_value() == wanted
    while editor.undo_log.can_undo:
        editor.undo_log.undo()
    assert editor.document_value() == document


def test_caret_stays_where_an_edit_elsewhere_leaves_it(editor: MessageEditor) -> None:
    """A fix above the caret moves it with its text; one in its own block leaves it in place."""
    editor.set_document(MAIL)
    at = MAIL.text.index("two") + 1
    editor.select(at)
    editor.apply_edits([ReplaceText(0, 5, "Hi"), SetBlockStyle(at, at, "margin-left", "1px")])

    assert editor.selection() == (at - 3, at - 3)


def test_head_markup_is_part_of_a_step(editor: MessageEditor) -> None:
    """What a document holds for its head is changed and undone with it."""
    editor.set_document(Document(MAIL.blocks, ("<style>a:hover{}</style>",)))
    editor.replace_document(MAIL)
    assert editor.document_value() == MAIL
    editor.undo_log.undo()

    assert editor.document_value().head == ("<style>a:hover{}</style>",)
