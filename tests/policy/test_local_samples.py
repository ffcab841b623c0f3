"""Sample values in the buyer's language and of the buyer's store."""

import pytest

from composer.policy import Policy
from composer.policy.order import own_order

POLICY = Policy.load()
TYPICAL = POLICY.orders[0]


@pytest.mark.parametrize(
    ("language", "store", "name", "value"),
    [
        ("en", "amazon.com", "delivery_date", "10 March 2026"),
        ("de-DE", "amazon.de", "delivery_date", "10. März 2026"),
        ("pt-PT", "amazon.es", "order_total", "24,90 €"),
        ("pt-PT", "amazon.es", "delivery_date", "10 de março de 2026"),
        ("de", "amazon.de", "marketplace", "Amazon.de"),
        ("de", "amazon.de", "return_link", "https://www.amazon.de/returns"),
        ("xx", "", "delivery_date", "10 March 2026"),
    ],
)
def test_typical_values_are_those_of_language_and_store(
    language: str, store: str, name: str, value: str
) -> None:
    """A language without tables has English ones; a region adds to its language."""
    assert POLICY.local_samples.order_for(TYPICAL, language, store).value(name) == value


def test_what_an_order_says_for_itself_stays() -> None:
    """Only what it left to the typical order is said in the language."""
    own = own_order("Mine", {"product_name": "Kettle"}, TYPICAL)
    local = POLICY.local_samples.order_for(own, "de", "amazon.de")
    assert local.value("product_name") == "Kettle"
    assert local.value("order_date") == "4. März 2026"
    assert (local.id, local.own) == (own.id, True)


@pytest.mark.parametrize("language", POLICY.local_samples.by_language)
def test_a_language_says_its_values_in_its_letters(language: str) -> None:
    """None is longer than what the length limits count with."""
    for name, value in POLICY.local_samples.by_language[language].items():
        assert value == value.strip()
        assert len(value) <= POLICY.placeholders[name].longest
