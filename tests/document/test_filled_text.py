"""Plain text of a filled message, copied with its placeholders."""

import pytest

from composer.document.filled_text import filled_text
from composer.document.filling import fill
from composer.document.html.reader import read_html
from composer.document.text import write_text

VALUES = {"buyer_name": "Ana 😀 Lima", "order_id": "1-2", "store_name": ""}
HTML = (
    "<p>Dear {{buyer_name}}{{store_name}},</p><ul><li>order {{order_id}}</li><li>two</li></ul>"
    '<p><a href="https://www.amazon.com/{{order_id}}">Orders</a> and [[order-id]]</p>'
)


@pytest.mark.parametrize(
    ("words", "spelled"),
    [
        ("Dear ", "Dear "),
        ("Dear Ana", "Dear {{buyer_name}}"),
        ("Lima,", "{{buyer_name}},"),
        ("😀", "{{buyer_name}}"),
        (",\n\n- order 1", ",\n\n- order {{order_id}}"),
        ("order 1-2\n- two", "order {{order_id}}\n- two"),
        ("two", "two"),
    ],
)
def test_a_range_is_spelled_as_the_template_has_it(words: str, spelled: str) -> None:
    """A value is its placeholder, whole also where the range holds only a part of it."""
    found = filled_text(fill(read_html(HTML).document, VALUES.get))
    assert found is not None
    start = found.text.index(words)
    assert found.spelled(start, start + len(words)) == spelled


def test_all_of_it_is_the_text_of_the_template() -> None:
    """But for values of no length, which left nothing to copy."""
    document = read_html(HTML).document
    found = filled_text(fill(document, VALUES.get))
    assert found is not None
    whole = found.spelled(0, len(found.text))
    assert whole == write_text(document).replace("{{store_name}}", "")


def test_what_cannot_be_told_apart_is_not_guessed() -> None:
    """Where the message has the marks itself."""
    document = read_html("<p>\ufdd2 {{order_id}}</p>").document
    assert filled_text(fill(document, VALUES.get)) is None
