from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from composer.document import Block, Document, Placeholder, Text
from composer.document.edits import Remove
from composer.document.used import fact
from composer.lint.context import Context, Message, Settings
from composer.lint.engine import Linter, SupersededError
from composer.lint.finding import Finding, Fix, Location, Severity
from composer.lint.rule import Rule
from composer.policy import Policy
from composer.template import Template

Make = Callable[..., Rule]
Lines = Callable[..., Document]


def test_findings_come_in_text_order_subject_first(
    policy: Policy, word_rule: Make, document: Lines
) -> None:
    """Two rules' findings are mixed by where they stand, the subject's before the body's."""
    template = Template(subject=document("beta"), body=document("beta alpha", "alpha"))
    linter = Linter(policy, [word_rule("alpha"), word_rule("beta")])

    found = [(it.rule, it.location.part, it.location.start) for it in linter.lint(template)]

    assert found == [
        ("beta", "subject", 0),
        ("beta", "body", 0),
        ("alpha", "body", 5),
        ("alpha", "body", 11),
    ]


def test_order_of_rules_does_not_matter(policy: Policy, word_rule: Make, document: Lines) -> None:
    """The same rules in another order give the same tuple."""
    rules = [word_rule("al"), word_rule("alp", severity=Severity.MUST_FIX), word_rule("alpha")]
    template = Template(body=document("alpha alpha"))

    forwards = Linter(policy, rules).lint(template)

    assert forwards == Linter(policy, rules[::-1]).lint(template)
    assert [it.rule for it in forwards[:3]] == ["al", "alp", "alpha"]


def test_text_and_excerpt_are_filled_in(policy: Policy, word_rule: Make, document: Lines) -> None:
    """A finding carries the words it covers even after it is moved to its block."""
    found = Linter(policy, [word_rule("b")]).lint(Template(body=document("a", "a b")))

    assert [(it.text, it.excerpt, it.location) for it in found] == [
        ("b", "b", Location("body", 4, 5))
    ]


def test_rule_that_raises_is_a_must_fix_finding(
    policy: Policy, make_rule: Make, word_rule: Make, document: Lines
) -> None:
    """What could not be checked is not clean, and the other rules still speak."""
    broken = make_rule("broken", severity=Severity.ADVICE)

    @broken.check_block
    def check(block: Block, context: Context) -> Iterator[Finding]:
        yield broken.finding(0, 0)
        raise ZeroDivisionError

    found = Linter(policy, [broken, word_rule("a")]).lint(Template(body=document("a", "")))

    unchecked = [it for it in found if "could not be checked" in it.message]
    assert {it.severity for it in unchecked} == {Severity.MUST_FIX}
    assert "“Broken found” could not be checked here (ZeroDivisionError)" in unchecked[0].message
    assert [it.text for it in found if it.rule == "a"] == ["a"]


def test_message_rule_that_raises_is_a_must_fix_finding(
    policy: Policy, make_rule: Make, document: Lines
) -> None:
    """A message rule that fails marks the whole message."""
    broken = make_rule("broken_whole")

    @broken.check_message
    def check(message: Message, context: Context) -> Iterator[Finding]:
        raise KeyError("x")

    (found,) = Linter(policy, [broken]).lint(Template(body=document("a")))

    assert (found.severity, found.location) == (Severity.MUST_FIX, Location())


@pytest.mark.parametrize(
    "finding",
    [
        {"start": 0, "end": 9},
        {"start": 2, "end": 1},
        {"start": 0, "end": 1, "fixes": (Fix("Cut", (Remove(0, 9),)),)},
        {"start": 0, "end": 1, "related": (Location(start=4, end=5),)},
    ],
)
def test_range_out_of_the_text_is_not_trusted(
    policy: Policy, finding: dict[str, object], make_rule: Make, document: Lines
) -> None:
    """A position outside of the block would point at a neighbour's words: it is refused."""
    stray = make_rule("stray")
    stray.check_block(lambda _block, _context: [stray.finding(**finding)])

    found = Linter(policy, [stray]).lint(Template(body=document("abc", "def")))

    assert all("could not be checked" in it.message for it in found)


def test_attachments_are_parts_of_their_own(
    policy: Policy, make_rule: Make, word_rule: Make, document: Lines
) -> None:
    """A finding about an attachment comes last and covers no text."""
    rule = make_rule("attached")
    rule.check_message(lambda _message, _context: [rule.finding(part="attachment:0", text="x.exe")])

    found = Linter(policy, [rule, word_rule("a")]).lint(Template(body=document("a")))

    assert [it.location.part for it in found] == ["body", "attachment:0"]
    assert (found[1].text, found[1].excerpt) == ("x.exe", "")


def test_unchanged_blocks_are_not_checked_again(
    policy: Policy, make_rule: Make, document: Lines
) -> None:
    """After an edit of one block only that block is looked at."""
    seen: list[str] = []
    rule = make_rule("watch", parts=("body",))
    rule.check_block(lambda block, _context: seen.append(block.text) or [])
    linter = Linter(policy, [rule])

    linter.lint(Template(body=document("one", "two", "three")))
    seen.clear()
    linter.lint(Template(body=document("one", "two!", "three")))

    assert seen == ["two!"]


def test_what_is_known_of_a_block_is_known_of_an_equal_one_read_later(
    policy: Policy, make_rule: Make, document: Lines
) -> None:
    """Reading a message anew gives new blocks: facts of those that stayed are not sought again."""
    sought: list[str] = []

    @fact
    def length(block: Block) -> int:
        sought.append(block.text)
        return len(block.text)

    rule = make_rule("long")

    @rule.check_message
    def check(message: Message, context: Context) -> Iterator[Finding]:
        for start, block in zip(message.body.starts, message.body.blocks, strict=True):
            if length(block) > 3:
                yield rule.finding(start, start + length(block))

    linter = Linter(policy, [rule])
    linter.lint(Template(body=document("one", "three")))
    found = linter.lint(Template(body=document("new", "three")))

    assert sought == ["one", "three", "new"]
    assert [it.text for it in found] == ["three"]


@pytest.mark.parametrize(
    "change",
    [{"language": "de"}, {"reason": "reply"}, {"channel": "api"}, {"marketplace": "amazon.de"}],
)
def test_another_scene_is_checked_afresh(
    policy: Policy, change: dict[str, str], make_rule: Make, document: Lines
) -> None:
    """Language, reason, channel and marketplace are part of what is remembered."""
    seen: list[str] = []
    rule = make_rule("watch", parts=("body",))
    rule.check_block(lambda block, _context: seen.append(block.text) or [])
    linter = Linter(policy, [rule])
    template = Template(body=document("one"))

    linter.lint(template)
    linter.lint(replace(template, **change))

    assert seen == ["one", "one"]


def test_settings_are_part_of_what_is_remembered(
    policy: Policy, make_rule: Make, document: Lines
) -> None:
    """A word the seller adds takes effect at once, in blocks already checked too."""
    rule = make_rule("unknown")

    @rule.check_block
    def check(block: Block, context: Context) -> Iterator[Finding]:
        if block.text and block.text not in context.settings.words:
            yield rule.finding(0, len(block.text))

    linter = Linter(policy, [rule])
    template = Template(body=document("anvora"))
    before = linter.lint(template)

    linter.settings = Settings(words=frozenset({"anvora"}))

    assert len(before) == 1
    assert linter.lint(template) == ()


def test_styling_rules_are_silent_where_no_styling_is_sent(
    policy: Policy, word_rule: Make, document: Lines
) -> None:
    """An html-only rule looks at email, not at the contact form."""
    linter = Linter(policy, [word_rule("a", html_only=True)])
    template = Template(body=document("a"))

    assert len(linter.lint(template)) == 1
    assert linter.lint(replace(template, channel="contact-form")) == ()


def test_a_message_quotes_words_without_the_characters_that_stand_for_objects(
    policy: Policy, make_rule: Make
) -> None:
    """Nobody can read the sign of a placeholder; the excerpt keeps it."""
    rule = make_rule("quoting", message="Says “{words}”", parts=("body",))

    def check(block: Block, _context: Context) -> Iterator[Finding]:
        yield rule.finding(0, len(block.text), words=block.text)

    rule.check_block(check)
    words = (Text("order "), Placeholder("order_id"), Text(" left"))
    body = Document((Block(inlines=words),))
    found = Linter(policy, [rule]).lint(Template(body=body))

    assert [(it.message, it.excerpt) for it in found] == [
        ("Says “order … left”", "order \ufffc left")
    ]


def test_a_check_ends_once_nobody_waits_for_it(
    policy: Policy, make_rule: Make, document: Lines
) -> None:
    """What it has found out of blocks until then is not lost; the next check goes on with them."""
    seen: list[str] = []
    rule = make_rule("long")

    @rule.check_block
    def check(block: Block, context: Context) -> Iterator[Finding]:
        seen.append(block.text)
        yield rule.finding(0, 1)

    linter = Linter(policy, [rule])
    template = Template(body=document("one", "two", "three"))
    with pytest.raises(SupersededError):
        linter.lint(template, wanted=lambda: len(seen) < 3)
    assert seen == ["", "one", "two"]
    linter.lint(template)
    assert seen == ["", "one", "two", "three"]
