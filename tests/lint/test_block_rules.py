from collections.abc import Callable
from pathlib import Path

import pytest

from composer import resources
from composer.document import Block, Document, Marks, Text
from composer.lint.engine import Linter
from composer.lint.rule import Rule
from composer.policy import Policy
from composer.template import Template

Make = Callable[..., Rule]
Lines = Callable[..., Document]


def bold(*lines: str) -> Document:
    """Return a document of paragraphs that are more than bare words."""
    return Document(tuple(Block(inlines=(Text(line, Marks(bold=True)),)) for line in lines))


def watching(rule: Rule) -> list[str]:
    """Let `rule` write down the blocks it is given."""
    seen: list[str] = []
    rule.check_block(lambda block, _context: seen.append(block.text) or [])
    return seen


def test_rule_sees_only_blocks_that_hold_what_it_needs(policy: Policy, make_rule: Make) -> None:
    """A block in which the rule's need finds nothing is not given to the rule."""
    rule = make_rule("watch", parts=("body",), needs=lambda block: "o" in block.text)
    seen = watching(rule)

    Linter(policy, [rule]).lint(Template(body=bold("one", "three", "four")))

    assert seen == ["one", "four"]


def test_bare_words_hold_nothing_that_is_needed(
    policy: Policy, make_rule: Make, document: Lines
) -> None:
    """What a rule needs is beside the words, so a block of bare words is not looked at for it."""
    rule = make_rule("watch", parts=("body",), needs=lambda block: True)
    seen = watching(rule)

    Linter(policy, [rule]).lint(Template(body=document("one", "two")))

    assert seen == []


def test_need_that_raises_keeps_no_rule_from_its_block(policy: Policy, word_rule: Make) -> None:
    """What a need could not tell is left to the rule: nothing is taken for clean."""

    def need(block: Block) -> bool:
        raise ZeroDivisionError

    found = Linter(policy, [word_rule("a", needs=need)]).lint(Template(body=bold("a")))

    assert [it.text for it in found] == ["a"]


def test_hint_in_one_sentence_gives_the_whole_block(
    policy: Policy, make_rule: Make, document: Lines
) -> None:
    """A block is given where any of its sentences hints at something, and else is not."""
    rule = make_rule("watch", parts=("body",), hint=lambda sentence: "late" in sentence)
    seen = watching(rule)
    texts = ("We are sorry. It is late. Bye.", "All is well.", "It is late.")

    Linter(policy, [rule]).lint(Template(body=document(*texts)))

    assert seen == [texts[0], texts[2]]


def test_hint_is_enough_where_the_need_finds_nothing(policy: Policy, make_rule: Make) -> None:
    """A link is one, or an address in the words: a rule may need either."""
    rule = make_rule(
        "watch", parts=("body",), needs=lambda _: False, hint=lambda sentence: "late" in sentence
    )
    seen = watching(rule)

    Linter(policy, [rule]).lint(Template(body=bold("It is late.", "All is well.")))

    assert seen == ["It is late."]


def test_sentence_is_asked_about_once(policy: Policy, make_rule: Make, document: Lines) -> None:
    """Templates share sentences, and differ by the numbers in them."""
    asked: list[str] = []
    rule = make_rule("watch", parts=("body",), hint=asked.append)
    watching(rule)
    linter = Linter(policy, [rule])

    linter.lint(Template(body=document("Order 1234567 is late. We are sorry.")))
    linter.lint(Template(body=document("Order 7654321 is late. It comes today.")))

    assert [it.strip() for it in asked if it] == [
        "Order 0000000 is late.",
        "We are sorry.",
        "It comes today.",
    ]


def test_hint_that_raises_keeps_no_rule_from_its_block(
    policy: Policy, word_rule: Make, document: Lines
) -> None:
    """Here, too, nothing is taken for clean."""

    def hint(sentence: str) -> bool:
        raise ZeroDivisionError

    found = Linter(policy, [word_rule("a", hint=hint)]).lint(Template(body=document("a")))

    assert [it.text for it in found] == ["a"]


def test_broken_lexicon_keeps_no_rule_from_its_block(
    policy: Policy,
    word_rule: Make,
    document: Lines,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Rules that read no lexicon go on where one cannot be read."""
    (tmp_path / "language.toml").write_text("tag = 5\n", encoding="utf-8")
    monkeypatch.setattr(resources, "path", lambda _name: tmp_path)
    rule = word_rule("a", hint=lambda sentence: "a" in sentence)

    found = Linter(policy, [rule]).lint(Template(body=document("a"), language="xq"))

    assert [it.text for it in found] == ["a"]
