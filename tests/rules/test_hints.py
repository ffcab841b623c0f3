"""What a rule looks at first never keeps it from a block in which it would find something."""

import random
from collections.abc import Iterator

import pytest

from composer import rules
from composer.document import Block, Document
from composer.document.html.reader import read_html
from composer.document.text import read_text
from composer.language.phrases.lexicon import languages, lexicon_of
from composer.lint.block_rules import BlockRules
from composer.lint.context import Context
from composer.lint.rule import PARTS, Rule
from composer.policy import Policy

RULES = rules.load()
BLOCK_RULES = tuple(rule for rule in RULES if rule.block)
GIVEN = {part: BlockRules(RULES, part, html=True) for part in PARTS}
PIECES = (
    *("shop.com", "www.shop . com", "info", "(at)", "@", "at", "shop", "dot", "com", "http://a.de"),
    *(
        "112-1234567-1234567",
        "112 1234567",
        "1234567",
        "+49",
        "030",
        "555",
        "Tel.",
        "0",
        "1.",
        "No.",
    ),
    *(
        "😀",
        "❤",
        ":-)",
        "^_^",
        "<3",
        "unsubscribe",
        "opt",
        "out",
        "WhatsApp",
        "@shop_de",
        "QR code",
    ),
    *("{{order_id}}", "{{order_id", "}}", "[[x", "(", ")", "[", "「", "the the", "the", "is", "so"),
    *("SEND US THE", "PARCEL NUMBER", "NOW", "hello", "Hello", "ist", "是", "我们的。", "شكرا؟"),
)
BETWEEN = (" ", " ", " ", ". ", "! ", "? ", " . ", " !", ".", "\n", "", "   ", "\u00a0", "; ")
ROUNDS = 300
FEW = 3


def overlooked(document: Document, context: Context) -> list[tuple[str, str]]:
    """Rules that find something in a block they would not be given, with its text."""
    return [
        (rule.id, block.text)
        for block in document.blocks
        for rule in _kept_from(block, context)
        if rule.block and any(rule.block(block, context))
    ]


def _kept_from(block: Block, context: Context) -> Iterator[Rule]:
    given = {rule.id for rule, _ in GIVEN[context.part].of(block, context.language)}
    seen = (rule for rule in BLOCK_RULES if context.part in rule.parts)
    return (rule for rule in seen if rule.id not in given)


def test_a_rule_is_kept_from_most_text(policy: Policy) -> None:
    """Else the tests below would show nothing."""
    (block,) = read_text("Your parcel is late, and we are sorry for that.").document.blocks

    assert len(list(_kept_from(block, Context(policy)))) > len(BLOCK_RULES) - 3


@pytest.mark.parametrize("rule", BLOCK_RULES, ids=lambda rule: rule.id)
def test_no_example_is_overlooked(rule: Rule, policy: Policy) -> None:
    """Each rule's examples, checked by all rules."""
    table = policy.placeholder_table()
    for example in rule.examples:
        context = Context(policy, language=example.language, channel=example.channel)
        assert not overlooked(read_html(example.html, table).document, context)
        subject = Context(policy, "subject", example.language, channel=example.channel)
        assert not overlooked(read_text(example.subject, table).document, subject)


@pytest.mark.parametrize("language", languages())
def test_no_sentence_is_overlooked(language: str, policy: Policy) -> None:
    """The sentences of a lexicon, a few to a paragraph."""
    lexicon = lexicon_of(language)
    assert lexicon
    entries = [entry for entries in lexicon.topics.values() for entry in entries]
    texts = [example.text for entry in entries for example in entry.examples]
    context = Context(policy, language=language)

    paragraphs = [" ".join(texts[at : at + FEW]) for at in range(0, len(texts), FEW)]

    assert not overlooked(read_text("\n\n".join(paragraphs)).document, context)


@pytest.mark.parametrize("language", ["en", "de", "ja", "ar", "ko"])
def test_no_oddity_is_overlooked(language: str, policy: Policy) -> None:
    """Signs, names and numbers in a jumble, cut up by what ends a sentence."""
    chance = random.Random(language)
    context = Context(policy, language=language)
    table = policy.placeholder_table()
    for _ in range(ROUNDS):
        count = chance.randint(2, 9)
        text = "".join(chance.choice(PIECES) + chance.choice(BETWEEN) for _ in range(count))
        assert not overlooked(read_text(text, table).document, context)
