"""Why something is not flagged, told of the rules as they are."""

from collections.abc import Iterable

import pytest

from composer import rules
from composer.document.html.reader import read_html
from composer.document.text import read_text
from composer.language.spelling.speller import LocalSpeller
from composer.lint.context import Settings
from composer.lint.engine import Linter
from composer.lint.near_misses import Cause, NotFlagged, near_misses
from composer.lint.set_aside import set_aside
from composer.policy import Policy
from composer.template import Template


@pytest.fixture(scope="module")
def linter(policy: Policy) -> Linter:
    """Every rule, the speller, and what a seller declared."""
    settings = Settings(words=frozenset({"parcell"}), hosts=frozenset({"mailer.example.io"}))
    return Linter(policy, rules.load(), settings, LocalSpeller())


def ask(linter: Linter, html: str, words: str, **scene: str) -> NotFlagged:
    """Ask about the first place of some words."""
    template = Template(body=read_html(html).document, **{"reason": "order-problem", **scene})
    start = template.body.text.index(words)
    return near_misses(linter, template, "body", start, start + len(words))


def told(answer: NotFlagged) -> Iterable[tuple[str, str]]:
    """Rule and cause of each near miss."""
    return [(it.rule.id, str(it.cause)) for it in answer.near]


@pytest.mark.parametrize(
    ("html", "words", "scene", "rule", "cause", "because"),
    [
        (
            "<p>Thank you for the 5-star review.</p>",
            "5-star review",
            {},
            "positive-review-request",
            Cause.EXCUSED,
            "Thank you for the 5-star review",
        ),
        (
            "<p>We do not offer gift cards for reviews.</p>",
            "gift cards",
            {},
            "review-incentive",
            Cause.EXCUSED,
            "We do not offer gift cards for reviews",
        ),
        (
            "<p>Your order has shipped.</p>",
            "has shipped",
            {"reason": "reply"},
            "order-confirmation",
            Cause.REASON,
            "reply",
        ),
        (
            '<p style="font-family: Papyrus">A late parcel.</p>',
            "late",
            {"channel": "contact-form"},
            "font-family-override",
            Cause.CHANNEL,
            "contact-form",
        ),
        (
            "<blockquote><p>Leave a 5-star review.</p></blockquote>",
            "5-star",
            {"reason": "reply"},
            "positive-review-request",
            Cause.QUOTED,
            "",
        ),
        (
            "<p>&gt; Leave a 5-star review.</p>",
            "5-star",
            {},
            "positive-review-request",
            Cause.QUOTED,
            "",
        ),
        ("<p>Your parcell is late.</p>", "parcell", {}, "spelling", Cause.OWN_WORDS, ""),
        (
            "<p>See https://mailer.example.io/a now.</p>",
            "mailer",
            {},
            "external-link",
            Cause.OWN_HOSTS,
            "",
        ),
        ("<p>Your XQR-200 is late.</p>", "XQR-200", {}, "spelling", Cause.UNREAD, ""),
        ("<p>The ADRESSS is wrong.</p>", "ADRESSS", {}, "spelling", Cause.UNREAD, ""),
        (
            "<p>Ihr Paket kommt vsl. morgen, bzw. am Montag.</p>",
            "bzw.",
            {"language": "de", "marketplace": "amazon.de"},
            "spelling",
            Cause.ABBREVIATION,
            "",
        ),
        (
            "<p>Liebe Frau Kowalczyk, Ihr Paket kommt.</p>",
            "Kowalczyk",
            {"language": "de", "marketplace": "amazon.de"},
            "spelling",
            Cause.NAME,
            "",
        ),
    ],
)
def test_the_cause_is_named(
    linter: Linter,
    html: str,
    words: str,
    scene: dict[str, str],
    rule: str,
    cause: Cause,
    because: str,
) -> None:
    """Each rule that something keeps from flagging the words, and what that is."""
    found = {it.rule.id: it for it in ask(linter, html, words, **scene).near}

    assert (found[rule].cause, found[rule].because) == (cause, because)
    assert found[rule].words


def test_a_known_noun_does_not_look_like_a_name(linter: Linter) -> None:
    """With a small letter no dictionary has it, but that is not how it is written."""
    answer = ask(linter, "<p>Ihre Bestellung.</p>", "Bestellung", language="de")

    assert "spelling" not in [rule for rule, _ in told(answer)]


def test_what_was_set_aside_says_for_what_reason(linter: Linter) -> None:
    """The seller's own reason is the answer, and nothing counts as flagged."""
    template = Template(body=read_html("<p>Your order has shipped.</p>").document)
    (finding,) = [it for it in linter.lint(template) if it.rule == "order-confirmation"]
    accepted = set_aside(template, finding, "We were asked.")

    answer = near_misses(linter, accepted, "body", 0, 10)

    assert answer.flagged == ()
    assert [(it.rule.id, it.cause, it.because) for it in answer.near] == [
        ("order-confirmation", Cause.SET_ASIDE, "We were asked.")
    ]


def test_what_is_flagged_all_the_same_is_said(linter: Linter) -> None:
    """A question about words that have a finding is answered with it, and not with the same rule."""
    answer = ask(linter, "<p>Leave us a 5-star review.</p>", "5-star")

    assert [it.rule for it in answer.flagged] == ["positive-review-request"]
    assert "positive-review-request" not in [rule for rule, _ in told(answer)]


def test_words_that_lack_others_are_told_where_nothing_is_nearer(linter: Linter) -> None:
    """Three rules at most, each with a sentence that would be flagged."""
    answer = ask(linter, "<p>Please leave a review.</p>", "leave a review")

    assert {cause for _, cause in told(answer)} == {"missing"}
    assert 0 < len(answer.near) <= 3
    assert all(it.example for it in answer.near)


def test_nothing_is_near_what_no_rule_looks_for(linter: Linter) -> None:
    """No rule is named where none has to do with the words."""
    answer = ask(linter, "<p>The weather is nice.</p>", "weather is nice")

    assert (answer.flagged, answer.near, answer.unread) == ((), (), "")


def test_a_language_without_a_lexicon_is_said(linter: Linter) -> None:
    """Wording in Korean is not judged."""
    answer = ask(linter, "<p>별 다섯 개 리뷰를 남겨 주세요.</p>", "리뷰", language="ko")

    assert answer.unread == "ko"


def test_asking_leaves_linter_and_template_as_they_were(linter: Linter) -> None:
    """The settings are those of before, and a check finds the same."""
    template = Template(body=read_text("Your parcell is late.").document)
    before, settings = linter.lint(template), linter.settings

    near_misses(linter, template, "body", 0, 12)

    assert linter.settings is settings
    assert linter.lint(template) == before
