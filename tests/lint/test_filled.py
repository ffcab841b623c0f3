"""What a sample order brings into a message, told on its placeholders."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from composer import rules
from composer.document.html.reader import read_html
from composer.language.spelling import LocalSpeller
from composer.library.template_file import read_subject
from composer.lint.engine import Linter
from composer.lint.filled import waits_for_an_order
from composer.lint.finding import Finding, Severity
from composer.lint.rendered import Seen
from composer.lint.set_aside import open_findings, set_aside, stale_set_asides
from composer.policy import Policy, SampleOrder
from composer.policy.order import own_order, worst_case
from composer.template import SetAside, Template


@pytest.fixture(scope="module")
def linter() -> Linter:
    """Every rule, with dictionaries."""
    return Linter(Policy.load(), rules.load(), speller=LocalSpeller())


@pytest.fixture
def own(policy: Policy) -> Callable[..., SampleOrder]:
    """Make an order of the seller's."""

    def make(**values: str) -> SampleOrder:
        return own_order("Mine", values, policy.orders[0])

    return make


@pytest.fixture
def make(policy: Policy) -> Callable[..., Template]:
    """Make a template from HTML."""

    def work(html: str, subject: str = "", **more: str) -> Template:
        table = policy.placeholder_table()
        body = read_html(html, table).document
        scene = {"reason": "order-problem", "channel": "email", **more}
        return Template(subject=read_subject(subject, table), body=body, **scene)

    return work


ORDER = "<p>Your order {{order_id}} of {{product_name}} is late.</p>"


def brought(linter: Linter, template: Template, order: SampleOrder) -> list[Finding]:
    """Return what is only found with `order`."""
    without = linter.lint(template)
    return [
        finding for finding in linter.lint(template, Seen(order=order)) if finding not in without
    ]


def test_a_long_name_brings_symbols_and_capitals(linter: Linter, make, policy: Policy) -> None:
    """Each once, on the placeholder, said with the order and the words."""
    template = make(ORDER)
    order = next(it for it in policy.orders if it.id == "very-long-product-name")

    found = brought(linter, template, order)

    assert [it.rule for it in found] == ["capital-letters", "emoji"]
    for it in found:
        where = it.location
        assert (where.part, where.end - where.start) == ("body", 1)
        assert template.body.text[: where.start].endswith("of ")
        assert it.text == "\ufffc"
        assert it.severity is Severity.ADVICE
        assert it.fixes == ()
    assert found[0].message == (
        "With the sample order “Very long product name”: 5 words in capital letters, in "
        "“PREMIUM STAINLESS STEEL TEA STRAINER”"
    )
    assert found[1].message == "With the sample order “Very long product name”: Emoji “☕”"
    assert found[1].excerpt == "☕"


def test_what_a_made_up_order_brings_stands_in_nobodys_way(
    linter: Linter, make, policy: Policy
) -> None:
    """Such values may never be sent; the worst case is made up of them."""
    for order in (*policy.orders, worst_case(policy.orders)):
        assert not open_findings(linter.lint(make(ORDER), Seen(order=order)))


def test_what_an_own_order_brings_is_up_for_review(linter: Linter, make, own) -> None:
    """It may be sent as it is; but the template is not wrong, so it is never a must-fix."""
    template = make(ORDER)

    (found,) = brought(linter, template, own(product_name="Tea 🎁 set"))

    assert (found.rule, found.severity) == ("emoji", Severity.REVIEW)
    assert next(it for it in linter.rules if it.id == "emoji").severity is Severity.MUST_FIX


def test_the_subject_is_filled_too(linter: Linter, make, own) -> None:
    """Its placeholders have values as well."""
    template = make(ORDER, subject="About {{store_name}}")

    (found,) = brought(linter, template, own(store_name="Oak 🎁"))

    assert (found.location.part, found.location.start, found.location.end) == ("subject", 6, 7)


def test_a_value_that_is_too_long_makes_the_message_too_long(linter: Linter, make, own) -> None:
    """Longer than placeholders count with: the whole message is meant."""
    template = make("<p>" + "word " * 390 + "{{order_id}} {{carrier}}</p>", channel="api")
    assert not [it for it in linter.lint(template) if it.rule == "text-too-long"]

    (found,) = brought(linter, template, own(carrier="A carrier " * 10))

    assert found.rule == "text-too-long"
    assert (found.location.start, found.location.end) == (0, 0)


def test_what_is_found_without_values_is_not_told_again(linter: Linter, make, own) -> None:
    """Neither beside the placeholder nor on it, nor of the whole message."""
    shout = make("<p>PLEASE LOOK AT YOUR ORDER {{store_name}} {{order_id}} 😊</p>")
    assert {it.rule for it in linter.lint(shout)} >= {"capital-letters", "emoji"}
    assert brought(linter, shout, own(store_name="OAK TIMBER")) == []

    long = make("<p>" + "{{product_name}} " * 16 + "{{order_id}}</p>", channel="api")
    assert "text-too-long" in {it.rule for it in linter.lint(long)}
    assert brought(linter, long, own(product_name="Tea " * 50)) == []


def test_several_in_one_value_are_one(linter: Linter, make, own) -> None:
    """The seller decides about the value; and a set-aside needs a place of its own."""
    found = brought(linter, make(ORDER), own(product_name="Tea 🎁 and 😊 more"))

    assert [it.rule for it in found] == ["emoji"]


def test_words_of_two_values_are_told_on_both(linter: Linter, make, own) -> None:
    """The range reaches from the first placeholder to the last."""
    template = make("<p>Order {{order_id}} for {{buyer_first_name}} {{buyer_last_name}}</p>")

    (found,) = brought(
        linter, template, own(buyer_first_name="ANNA MARIA", buyer_last_name="VON HOHENSTEIN")
    )

    assert found.rule == "capital-letters"
    assert found.text == "\ufffc \ufffc"


@pytest.mark.parametrize(
    "values",
    [
        {"product_name": "Kuchenblech Backform teh plate"},
        {"product_name": "Coupon holder, best seller, free gift, 5 star review book"},
        {"product_name": "iPad stand (black , 2"},
        {"buyer_name": "Екатерина Щербакова"},
        {"tracking_number": "+49 30 901820"},
        {"order_id": "302-7654321-7654321"},
        {"order_id": "none yet"},
    ],
)
def test_values_are_not_judged_as_words_of_the_message(linter: Linter, make, own, values) -> None:
    """Names are no statements, and numbers no telephone numbers."""
    html = (
        "<p>Dear {{buyer_name}}, we ask for a review of {{product_name}}.</p>"
        "<p>{{product_name}} of order {{order_id}} is late: parcel {{tracking_number}}.</p>"
    )

    assert brought(linter, make(html), own(**values)) == []


def test_a_telephone_number_in_a_text_of_the_buyer_is_told(linter: Linter, make, own) -> None:
    """Only numbers of another kind are left alone."""
    template = make("<p>Order {{order_id}}: “{{custom_text}}”.</p>")

    (found,) = brought(linter, template, own(custom_text="Call 030 901820 or +49 30 901820"))

    assert found.rule == "telephone-number"


def test_it_can_be_set_aside_and_stays_so(linter: Linter, make, own) -> None:
    """As all that is up for review, and with any other order that brings the same."""
    template = make(ORDER)
    (found,) = brought(linter, template, own(product_name="Tea 🎁 set"))

    accepted = set_aside(template, found, "the name on the box")

    other = own_order("Other", {"product_name": "Tea 😊"}, linter.policy.orders[0])
    for order in (own(product_name="Tea 🎁 set"), other):
        findings = linter.lint(accepted, Seen(order=order))
        assert open_findings(findings) == ()
        assert [it.set_aside for it in findings if it.rule == "emoji"] == ["the name on the box"]
        assert stale_set_asides(accepted, findings) == ()


def test_what_was_set_aside_with_another_order_is_not_stale(
    linter: Linter, make, own, policy: Policy
) -> None:
    """As long as its placeholder stands there; what is about the placeholder itself is."""
    template = make(ORDER)
    (found,) = brought(linter, template, own(product_name="Tea 🎁 set"))
    accepted = set_aside(template, found, "the name on the box")

    (entry,) = stale_set_asides(accepted, linter.lint(accepted))
    assert waits_for_an_order(accepted, entry, policy.filled)
    assert not waits_for_an_order(make("<p>Hi {{order_id}}</p>"), entry, policy.filled)
    named = make(ORDER.replace("{{product_name}}", "a lamp"))
    assert not waits_for_an_order(named, entry, policy.filled)
    for rule in ("unknown-placeholder", "spelling"):
        assert not waits_for_an_order(accepted, replace(entry, rule=rule), policy.filled)
    assert not waits_for_an_order(accepted, replace(entry, text="order"), policy.filled)


def test_a_picture_is_no_placeholder(make, policy: Policy) -> None:
    """What was set aside about a picture does not wait for an order."""
    template = make('<p>{{order_id}} of <img src="a.png" alt="x"> it</p>')
    place = template.body.text.index("\ufffc", 1)
    before, after = template.body.text[:place], template.body.text[place + 1 :]
    entry = SetAside("unsized-image", "body", "\ufffc", before, after, "small")

    assert not waits_for_an_order(template, entry, policy.filled)


def test_without_an_order_nothing_is_filled_in(linter: Linter, make, own) -> None:
    """And a message without placeholders is what it is with any order."""
    plain = make("<p>Order 112-3456789-0123456 is late.</p>")
    order = own(product_name="Tea 🎁 set")

    assert linter.lint(plain, Seen(order=order)) == linter.lint(plain)
    assert linter.lint(make(ORDER)) == ()


def test_unknown_placeholders_stay_what_they_are(linter: Linter, make, own) -> None:
    """They are found once, not again as words of the message."""
    template = make("<p>Order {{order_id}} and {{whatever_this_is}}</p>")

    assert [it.rule for it in linter.lint(template, Seen(order=own()))] == ["unknown-placeholder"]


def test_the_order_does_not_change_what_is_found_in_the_text(linter: Linter, make, own) -> None:
    """Findings of the template itself come as they are, and in their order."""
    template = make("<p>Hi 😊 {{buyer_name}}, {{order_id}} {{product_name}} 🎁</p>")
    template = replace(template, language="en")
    without, found = (
        linter.lint(template),
        linter.lint(template, Seen(order=own(buyer_name="A 😊"))),
    )

    assert [it for it in found if it in without] == list(without)
    assert [it.location.start for it in found] == sorted(it.location.start for it in found)
    assert len(found) == len(without) + 1
