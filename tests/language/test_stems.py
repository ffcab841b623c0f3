"""Pieces of words looked for before a slow pattern."""

import pytest

from composer.language.stems import Stems


@pytest.mark.parametrize(
    ("text", "found"),
    [("please unsubscribe", True), ("退订", True), ("été 退订", True), ("été", False), ("", False)],
)
def test_stem_is_found_anywhere(text: str, *, found: bool) -> None:
    """A stem counts within a word and in any script."""
    assert Stems("subscri", "退").stand_in(text) is found
