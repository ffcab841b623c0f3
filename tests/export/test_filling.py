"""Placeholders are filled in wherever they stand, and what is left empty stays."""

from collections.abc import Callable

import pytest

from composer.document import Image, Placeholder
from composer.document.placeholders import PlaceholderTable
from composer.document.text import write_text
from composer.export.filling import Values, fill_template
from composer.lint.engine import Linter
from composer.template import Template


@pytest.fixture
def table(linter: Linter) -> PlaceholderTable:
    """The spellings of all tools."""
    return linter.policy.placeholder_table()


def test_text_is_filled_in_whatever_the_spelling(table: PlaceholderTable) -> None:
    """Ours and those of other tools; the rest of the text stays as it is, space by space."""
    values = Values.typed({"order_id": "112-1", "seller_name": "Anna"}, table)
    text = "Hello  {{buyer_name}},\n\n- [Order ID] 😀 {{ order_id }}\n- [size L]\n\n{{seller_name}}"

    assert values.in_text(text) == (
        "Hello  {{buyer_name}},\n\n- 112-1 😀 112-1\n- [size L]\n\nAnna"
    )


@pytest.mark.parametrize(
    ("typed", "filled"),
    [
        ("  Anna \n Berger\t& Co ", "Anna Berger & Co"),
        ("A\ufffcB\0", "A B"),
        ("عطلة & <b>", "عطلة & <b>"),
        ("\u2028 \n", "{{seller_name}}"),
        ("{{order_id}}", "{{order_id}}"),
    ],
)
def test_a_value_is_one_line_of_words(table: PlaceholderTable, typed: str, filled: str) -> None:
    """Whatever was pasted; what is nothing but space is empty."""
    values = Values.typed({"seller_name": typed, "order_id": ""}, table)

    assert values.in_text("By {{seller_name}}.") == f"By {filled}."


def test_a_template_is_filled_in_everywhere(
    make_template: Callable[..., Template], table: PlaceholderTable
) -> None:
    """In the subject, between bold words, in links and in what images say."""
    template = make_template(
        "<p>Order <b>{{order_id}}</b> by {{carrier}}:"
        ' <a href="https://amazon.com/o?id={{custom_text}}">look</a>'
        ' <a href="{{order_link}}">here</a> <img src="a.png" alt="For {{custom_text}}"></p>',
        subject="Order {{order_id}}",
    )
    link = "https://www.amazon.com/o?a=1&b=ä"
    values = {"order_id": "112-1", "custom_text": "Ben & Ö", "order_link": link}
    filled = fill_template(template, Values.typed(values, table))

    assert write_text(filled.subject) == "Order 112-1"
    assert write_text(filled.body).startswith(
        "Order 112-1 by {{carrier}}: look (https://amazon.com/o?id=Ben%20%26%20%C3%96)"
    )
    runs = [inline for _, _, inline in filled.body.runs()]
    assert link in {it.marks.link.href for it in runs if it.marks.link}
    assert [it.alt for it in runs if isinstance(it, Image)] == ["For Ben & Ö"]
    assert [it.name for it in runs if isinstance(it, Placeholder)] == ["carrier"]


def test_nothing_filled_in_changes_nothing(
    make_template: Callable[..., Template], table: PlaceholderTable
) -> None:
    """An empty form gives the template."""
    template = make_template('<p>Order {{order_id}} <a href="{{order_link}}">here</a></p>')

    assert fill_template(template, Values.typed({"order_id": " "}, table)) == template
