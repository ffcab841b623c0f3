"""What a fix empties goes with it, though the rule that offers it sees one block alone."""

import pytest

from composer import rules
from composer.document.html.reader import read_html
from composer.lint.engine import Linter
from composer.lint.fix import fix
from composer.policy import Policy
from composer.template import Template


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Order {{order_id}}</p><p>😊</p><p>Ann</p>", "Order \ufffc\nAnn"),
        ("<p>Order {{order_id}}</p><p>😊</p>", "Order \ufffc"),
        ("<p>😊</p><p>😊</p><p>Order {{order_id}}</p>", "Order \ufffc"),
        ("<p>😊</p>", ""),
        ("<p>😊<br>Order {{order_id}}</p>", "Order \ufffc"),
        ("<table><tr><td>😊</td><td>Order {{order_id}}</td></tr></table>", "\nOrder \ufffc"),
    ],
)
def test_no_empty_paragraph_is_left(html: str, text: str) -> None:
    """But for the cell of a table, and a message that says nothing else."""
    linter = Linter(Policy.load(), rules.load())

    mended = fix(Template(body=read_html(html).document, reason="reply"), linter)

    assert mended.template.body.text == text
