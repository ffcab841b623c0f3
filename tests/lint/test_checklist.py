import pytest

from composer.document.html.reader import read_html
from composer.lint.checklist import lacks_reason, lacks_subject, statements
from composer.policy import Policy
from composer.template import Attachment, Template


@pytest.fixture(scope="module")
def policy() -> Policy:
    """The newest edition."""
    return Policy.load()


@pytest.mark.parametrize(
    ("body", "more", "stated"),
    [
        ("<p>Late</p>", {"reason": "order-problem"}, {"R-AUD", "R-PURP", "R-30D", "R-SEND"}),
        ("<p>Yes</p>", {"reason": "reply"}, {"R-SEND"}),
        ("<p>Yes</p>", {"reason": "reply", "channel": "contact-form"}, set()),
        (
            '<p><a href="https://www.amazon.com/o">o</a></p>',
            {"reason": "reply"},
            {"R-SEND", "C-LINK"},
        ),
        ('<p><img src="logo.png" alt=""></p>', {"reason": "reply"}, {"R-SEND", "C-LOGO"}),
        (
            "<p>See the file</p>",
            {"reason": "reply", "attachments": (Attachment("a.pdf", "invoice"),)},
            {"R-SEND", "C-ATT"},
        ),
    ],
)
def test_what_concerns_the_template_is_confirmed(
    policy: Policy, body: str, more: dict[str, object], stated: set[str]
) -> None:
    """Each statement comes only where its clause can matter."""
    template = Template(body=read_html(body).document, **more)

    assert {clause.id for clause in statements(template, policy)} == stated


@pytest.mark.parametrize(
    ("reason", "purpose"),
    [
        ("review-request", "one purpose is to ask for a review or feedback"),
        ("order-problem", "needed to complete the order or to answer the buyer"),
        ("missing-information", "asks only for what you need to complete the order"),
        ("return-question", "to complete the return or offers a partial refund"),
        ("invoice", "brings the invoice"),
        ("delivery-scheduling", "needed to complete the order"),
        ("home-service", "needed to complete the order"),
        ("custom-design", "needed to complete the order"),
        ("other", "needed for the buyer to receive the purchase"),
        ("", "needed to complete the order"),
    ],
)
def test_what_is_confirmed_fits_the_reason(policy: Policy, reason: str, purpose: str) -> None:
    """No order needs a review: that it is needed to complete one is said of other messages."""
    template = Template(body=read_html("<p>x</p>").document, reason=reason)
    stated = {it.id: str(it.statement_for(reason)) for it in statements(template, policy)}

    assert purpose in stated["R-PURP"]
    assert stated["R-PURP"].endswith("advertises nothing: no coupon, no discount.")
    assert ("who wrote to you or" in stated["R-AUD"]) is (reason != "review-request")


def test_a_reply_is_bound_to_no_customers_purpose_or_time(policy: Policy) -> None:
    """What is confirmed of messages that a seller starts is not confirmed of an answer."""
    template = Template(body=read_html("<p>x</p>").document, reason="reply", channel="email")

    assert [clause.id for clause in statements(template, policy)] == ["R-SEND"]


@pytest.mark.parametrize(
    ("channel", "subject", "lacks"),
    [("email", "", True), ("email", " ", True), ("email", "Hi", False), ("api", "", False)],
)
def test_an_empty_subject_is_noted_where_the_buyer_gets_it(
    policy: Policy, channel: str, subject: str, lacks: bool
) -> None:
    """Amazon sets the subject of contact form and API itself."""
    template = Template(subject=read_html(f"<p>{subject}</p>").document, channel=channel)

    assert lacks_subject(template, policy) is lacks


def test_a_review_request_is_confirmed_to_be_the_only_one(policy: Policy) -> None:
    """One request an order: only the seller knows about the others."""
    template = Template(body=read_html("<p>x</p>").document, reason="review-request")

    assert "R-ONCE" in {clause.id for clause in statements(template, policy)}


@pytest.mark.parametrize(("reason", "lacks"), [("", True), ("gone", True), ("invoice", False)])
def test_a_reason_that_is_not_known_is_none(policy: Policy, reason: str, *, lacks: bool) -> None:
    """Nobody chose one, or an edition has it no more."""
    assert lacks_reason(Template(reason=reason), policy) is lacks
