import pytest
from hypothesis import given
from hypothesis import strategies as st

from composer.document import Block, Document, Image, LineBreak, Placeholder, Text
from composer.document.errors import DocumentError
from composer.library.template_file import (
    read_subject,
    read_template,
    read_template_source,
    write_template,
)
from composer.policy import Policy
from composer.template import Approval, Attachment, SetAside, Template

POLICY = Policy.load()
WORDS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="{}[]%#$"), max_size=20
)
CODES = st.from_regex(r"[a-z]{1,8}(-[a-z]{1,4})?", fullmatch=True)
SUBJECTS = st.builds(
    lambda before, name, after: read_subject(
        f"{before}{{{{{name}}}}}{after}", POLICY.placeholder_table()
    ),
    WORDS,
    st.sampled_from(["order_id", "product_name", "own.thing"]),
    WORDS,
)
BODIES = st.builds(
    lambda text: Document(
        (Block(inlines=(Text(text or "x"), LineBreak(), Placeholder("order_id"))), Block("h2"))
    ),
    WORDS,
)
TEMPLATES = st.builds(
    Template,
    name=WORDS,
    subject=SUBJECTS,
    body=BODIES,
    reason=st.sampled_from(["", *POLICY.reasons]),
    channel=st.sampled_from(list(POLICY.channels)),
    marketplace=st.sampled_from(list(POLICY.marketplaces)),
    language=st.sampled_from(["en", "de", "pt-BR", "ar", "zh"]),
    id=CODES,
    group=CODES,
    attachments=st.lists(st.builds(Attachment, WORDS, CODES), max_size=2).map(tuple),
    set_aside=st.lists(
        st.builds(SetAside, CODES, CODES, WORDS, WORDS, WORDS, WORDS, CODES), max_size=2
    ).map(tuple),
    approval=st.none() | st.builds(Approval, CODES, CODES, CODES),
)


@given(TEMPLATES)
def test_reading_what_was_written_gives_the_same(template: Template) -> None:
    """Every template survives its file, whatever its texts hold."""
    assert read_template(write_template(template), POLICY) == template


def test_a_set_aside_without_a_date_is_written_without_one() -> None:
    """A file from before dates were noted is read, and stays as it is."""
    template = Template(set_aside=(SetAside("rule", "body", "a", "", "", "an idiom"),))
    written = write_template(template)
    assert "date" not in written
    assert read_template(written, POLICY).set_aside == template.set_aside


def test_file_is_ordinary_html() -> None:
    """Subject, language and facts stand where a browser or another tool expects them."""
    template = Template(
        name="Late parcel",
        subject=read_subject("About {{order_id}}", POLICY.placeholder_table()),
        body=Document((Block(inlines=(Text("Hallo"),)),)),
        reason="order-problem",
        language="de",
        marketplace="amazon.de",
    )

    text = write_template(template)

    assert text.startswith('<!DOCTYPE html>\n<html lang="de">')
    assert "<title>About {{order_id}}</title>" in text
    assert '<meta name="permitted:reason" content="order-problem">' in text
    assert '<meta name="permitted:name" content="Late parcel">' in text
    assert "<p>Hallo</p>" in text


def test_direction_is_written_where_given() -> None:
    """A template in Arabic opens from right to left in a browser."""
    assert '<html lang="ar" dir="rtl">' in write_template(Template(language="ar"), direction="rtl")


def test_foreign_html_is_a_template_of_which_little_is_known() -> None:
    """A file without our metas keeps the defaults, takes title and lang, and says what it named."""
    read = read_template_source(
        '<html lang="fr"><head><title>Bonjour %%order_id%%</title></head><p>Oui</p></html>', POLICY
    )

    assert read.template.language == "fr"
    assert read.template.subject.text == "Bonjour \ufffc"
    assert (read.template.reason, read.template.channel) == ("", "email")
    assert read.named == {"language"}


def test_newer_file_is_refused() -> None:
    """A file of a later version is not read as something it is not."""
    with pytest.raises(DocumentError, match="newer"):
        read_template('<meta name="permitted:version" content="2"><p>x</p>', POLICY)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"content": 1}', '{"content": "x"}'])
def test_damaged_approval_counts_for_nothing(content: str) -> None:
    """An approval that cannot be read is no approval."""
    meta = f"<meta name='permitted:approval' content='{content}'>"

    assert read_template(f"<html><head>{meta}</head><p>x</p></html>", POLICY).approval is None


def test_images_keep_their_relative_source() -> None:
    """A picture beside the file is named as before."""
    image = Image("late.files/a.png", alt="A box")
    template = Template(body=Document((Block(inlines=(image,)),)))

    assert read_template(write_template(template), POLICY).body == template.body
