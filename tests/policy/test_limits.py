"""What each channel takes for each reason, against Amazon's own schema."""

from datetime import date

import pytest

from composer.policy import Format, Policy, Verdict

REASONS = [
    "review-request",
    "order-problem",
    "missing-information",
    "return-question",
    "invoice",
    "delivery-scheduling",
    "home-service",
    "custom-design",
    "other",
    "reply",
]
CHANNELS = ("contact-form", "api", "email")
# Operation: longest text (0 where the schema has none), fewest and most attachments, critical.
# Copied from Amazon's Messaging model of 2026-08-05.
SCHEMA = {
    "confirmCustomizationDetails": (800, 0, 5, False),
    "createConfirmDeliveryDetails": (2000, 0, 0, False),
    "createConfirmOrderDetails": (2000, 0, 0, False),
    "createConfirmServiceDetails": (2000, 0, 0, False),
    "createUnexpectedProblem": (2000, 0, 0, True),
    "createDigitalAccessKey": (400, 0, 5, False),
    "createLegalDisclosure": (0, 0, 5, True),
    "CreateWarranty": (0, 1, 5, False),
    "sendInvoice": (0, 1, 5, False),
}


def test_the_vocabulary_is_the_one_templates_use(policy: Policy) -> None:
    """Reasons and channels have the ids written into template files."""
    assert list(policy.reasons) == REASONS
    assert tuple(policy.channels) == CHANNELS


def test_only_a_reply_is_not_proactive(policy: Policy) -> None:
    """A reply answers; everything else the seller starts."""
    assert [name for name, reason in policy.reasons.items() if not reason.proactive] == ["reply"]


def test_only_email_carries_html_and_a_subject_of_your_own(policy: Policy) -> None:
    """Contact form and API take plain text under Amazon's subject."""
    html = [name for name, it in policy.channels.items() if it.format is Format.HTML]

    assert html == [name for name, it in policy.channels.items() if it.free_subject] == ["email"]


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("reason", REASONS)
def test_every_pair_is_decided(policy: Policy, reason: str, channel: str) -> None:
    """Each pair of reason and channel is either offered, or says what to do instead."""
    limit = policy.channel_limit(reason, channel)

    assert limit is not None
    assert limit.sources
    assert set(limit.kinds) <= set(policy.attachment_kinds)
    assert limit.offered or limit.note
    if channel == "email":
        assert limit.characters is None
    elif limit.offered:
        assert limit.characters in {0, 400, 800, 2000, 4000}


def test_an_unknown_pair_has_no_limit(policy: Policy) -> None:
    """A word outside the vocabulary is told apart from a pair Amazon does not offer."""
    assert policy.channel_limit("newsletter", "email") is None
    assert policy.channel_limit("invoice", "fax") is None


def test_pairs_amazon_does_not_offer(policy: Policy) -> None:
    """The Messaging API knows no review request, no return and no reply."""
    closed = {
        (reason, channel)
        for reason in REASONS
        for channel in CHANNELS
        if not policy.channel_limit(reason, channel).offered  # type: ignore[union-attr]
    }

    assert closed == {("review-request", "api"), ("return-question", "api"), ("reply", "api")}


@pytest.mark.parametrize("name", SCHEMA)
def test_operations_have_the_schema_s_limits(policy: Policy, name: str) -> None:
    """Lengths and numbers of files are those of Amazon's model."""
    operation = policy.operations[name]

    assert SCHEMA[name] == (
        operation.characters,
        operation.min_attachments,
        operation.max_attachments,
        operation.critical,
    )
    assert operation.withdrawn is None


def test_withdrawn_operations_are_dated_and_not_offered(policy: Policy) -> None:
    """What Amazon deleted from the model stays known, with the day, and is used by no pair."""
    withdrawn = {name: it.withdrawn for name, it in policy.operations.items() if it.withdrawn}

    assert withdrawn == {
        "createNegativeFeedbackRemoval": date(2025, 8, 4),
        "CreateAmazonMotors": date(2026, 1, 30),
    }
    assert set(policy.operations) == SCHEMA.keys() | withdrawn.keys()


@pytest.mark.parametrize("reason", REASONS)
def test_an_api_pair_has_the_limits_of_its_operation(policy: Policy, reason: str) -> None:
    """A pair cannot promise more than the operation behind it takes."""
    limit = policy.channel_limit(reason, "api")
    assert limit is not None

    if limit.offered:
        assert limit.operation is not None
        assert SCHEMA[limit.operation][:3] == (
            limit.characters,
            limit.min_attachments,
            limit.max_attachments,
        )
        assert {limit.operation, *limit.also} <= SCHEMA.keys()
    else:
        assert limit.operation is None


def test_limits_nobody_states_are_marked(policy: Policy) -> None:
    """Where no source gives a length, ours is called assumed."""
    assumed = {
        (reason, channel)
        for reason in REASONS
        for channel in CHANNELS
        if policy.channel_limit(reason, channel).assumed  # type: ignore[union-attr]
    }

    assert assumed == {("return-question", "contact-form"), ("reply", "contact-form")}


def test_the_free_text_box_takes_four_thousand_characters(policy: Policy) -> None:
    """The form's Other box is the longest text there is."""
    limit = policy.channel_limit("other", "contact-form")
    assert limit is not None

    assert limit.characters == 4000


def test_attachments_the_guidelines_name_are_permitted(policy: Policy) -> None:
    """Instructions, warranty, invoice are named; proofs and labels need a look (C-ATT)."""
    verdicts = {name: kind.verdict for name, kind in policy.attachment_kinds.items()}

    assert verdicts == {
        "instructions": Verdict.PERMITTED,
        "warranty": Verdict.PERMITTED,
        "invoice": Verdict.PERMITTED,
        "label": Verdict.CHECK,
        "design-proof": Verdict.CHECK,
        "legal-disclosure": Verdict.CHECK,
        "other": Verdict.NOT_PERMITTED,
    }


def test_accepted_files_are_those_of_the_form(policy: Policy) -> None:
    """Text, PDF, Word and three image types, 10 MB together."""
    files = policy.attachment_files

    assert files.max_megabytes == 10
    assert {"txt", "pdf", "doc", "docx", "jpg", "jpeg", "gif", "png"} == set(files.extensions)
