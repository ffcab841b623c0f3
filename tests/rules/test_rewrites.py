"""Neutral sentences in place of flagged ones: whole on the button, and honest about it."""

import pytest

from composer import rules
from composer.document import Placeholder
from composer.document.edits import Remove, apply
from composer.document.html.reader import read_html
from composer.document.text import read_text
from composer.language.phrases import Passage, TextBlock
from composer.language.phrases.lexicon import languages, lexicon_of
from composer.lint.engine import Linter
from composer.lint.finding import Fix
from composer.policy import Policy
from composer.template import Template
from tests.rules.conftest import Check

ASKED = "Would you please share your experience with this product or with our service?"


def first_fix(body: str, rule: str) -> tuple[Fix, str]:
    """The first fix of what a rule finds, and the text once it is made."""
    fix = fixes_of(body, rule)[0]
    return fix, apply(read_html(body).document, fix.edits).text


def fixes_of(body: str, rule: str, reason: str = "review-request") -> tuple[Fix, ...]:
    """Return all fixes of what a rule finds first."""
    template = Template(body=read_html(body).document, reason=reason)
    linter = Linter(Policy.load(), rules.load())
    return next(it for it in linter.lint(template) if it.rule == rule).fixes


def test_the_title_says_the_whole_sentence() -> None:
    """However long it is: who chooses must be able to read it."""
    body = "<p>If you love your pan, please leave a review.</p>"
    fix, text = first_fix(body, "conditional-review-request")

    assert text == ASKED
    assert fix.title == f"Say “{ASKED}”"
    assert fix.short == "Ask in neutral words"


def test_the_title_says_how_many_sentences_go() -> None:
    """Nobody takes out two lines who thinks of one."""
    body = "<p>Please leave a review.<br>If you have any problem, contact us.<br>Ann</p>"
    fixes = fixes_of(body, "diverted-complaint")

    assert fixes[0].title == f"Replace 2 sentences: “{ASKED}”"
    assert fixes[0].short == "Replace these 2 sentences"
    assert fixes[-1].title == "Remove 2 sentences"


@pytest.mark.parametrize("gap", [" ", "</p><p>"])
def test_a_sentence_that_is_there_is_not_offered_again(gap: str) -> None:
    """What only takes the other one away says so."""
    fix, text = first_fix(f"<p>{ASKED}{gap}If not, contact us first.</p>", "diverted-complaint")

    assert fix.title == "Remove “If not, contact us first.”"
    assert text.strip() == ASKED


def test_what_is_wrong_is_marked_not_the_neutral_sentence() -> None:
    """Whoever let it be put there would not know what is wrong with it."""
    body = f"<p>{ASKED}</p><p>As a thank you we send you a $5 gift card.</p>"
    template = Template(body=read_html(body).document, reason="review-request")
    found = Linter(Policy.load(), rules.load()).lint(template)
    marked = next(it for it in found if it.rule == "review-incentive")

    assert "gift card" in marked.text
    assert marked.fixes[0].title == "Remove “As a thank you we send you a $5 gift card.”"


def test_nothing_asks_a_second_time() -> None:
    """Once the message asks in neutral words, what else is wrong only goes."""
    diverting = "Please call us before leaving a negative review."
    twice = f"<p>Please leave a 5-star review. {diverting}</p>"
    assert fixes_of(twice, "positive-review-request")[0].title == f"Say “{ASKED}”"

    offered = fixes_of(f"<p>{ASKED}</p><p>{diverting}</p>", "diverted-complaint")
    assert [it.title for it in offered] == ["Remove the sentence"]


@pytest.mark.parametrize("language", languages())
def test_a_request_of_our_own_is_known_as_one(language: str) -> None:
    """Under another reason it is out of place, whoever wrote it."""
    lexicon = lexicon_of(language)
    assert lexicon
    offered = [it.text for it in lexicon.rewrites if "review_incentive" in it.topics]
    passages = {it: Passage(lexicon, [TextBlock("body", 0, it)]) for it in offered}

    assert offered
    assert [it for it, passage in passages.items() if not passage.has("review_request")] == []


@pytest.mark.parametrize("language", languages())
def test_no_request_is_put_where_none_belongs(check: Check, language: str) -> None:
    """Under another reason the neutral sentence would be the next finding: the words only go."""
    lexicon = lexicon_of(language)
    assert lexicon
    entry = next(it for it in lexicon.topics["positive_review_request"] if not it.within)
    asked = next(it.text for it in entry.examples if it.fires)

    found = check(asked, language, "order-problem", marketplace="amazon.com")
    offered = [fix for it in found if it.rule == "positive-review-request" for fix in it.fixes]

    assert [len(fix.edits) for fix in offered] == [1] * len(offered)
    assert all(isinstance(edit, Remove) for fix in offered for edit in fix.edits)


REPLY = "For questions about your order, please reply to this message."


def test_an_invitation_to_call_can_ask_for_a_reply_instead() -> None:
    """With what only leads there, and offered once at most in a line."""
    body = "<p>Questions? Call us on 206-555-0100.</p>"
    remove, reply, _ = fixes_of(body, "telephone-number", "order-problem")

    assert remove.title == "Remove “Questions?” and this sentence"
    assert remove.short == "Remove both sentences"
    assert reply.title == f"Say “{REPLY}”"
    assert apply(read_html(body).document, reply.edits).text == REPLY
    assert reply.short == "Say instead “For questions about your…”"
    again = f"<p>{REPLY} Or call us on 206-555-0100.</p>"
    asked = "<p>Tell us what you like best: simply answer, or call 206-555-0100!</p>"
    for text in (again, asked):
        offered = fixes_of(text, "telephone-number", "order-problem")
        assert [it for it in offered if it.short == reply.short] == []


def test_no_reply_is_asked_for_beside_a_request_for_a_review() -> None:
    """It would lead unhappy buyers away from the review."""
    fixes = fixes_of("<p>Call us on 206-555-0100 any time.</p>", "telephone-number")
    assert [it.short for it in fixes] == [""] * len(fixes)


@pytest.mark.parametrize("label", ["Tel:", "Hotline:"])
def test_a_mere_label_of_a_number_asks_for_nothing(label: str) -> None:
    """In a signature nobody asks for a reply."""
    fixes = fixes_of(f"<p>{label} 206-555-0100</p>", "telephone-number", "order-problem")
    assert [it.short for it in fixes] == [""]


@pytest.mark.parametrize("language", languages())
def test_every_language_can_ask_for_a_reply(check: Check, language: str) -> None:
    """A seller who must not give a number still wants to be reached."""
    lexicon = lexicon_of(language)
    assert lexicon
    (reply,) = [it.text for it in lexicon.rewrites if "telephone_number" in it.topics]
    passages = {
        it.text: Passage(lexicon, [TextBlock("body", 0, it.text)]) for it in lexicon.innocent
    }
    other = next(text for text, passage in passages.items() if not passage.has("review_request"))
    text = f"{other} {reply}"
    found = check(text, language, "order-problem", marketplace="amazon.com")
    topics = {it.replace("_", "-") for it in lexicon.topics}
    assert [it.rule for it in found if it.rule in topics] == []


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "P.S. Here is a 10% coupon for you."),
        ("de", "PS: Hier ist ein Gutschein über 10 % für Sie."),
        ("ja", "追伸：10％オフのクーポンをどうぞ。"),
    ],
)
def test_a_postscript_goes_with_what_it_announces(check: Check, language: str, line: str) -> None:
    """Alone it would end a message that is told to be ready."""
    found = check(f"Order\n{line}", language, "order-problem", marketplace="amazon.com")
    fix = next(it.fixes[-1] for it in found if it.rule == "marketing")
    assert apply(read_text(f"Order\n{line}").document, fix.edits).text.strip() == "Order"


def test_a_postscript_stays_with_what_else_it_announces() -> None:
    """Another sentence of its line needs it."""
    body = "<p>P.S. Here is a 10% coupon for you. The manual is in the box.</p>"
    fix = fixes_of(body, "marketing", "order-problem")[-1]
    assert apply(read_html(body).document, fix.edits).text == "P.S. The manual is in the box."


def test_an_order_id_is_added_as_the_message_spells_the_rest() -> None:
    """No fix brings the next finding: one spelling is left."""
    policy = Policy.load()
    body = read_html("<p>Hello [[buyer-name]]</p>", policy.placeholder_table()).document
    found = Linter(policy, rules.load()).lint(Template(body=body, reason="order-problem"))
    fix = next(it.fixes[0] for it in found if it.rule == "order-id-missing")
    fixed = apply(body, fix.edits)
    spelled = [it.source for *_, it in fixed.runs() if isinstance(it, Placeholder)]
    assert (spelled, fix.safe) == ([None, None], False)


@pytest.mark.parametrize(
    "where", ["(see www.oak.example/oak)", "(or: www.oak.example, thanks)", "www.oak.example/oak"]
)
def test_an_address_goes_whole(where: str) -> None:
    """With its path and its brackets: what is left of it would be told to be done."""
    body = f"<p>Take the oak frame instead {where} or get your money back in full from us.</p>"
    fix = next(it for it in fixes_of(body, "external-link", "order-problem") if "web" in it.title)
    text = apply(read_html(body).document, fix.edits).text
    assert text == "Take the oak frame instead or get your money back in full from us."


def test_one_sentence_of_several_can_go_alone() -> None:
    """What they say together is not said without it, and the others may be what is meant."""
    body = "<p>Please leave a review.<br>If you have any problem, contact us.</p>"
    titles = [it.title for it in fixes_of(body, "diverted-complaint")]
    assert "Remove “If you have any problem, contact us.”" in titles
    assert titles[-1] == "Remove 2 sentences"
