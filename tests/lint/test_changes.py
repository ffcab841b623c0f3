"""What a fix changes is shown before it is made, and can be left out."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from composer import rules
from composer.document import Document
from composer.document.html.reader import read_html
from composer.lint.changes import Change, make, planned
from composer.lint.engine import Linter
from composer.lint.fix import fix
from composer.lint.pieces import PieceKind
from composer.lint.rule import Invalid, Rule
from composer.policy import Policy
from composer.template import Template

Make = Callable[..., Rule]
Lines = Callable[..., Document]


@pytest.fixture(scope="session")
def linter(policy: Policy) -> Linter:
    """Every rule."""
    return Linter(policy, rules.load())


SIZES = (
    "<h2>What happens next</h2><p>It comes, dear buyer, on Monday. "
    "<span style='font-size: 20px'>Be at home.</span> "
    "<span style='font-size: 13px'>Thanks</span></p>"
)


def plan(linter: Linter, template: Template) -> tuple[Change, ...]:
    """Return what fixing `template` would change."""
    return planned(template, fix(template, linter))


def body_changes(linter: Linter, html: str) -> tuple[Change, ...]:
    """Return what fixing this body would change."""
    policy = linter.policy
    body = read_html(html, policy.placeholder_table()).document
    return plan(linter, Template(body=body, reason="order-problem"))


def marked(change: Change) -> str:
    """The pieces as one line, what is struck in brackets and what is added in braces."""
    signs = {PieceKind.SAME: "%s", PieceKind.STRUCK: "[%s]", PieceKind.ADDED: "<%s>"}
    return "".join(signs[piece.kind] % piece.text for piece in change.pieces)


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>It is here 😊 now, {{buyer_name}}.</p>", "It is here[ 😊] now, {{buyer_name}}."),
        ("<p>It is here 😊 now, [[buyer-name]].</p>", "It is here[ 😊] now, {{buyer_name}}."),
        (
            "<p style='text-align: center'>Hello</p>",
            "Hello  [text-align: center] <text-align: left>",
        ),
        (SIZES, "Thanks  [font-size: 13px] <font-size: 16px>"),
        ("<p style='line-height: 3'>Hello</p>", "Hello  [line-height: 3] <normal>"),
        (
            "<p><a href='http://www.amazon.com/gp/css/order-history'>Orders</a></p>",
            "Orders  http<s>://www.amazon.com/gp/css/order-history",
        ),
        (
            f"<p><a href='http://www.amazon.com/gp/{'x' * 40}/order-history'>Orders</a></p>",
            f"Orders  http<s>://www.amazon.com/gp/{'x' * 7}…{'x' * 14}/order-history",
        ),
        (
            "<p>Thankyouverymuchforyourorderof{{product_name}}andcomebackagaindear😊</p>",
            "…andcomebackagaindear[😊]",
        ),
        (
            "<p>A long line of words that goes on before the sign 😊 and a long line after it.</p>",
            "…that goes on before the sign[ 😊] and a long line after it.",
        ),
    ],
)
def test_what_is_struck_and_added_stands_among_its_words(
    linter: Linter, html: str, shown: str
) -> None:
    """Text shows the words beside it; a look or an address shows what it was and will be."""
    changes = body_changes(linter, f"{html}<p>Order {{{{order_id}}}}</p>")

    assert [marked(change) for change in changes] == [shown]


def test_before_and_after_can_be_read_out(linter: Linter) -> None:
    """A screen reader hears the words as they are and as they will be."""
    (change,) = body_changes(linter, "<p>It is here 😊 now.</p><p>Order {{order_id}}</p>")

    assert (change.before, change.after) == ("It is here 😊 now.", "It is here now.")
    assert (change.rule, change.line) == ("emoji", 1)


def test_all_changes_together_are_what_fixing_does(linter: Linter) -> None:
    """With nothing left out the result is that of the fix loop, for every example of every rule."""
    compared = 0
    for rule in linter.rules:
        for example in rule.examples:
            if isinstance(example, Invalid):
                table = linter.policy.placeholder_table()
                template = Template(body=read_html(example.html, table).document)
                outcome = fix(template, linter)
                changes = planned(template, outcome)
                assert make(template, changes).template == outcome.template
                assert all(change.pieces for change in changes)
                compared += len(changes)
    assert compared > 50


def test_a_change_left_out_is_not_made(policy: Policy, word_rule: Make, document: Lines) -> None:
    """The others of its pass are, wherever they stand."""
    linter = Linter(policy, [word_rule("teh", "the")])
    template = Template(subject=document("teh order"), body=document("is teh one", "teh end"))
    changes = plan(linter, template)

    made = make(template, changes, left_out={1}).template

    assert made == replace(
        template, subject=document("the order"), body=document("is teh one", "the end")
    )


def test_later_passes_wait_for_the_earlier_ones(
    policy: Policy, word_rule: Make, document: Lines
) -> None:
    """Nothing is done that was not shown: what builds on a change left out is not made."""
    linter = Linter(policy, [word_rule("a", "b b"), word_rule("b b", "c", name="second")])
    template = Template(body=document("a", "and", "a"))
    changes = plan(linter, template)
    assert [change.turn for change in changes] == [0, 0, 0, 1, 1, 1]
    numbers = frozenset(range(6))

    def made(*left_out: int) -> tuple[str, frozenset[int]]:
        result = make(template, changes, left_out)
        return result.template.body.text, numbers - result.numbers

    assert made() == ("c\ncnd\nc", frozenset())
    assert made(0) == ("a\ncnd\nc", {0, 3})
    assert made(1) == ("c\nand\nc", {1, 4})
    assert made(5) == ("c\ncnd\nb b", {5})
    assert made(*range(6)) == ("a\nand\na", numbers)
