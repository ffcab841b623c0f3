"""Messengers, accounts and codes named in text."""

import pytest

from composer.language.handles import find_handles


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("on WhatsApp please", "WhatsApp"),
        ("follow @kitchen_shop!", "@kitchen_shop"),
        ("加微信", "微信"),
        ("scan the QR code", "QR code"),
        ("LINE IDで", "LINE ID"),
        ("عبر واتساب", "واتساب"),
    ],
)
def test_name_is_found(text: str, shown: str) -> None:
    """Names of networks, accounts and picture codes are found in several scripts."""
    assert [text[start:end] for start, end in find_handles(text)] == [shown]


@pytest.mark.parametrize(
    "text", ["help@kitchen.com", "3 @ 9.99", "@media print", "a telegram", "the line", "5@home"]
)
def test_everyday_words_are_none(text: str) -> None:
    """Addresses, prices, style sheets and everyday words are no names."""
    assert find_handles(text) == ()
