"""Every example of every rule, held to what it states."""

import pytest

from composer import rules
from composer.document.html.reader import read_html
from composer.document.html.writer import write_body
from composer.language.grammar import LocalGrammar
from composer.language.spelling import LocalSpeller
from composer.lint.rule import Example, Rule
from composer.lint.testing import ExampleTester
from composer.policy import Policy

RULES = rules.load()
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{number}")
    for rule in RULES
    for number, example in enumerate(rule.examples, start=1)
]


@pytest.fixture(scope="module")
def tester() -> ExampleTester:
    """The tester under the newest edition."""
    policy = Policy.load()
    table = policy.placeholder_table()
    return ExampleTester(
        policy,
        lambda html: read_html(html, table).document,
        write_body,
        LocalSpeller(),
        LocalGrammar(),
    )


def test_rules_are_told_apart(tester: ExampleTester) -> None:
    """No two rules share an id or a title."""
    tester.check_all(RULES)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_is_whole(tester: ExampleTester, rule: Rule) -> None:
    """Each rule has help, a clause that exists, and enough examples of both kinds."""
    tester.check_rule(rule)


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example(tester: ExampleTester, rule: Rule, example: Example) -> None:
    """Each example is flagged, mended or left alone just as it says."""
    tester.check_example(rule, example)
