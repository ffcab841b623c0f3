"""Every sentence of every lexicon: what must be found is found, what must not is not."""

import pytest

from composer import resources, rules
from composer.document.text import read_text
from composer.language.phrases import Example, Lexicon
from composer.language.phrases.lexicon import languages, lexicon_of
from composer.lint.engine import Linter
from composer.lint.finding import Finding
from composer.policy import Policy
from composer.template import Template

RULES = {rule.id.replace("-", "_"): rule for rule in rules.load()}
STORES = {"en": "amazon.com", "pt": "amazon.com.br", "ar": "amazon.sa", "hi": "amazon.in"}
STORES |= {"ja": "amazon.co.jp", "tr": "amazon.com.tr", "zh": "amazon.com"}
MANNERS = ("review", "review_request", "thanks", "help_offer", "purpose", "informal")


TOPICS = [
    (file.parent.name, file.stem)
    for file in sorted(resources.path("lexicons").glob("*/*.toml"))
    if file.stem in RULES
]


def lexicon(language: str) -> Lexicon:
    """The lexicon of a language that has one."""
    held = lexicon_of(language)
    assert held is not None
    return held


def found(language: str, example: Example, policy: Policy, topics: list[str]) -> list[Finding]:
    """What the rules of `topics` find in an example as a message of its own."""
    template = Template(
        body=read_text(example.text.strip(), policy.placeholder_table()).document,
        language=language,
        reason=example.reason,
        channel="contact-form",
        marketplace=STORES.get(language, f"amazon.{language}"),
    )
    return list(Linter(policy, [RULES[topic] for topic in topics]).lint(template))


@pytest.mark.parametrize(("language", "topic"), TOPICS)
def test_sentences_fire_and_stay_silent(language: str, topic: str, policy: Policy) -> None:
    """Each entry's sentences are found by their rule, each of its traps is not."""
    wrong = [
        f"{'missed' if example.fires else 'flagged'}: {example.text}"
        for entry in lexicon(language).topics[topic]
        for example in entry.examples
        if bool(found(language, example, policy, [topic])) != example.fires
    ]

    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_innocent_messages_pass(language: str, policy: Policy) -> None:
    """Nothing is found in the messages that a language keeps as innocent, nor in its rewrites."""
    held = lexicon(language)
    rewrites = [Example(rewrite.text, fires=False) for rewrite in held.rewrites]
    wrong = [
        f"{finding.rule}: {finding.message} in {example.text}"
        for example in (*held.innocent, *rewrites)
        for finding in found(language, example, policy, list(held.topics))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_a_language_has_the_cues_that_rules_ask_for(language: str) -> None:
    """Rules may ask every language for these cues."""
    assert [name for name in MANNERS if lexicon(language).number(name) is None] == []
