"""Telephone numbers in text."""

import pytest

from composer.language.phones import find_phones


@pytest.mark.parametrize(
    ("number", "regions"),
    [
        ("206-555-0100", ("US",)),
        ("(206) 555-0100", ("US",)),
        ("+1 206 555 0100", ("DE",)),
        ("123-456-7890", ("GB",)),
        ("030 901820", ("DE",)),
        ("+49 (0)30 901820", ("US",)),
        ("01 42 68 53 00", ("FR",)),
        ("020 7946 0958", ("GB",)),
        ("０３－１２３４－５６７８", ("JP",)),
        ("22 123 45 67", ("PL",)),
    ],
)
def test_number_is_found(number: str, regions: tuple[str, ...]) -> None:
    """A number valid in a region, with a country code, or in American form is found whole."""
    text = f"Reach us under {number} today"
    assert [text[start:end] for start, end in find_phones(text, regions)] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Order 112-1234567-1234567",
        "Order 112 1234567 1234567",
        "Parcel 1Z999AA10123456784",
        "Paketnummer 01505012345678",
        "pakketnummer: 3030303030",
        "ISBN 978-3-16-148410-0",
        "EAN 4006381333931",
        "IBAN DE89 3704 0044 0532 0130 00",
        "on 2026-11-23 at 10:15",
        "ZIP 98109-5210",
        "Invoice no. 2026-004711",
        "Rechnungs-Nr. 2026-004711",
        "https://kitchen-shop.com/2065550100",
        "1.299,00 € and 2.599,00 €",
    ],
)
def test_other_digits_are_no_number(text: str) -> None:
    """Order IDs, parcels, books, accounts, dates, codes, invoices and prices are no numbers."""
    assert find_phones(text, ("US", "DE")) == ()


def test_called_number_counts_in_any_form() -> None:
    """After a word such as "call" even a number that no region has is one."""
    text = "Call us: 99 99 99 99 9"
    assert [text[start:end] for start, end in find_phones(text, ("US",))] == ["99 99 99 99 9"]


def test_reference_after_a_call_word_is_a_number() -> None:
    """The words “Phone no.” introduce a telephone number, not a reference."""
    assert len(find_phones("Phone no. 206-555-0100", ("US",))) == 1


def test_a_flood_of_digits_is_not_let_through() -> None:
    """Where there are more numbers than any message holds, all of the rest counts as found."""
    text = "+49 30 901820 " * 3000

    found = find_phones(text, ("DE",))

    assert found[0] == (0, 13)
    assert found[-1][1] == len(text)
