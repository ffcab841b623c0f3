"""Every language of the interface says everything that English says, and nothing else."""

import re
from string import Formatter

import pytest

from composer import rules
from composer.document.html.reader import read_html
from composer.document.html.writer import write_body
from composer.gui.words.wordbook import ENGLISH, FORMS, LANGUAGES, read_words
from composer.lint.rule import Rule
from composer.lint.testing import ExampleTester
from composer.phrase import Phrase
from composer.policy import Policy
from devtools.sentences import english_sentences
from devtools.translated import changed

OTHERS = [tag for tag in LANGUAGES if tag != ENGLISH]
_FORM = re.compile(r"\.(?:one|other)\Z")
Words = dict[str, str]


@pytest.fixture(scope="module")
def english() -> Words:
    """Everything that is said on screen in English."""
    return english_sentences()


@pytest.fixture(scope="module", params=OTHERS)
def language(request: pytest.FixtureRequest) -> str:
    """Each language that is not English."""
    return str(request.param)


def test_nothing_is_left_to_translate(language: str, english: Words) -> None:
    """Each id has its words in each language, a plural every form that language has."""
    words = read_words(language)
    missing = sorted(_ids(english, language) - words.keys())
    assert not missing, f"{language} lacks:\n" + "\n".join(
        f"  {key} = {english.get(key) or english[_FORM.sub('.other', key)]}" for key in missing
    )


def test_no_english_changed_without_its_translations() -> None:
    """Where the wording of an id is another than the one translated, somebody has to look."""
    found = changed()
    assert not found, (
        "English that is new or says something else. See that every language follows, then run "
        "`python3 packaging/dev.py words`:\n"
        + "\n".join(f"  {key} = {text}" for key, text in found.items())
    )


def test_nothing_is_translated_that_is_said_no_more(language: str, english: Words) -> None:
    """No id is left behind when its English goes."""
    stale = sorted(read_words(language).keys() - _ids(english, language))
    assert not stale, f"{language} has without need:\n" + "\n".join(f"  {key}" for key in stale)


def test_a_translation_fills_in_the_same_values(language: str, english: Words) -> None:
    """No value is lost or misspelt; one of anything may be said without its number."""
    words = read_words(language)
    for key, text in words.items():
        if key in english:
            lost = _values(english[key]) ^ _values(text)
            assert not lost or (lost == {"count"} and _FORM.search(key)), f"{language}: {key}"


def test_no_translation_is_empty_or_has_loose_ends(language: str) -> None:
    """Words are there, without spaces at their ends."""
    for key, text in read_words(language).items():
        assert text, f"{language}: {key}"
        assert text == text.strip(), f"{language}: {key}"


def test_chinese_has_full_width_punctuation() -> None:
    """Behind a Chinese character stands no half-width comma, colon or full stop."""
    for key, text in read_words("zh-CN").items():
        assert not re.search(r"[\u4e00-\u9fff][,;:!?](?!\d)|[\u4e00-\u9fff]\.(?:\s|\Z)", text), key


def test_every_sentence_has_an_id_of_its_own(english: Words) -> None:
    """What rules say beside their messages is written where translators' ids are made of it."""
    for rule in rules.load():
        for key in ("title", "explanation", "message"):
            assert english[f"rule.{rule.id}.{key}"], f"{rule.id}: {key}"


@pytest.fixture(scope="module")
def tester() -> ExampleTester:
    """Rules under the newest edition, without dictionaries."""
    policy = Policy.load()
    table = policy.placeholder_table()
    return ExampleTester(policy, lambda html: read_html(html, table).document, write_body)


@pytest.mark.parametrize("rule", rules.load(), ids=lambda rule: rule.id)
def test_whatever_a_rule_says_of_its_examples_is_translated(
    rule: Rule, tester: ExampleTester, english: Words
) -> None:
    """Messages, words within them and titles of fixes all have an id that the tables know."""
    for example in rule.examples:
        for finding in tester.findings(rule, example):
            for sentence in (finding.message, *(fix.title for fix in finding.fixes)):
                for phrase in _phrases(sentence):
                    ids = (f"rule.{rule.id}.{phrase.key}", f"rule.all.{phrase.key}", phrase.key)
                    assert any(each in english for each in ids), f"{phrase!r}: {phrase.key}"


def _ids(english: Words, language: str) -> set[str]:
    """The ids a language needs: for those with forms, one for each form it has."""
    plural = {_FORM.sub("", key) for key in english if key.endswith(".one")}
    plain = {key for key in english if _FORM.sub("", key) not in plural}
    return plain | {f"{key}.{form}" for key in plural for form in FORMS[language]}


def _values(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def _phrases(sentence: str) -> list[Phrase]:
    phrase = sentence if isinstance(sentence, Phrase) else Phrase(sentence)
    inner = [value for value in phrase.values.values() if isinstance(value, Phrase)]
    return [phrase, *(each for value in inner for each in _phrases(value))]
