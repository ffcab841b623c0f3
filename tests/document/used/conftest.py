"""Blocks as they come from HTML."""

from collections.abc import Callable

import pytest

from composer.document import Block, Image
from composer.document.html.reader import read_html
from composer.document.used import UsedText, used_text


@pytest.fixture(scope="session")
def block() -> Callable[[str], Block]:
    """The last block that HTML holds."""
    return lambda html: read_html(html).document.blocks[-1]


@pytest.fixture(scope="session")
def last(block: Callable[[str], Block]) -> Callable[[str], UsedText]:
    """How the last run of text in HTML looks."""

    def look(html: str) -> UsedText:
        found = block(html)
        return used_text(found, found.inlines[-1])

    return look


@pytest.fixture(scope="session")
def image(block: Callable[[str], Block]) -> Callable[[str], tuple[Block, Image]]:
    """The first image in the last block of HTML."""

    def find(html: str) -> tuple[Block, Image]:
        found = block(html)
        return found, next(inline for inline in found.inlines if isinstance(inline, Image))

    return find
