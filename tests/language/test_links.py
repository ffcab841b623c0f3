"""Web addresses written in text."""

import pytest

from composer.language.links import find_links


@pytest.mark.parametrize(
    "written",
    [
        "https://kitchen-shop.com/a?b=c#d",
        "http://kitchen-shop.com",
        "www.kitchen-shop.com",
        "www.kitchen-shop.example",
        "www.kitchen-shop.example/oak?size=2",
        "kitchen-shop.com",
        "kitchen-shop.de/angebote",
        "ｗｗｗ．kitchen-shop．com",
        "hxxp://kitchen-shop.com",
        "kitchenshop . com",
        "kitchenshop(dot)com",
        "javascript:alert(1)",
        "https://例え.jp/x",
    ],
)
def test_address_is_found_whole(written: str) -> None:
    """An address is found whole, with or without a scheme, disguised or in another script."""
    text = f"See {written} for more"
    assert [text[link.start : link.end] for link in find_links(text)] == [written]


@pytest.mark.parametrize(
    "text",
    [
        "e.g. this",
        "version 2.0",
        "Nr.1",
        "file.pdf",
        "S.p.A.",
        "node.js",
        "README.md",
        "We are at home.Come in",
        "9:30 to 10:15",
        "Note: it is fine. Com",
        "help@kitchen-shop.com",
    ],
)
def test_other_text_is_no_address(text: str) -> None:
    """Abbreviations, versions, file names, times and missing spaces are no addresses."""
    assert find_links(text) == ()


def test_full_stop_is_left_out() -> None:
    """The end of the sentence does not belong to the address."""
    text = "See https://kitchen-shop.com/a."
    assert [text[link.start : link.end] for link in find_links(text)] == [text[4:-1]]


def test_scheme_is_told() -> None:
    """The scheme is that of the text, and empty where it has none."""
    assert [link.scheme for link in find_links("HTTP://a-shop.com and www.b-shop.com")] == [
        "http",
        "",
    ]
