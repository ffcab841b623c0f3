"""Editions are dated data; the newest is used unless another is asked for."""

import pytest

from composer.policy import Limits, Policy, UnknownEditionError


def test_the_newest_edition_is_the_default() -> None:
    """Without a choice the guidelines with the latest changes apply, and say so in words."""
    policy = Policy.load()

    assert policy.edition.id == "2025-04-25"
    assert policy.edition.sentence == "guidelines of 6 November 2020, with changes to 25 April 2025"


@pytest.mark.parametrize("edition", ["2020-11-06", "2025-04-25"])
def test_an_edition_is_loaded_by_its_id(edition: str) -> None:
    """An id is the date of the edition."""
    policy = Policy.load(edition)

    assert policy.edition.id == edition == policy.edition.date.isoformat()
    assert policy.edition.changes


@pytest.mark.parametrize("edition", ["2020-11-06", "2025-04-25"])
def test_the_limits_are_those_of_the_guidelines(edition: str) -> None:
    """Three sizes, 20% margins, 80% images, two line breaks; measured at 600 and 375 px."""
    assert Policy.load(edition).limits == Limits(
        font_sizes=3,
        margin=0.20,
        image_width=0.80,
        line_breaks=2,
        send_within_days=30,
        reference_width=600,
        phone_width=375,
    )


def test_an_unknown_edition_names_those_there_are() -> None:
    """The error tells what can be asked for."""
    with pytest.raises(UnknownEditionError, match=r"2019.*2020-11-06, 2025-04-25"):
        Policy.load("2019")
