from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from composer.document import Block
from composer.document.edits import Remove, ReplaceText
from composer.document.html.reader import read_html
from composer.document.html.writer import write_body
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix
from composer.lint.rule import Invalid, Rule, Valid
from composer.lint.testing import ExampleError, ExampleTester
from composer.policy import Policy

Make = Callable[..., Rule]

BAD = Invalid("<p>teh order</p>", flags=("teh",), fixed="<p>the order</p>")
WORSE = Invalid("<p>teh</p><p>teh</p>", flags=("teh", "teh"), fixed="<p>the</p><p>the</p>")
GOOD = (Valid("<p>the order</p>"), Valid("<p>Theo</p>"))
EXAMPLES = (BAD, WORSE, *GOOD)


@pytest.fixture
def tester(policy: Policy) -> ExampleTester:
    """The tester, with HTML in and out."""
    return ExampleTester(policy, lambda html: read_html(html).document, write_body)


def test_honest_rule_passes(tester: ExampleTester, word_rule: Make) -> None:
    """A rule that does what its examples say has nothing to fear."""
    rule = word_rule("teh", "the", examples=EXAMPLES)

    tester.check_all([rule])
    tester.check_rule(rule)
    for example in rule.examples:
        tester.check_example(rule, example)


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"examples": (BAD, *GOOD)}, "at least 2 Invalid"),
        ({"examples": (BAD, WORSE, GOOD[0])}, "at least 2 Valid"),
        ({"examples": (*EXAMPLES, Valid(BAD.html))}, "there twice"),
        ({"examples": EXAMPLES, "clause": "S-NONE"}, "no clause S-NONE"),
    ],
)
def test_metadata_must_be_whole(
    tester: ExampleTester, word_rule: Make, change: dict[str, object], complaint: str
) -> None:
    """Too few examples, doubled ones and unknown clauses are told."""
    with pytest.raises(ExampleError, match=complaint):
        tester.check_rule(word_rule("teh", "the", **change))


def test_rule_without_a_check_is_told(tester: ExampleTester, make_rule: Make) -> None:
    """A rule that checks nothing would pass silently."""
    with pytest.raises(ExampleError, match="no check function"):
        tester.check_rule(make_rule("idle", examples=EXAMPLES))


def test_titles_are_unique(tester: ExampleTester, word_rule: Make) -> None:
    """Two rules with one title could not be told apart on screen."""
    with pytest.raises(ExampleError, match="two rules"):
        tester.check_all([word_rule("teh"), word_rule("teh")])


@pytest.mark.parametrize(
    ("example", "complaint"),
    [
        (Valid("<p>teh</p>"), "flagged"),
        (replace(BAD, flags=("order",)), "flagged"),
        (replace(BAD, flags=()), "flags nothing"),
        (replace(BAD, fixed=None), "`fixed` is missing"),
        (replace(BAD, fixed="<p>an order</p>"), "fixed to"),
        (Invalid("<p>fine</p>", flags=("teh",)), "flagged"),
    ],
)
def test_example_that_is_wrong_is_told(
    tester: ExampleTester, word_rule: Make, example: Valid, complaint: str
) -> None:
    """What is flagged and how it is mended must be just as stated."""
    with pytest.raises(ExampleError, match=complaint):
        tester.check_example(word_rule("teh", "the"), example)


def test_failure_shows_the_words(tester: ExampleTester, word_rule: Make) -> None:
    """The message of a failure has the text with carets under what was flagged."""
    with pytest.raises(ExampleError) as failure:
        tester.check_example(word_rule("teh"), Valid("<p>is teh one</p>"))

    assert "1 │ is teh one\n        │    ^^^" in str(failure.value)


def test_error_of_a_rule_comes_through(tester: ExampleTester, make_rule: Make) -> None:
    """A rule that raises fails with its own error, not with a finding about it."""
    rule = make_rule("broken")

    @rule.check_block
    def check(block: Block, context: Context) -> Iterator[Finding]:
        yield rule.finding(1 // len(block.text) * 0, 0)

    with pytest.raises(ZeroDivisionError):
        tester.check_example(rule, BAD)


def test_fix_that_leaves_its_finding_is_told(tester: ExampleTester, word_rule: Make) -> None:
    """A fix has to silence its rule."""
    example = Invalid("<p>a</p>", flags=("a",), fixed="<p>ba</p>")

    with pytest.raises(ExampleError, match="still fixing after 10 passes"):
        tester.check_example(word_rule("a", "ba"), example)


def test_empty_field_of_the_message_is_told(tester: ExampleTester, make_rule: Make) -> None:
    """A message that misses what it is about is no message."""
    rule = make_rule("fields", message="Link {url} is odd")
    rule.check_block(lambda block, _: [rule.finding(0, 3, url="")] if block.text else [])

    with pytest.raises(ExampleError, match="empty field"):
        tester.check_example(rule, Invalid("<p>teh</p>", flags=("teh",)))


def test_rule_that_speaks_for_another_is_told(tester: ExampleTester, make_rule: Make) -> None:
    """A finding carries the name and clause of the rule that yields it."""
    rule, other = make_rule("one"), make_rule("other")
    rule.check_block(lambda block, _: [other.finding(0, 3)] if block.text else [])

    with pytest.raises(ExampleError, match="speaks for other"):
        tester.check_example(rule, Invalid("<p>teh</p>", flags=("teh",)))


def test_rule_that_remembers_is_told(tester: ExampleTester, make_rule: Make) -> None:
    """A second check of the same message must find the same."""
    rule = make_rule("moody")
    seen: list[str] = []

    @rule.check_block
    def check(block: Block, context: Context) -> Iterator[Finding]:
        if block.text and block.text not in seen:
            seen.append(block.text)
            yield rule.finding(0, 3)

    with pytest.raises(ExampleError, match="second check"):
        tester.check_example(rule, Invalid("<p>teh</p>", flags=("teh",)))


def test_fixes_that_undo_each_other_are_told(tester: ExampleTester, make_rule: Make) -> None:
    """A rule whose fixes go round never settles."""
    rule = make_rule("round")

    @rule.check_block
    def check(block: Block, context: Context) -> Iterator[Finding]:
        if block.text:
            other = "b" if block.text == "a" else "a"
            fix = Fix("Turn", (ReplaceText(0, 1, other),), safe=True)
            yield rule.finding(0, 1, fixes=(fix,))

    with pytest.raises(ExampleError, match="still fixing"):
        tester.check_example(rule, Invalid("<p>a</p>", flags=("a",), fixed="<p>b</p>"))


def test_fix_without_words_is_told(tester: ExampleTester, make_rule: Make) -> None:
    """A button needs its text."""
    rule = make_rule("silent")
    fix = Fix("", (Remove(0, 3),))
    rule.check_block(lambda block, _: [rule.finding(0, 3, fixes=(fix,))] if block.text else [])

    with pytest.raises(ExampleError, match="empty fix"):
        tester.check_example(rule, Invalid("<p>teh</p>", flags=("teh",), fixed="<p><br></p>"))
