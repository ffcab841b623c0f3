"""Every sentence of every lexicon: what must be found is found, what must not is not."""

from functools import cache

import pytest

from composer import resources, rules
from composer.document.text import read_text
from composer.language.phrases import Example, Lexicon
from composer.language.phrases.lexicon import languages, lexicon_of
from composer.lint.engine import Linter
from composer.lint.finding import Finding, Severity
from composer.policy import Policy
from composer.template import Template

RULES = {rule.id.replace("-", "_"): rule for rule in rules.load()}
STORES = {"en": "amazon.com", "pt": "amazon.com.br", "ar": "amazon.sa", "hi": "amazon.in"}
STORES |= {"ja": "amazon.co.jp", "tr": "amazon.com.tr", "zh": "amazon.com"}
MANNERS = ("review", "review_request", "thanks", "help_offer", "purpose", "informal")


LANGUAGES = ["ar", "de", "en", "es", "fr", "hi", "it", "ja", "nl", "pl", "pt", "sv", "tr", "zh"]
WORDING = (
    "cancellation_request",
    "conditional_review_request",
    "cross_selling",
    "diverted_complaint",
    "feedback_change_request",
    "help_offer_only",
    "marketing",
    "missing_adjustment",
    "order_confirmation",
    "positive_review_request",
    "repeated_review_request",
    "return_without_question",
    "review_change_request",
    "review_incentive",
    "review_instructions",
    "thanks_only",
)
REWRITTEN = (
    "conditional_review_request",
    "diverted_complaint",
    "positive_review_request",
    "review_incentive",
)
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


@cache
def linter(topics: tuple[str, ...]) -> Linter:
    """One linter for each set of rules: it is asked thousands of times."""
    return Linter(Policy.load(), [RULES[topic] for topic in topics])


def found(language: str, example: Example, policy: Policy, topics: list[str]) -> list[Finding]:
    """What the rules of `topics` find in an example as a message of its own."""
    template = Template(
        body=read_text(example.text.strip(), policy.placeholder_table()).document,
        language=language,
        reason=example.reason,
        channel="contact-form",
        marketplace=STORES.get(language, f"amazon.{language}"),
    )
    return list(linter(tuple(topics)).lint(template))


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
def test_only_what_leaves_no_doubt_must_be_fixed(language: str, policy: Policy) -> None:
    """Sentences of hard entries are one finding that must be fixed, doubtful ones never are."""
    wrong = []
    held = lexicon(language).topics
    for topic in (it for it in held if RULES[it].severity is Severity.MUST_FIX):
        entries = held[topic]
        told = [it for entry in entries if entry.hard for it in entry.examples if it.fires]
        doubtful = [it for entry in entries for it in entry.doubtful]
        for example in (*told, *doubtful):
            severities = [it.severity for it in found(language, example, policy, [topic])]
            if (severities == [Severity.MUST_FIX]) != example.fires:
                wrong.append(f"{topic}: {severities} for {example.text}")

    assert wrong == []


@pytest.mark.parametrize("language", languages())
def test_innocent_messages_pass(language: str, policy: Policy) -> None:
    """Nothing is found in the messages that a language keeps as innocent, nor in its rewrites."""
    held = lexicon(language)
    # One that stands for a telephone number is never all that a message says.
    rewrites = [
        Example(rewrite.text, fires=False)
        for rewrite in held.rewrites
        if "telephone_number" not in rewrite.topics
    ]
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


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_wording_is_known_in_every_language(language: str) -> None:
    """Each topic has at least twelve sentences that fire and eight traps, all different."""
    held = lexicon(language)
    few = {}
    for topic in WORDING:
        told = [it for entry in held.topics.get(topic, ()) for it in entry.examples]
        counts = [len({it.text for it in told if it.fires is fires}) for fires in (True, False)]
        if counts[0] < 12 or counts[1] < 8:
            few[topic] = counts

    assert few == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_request_has_neutral_rewrites(language: str) -> None:
    """Steering, gating and incentives come with at least two neutral sentences."""
    held = lexicon(language)
    few = [
        topic
        for topic in REWRITTEN
        if len([rewrite for rewrite in held.rewrites if topic in rewrite.topics]) < 2
    ]

    assert few == []
