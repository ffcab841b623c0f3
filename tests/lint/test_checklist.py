import pytest

from composer.document.html.reader import read_html
from composer.lint.checklist import lacks_reason, lacks_subject, questions
from composer.policy import Policy
from composer.template import Attachment, Template


@pytest.fixture(scope="module")
def policy() -> Policy:
    """The newest edition."""
    return Policy.load()


@pytest.mark.parametrize(
    ("body", "more", "asked"),
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
def test_what_concerns_the_template_is_asked(
    policy: Policy, body: str, more: dict[str, object], asked: set[str]
) -> None:
    """Each question comes only where its clause can matter."""
    template = Template(body=read_html(body).document, **more)

    assert {clause.id for clause in questions(template, policy)} == asked


def test_a_review_request_is_asked_what_it_can_answer(policy: Policy) -> None:
    """No order needs a review: whether it is needed to complete one is asked of other messages."""
    body = read_html("<p>x</p>").document
    asked = {
        reason: {
            clause.id: clause.question_for(reason)
            for clause in questions(Template(body=body, reason=reason), policy)
        }["R-PURP"]
        for reason in ("review-request", "order-problem")
    }

    assert "complete the order" in str(asked["order-problem"])
    assert "only ask for a review or feedback" in str(asked["review-request"])


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


def test_a_review_request_is_asked_to_be_the_only_one(policy: Policy) -> None:
    """One request an order: only the seller knows about the others."""
    template = Template(body=read_html("<p>x</p>").document, reason="review-request")

    assert "R-ONCE" in {clause.id for clause in questions(template, policy)}


@pytest.mark.parametrize(("reason", "lacks"), [("", True), ("gone", True), ("invoice", False)])
def test_a_reason_that_is_not_known_is_none(policy: Policy, reason: str, *, lacks: bool) -> None:
    """Nobody chose one, or an edition has it no more."""
    assert lacks_reason(Template(reason=reason), policy) is lacks
