"""Email addresses in text, plain and disguised."""

import pytest

from composer.language.emails import find_emails


@pytest.mark.parametrize(
    "address",
    [
        "help@kitchen-shop.com",
        "first.last+tag@mail.kitchen.co.uk",
        "küche@häuser.de",
        "help＠kitchen-shop.com",
        "help (at) kitchen-shop (dot) com",
        "help [at] kitchen.com",
        "help {at} kitchen [dot] com",
        "help at kitchen dot com",
        "ayuda arroba cocina punto es",
        "aide (arobase) maison point fr",
        "aiuto chiocciola cucina punto it",
        "pomoc małpa kuchnia kropka pl",
        "help @ kitchen . com",
        "hilfe (ät) kueche (punkt) de",
    ],
)
def test_address_is_found_whole(address: str) -> None:
    """An address is found from its first to its last character, however it is disguised."""
    text = f"Mail: {address}, please"
    assert [text[start:end] for start, end in find_emails(text)] == [address]


@pytest.mark.parametrize(
    "text",
    [
        "3 @ 9.99 each",
        "5@9.99",
        "@media screen and (max-width: 600px)",
        "follow @kitchen",
        "On our pages. @kitchen.shop has more",
        "user@host",
        "look at amazon.com",
        "We arrive at home. Come in.",
        "at the shop. Me too",
        "Meet at noon. It is fine.",
        "",
    ],
)
def test_other_text_is_no_address(text: str) -> None:
    """Prices, handles, style sheets and sentences with "at" are no addresses."""
    assert find_emails(text) == ()


def test_two_addresses_are_two() -> None:
    """Addresses next to each other are told apart."""
    assert len(find_emails("a@kitchen.com, b@kitchen.com")) == 2
