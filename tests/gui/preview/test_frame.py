"""The words of the suggested frame."""

import pytest

from composer.gui.preview.frame import frame_words
from composer.policy import Policy


def test_the_frame_has_words_in_every_language_that_is_checked() -> None:
    """Each its own, none missing."""
    tags = [tag for tag, language in Policy.load().languages.by_tag.items() if language.checked]
    assert len(tags) > 10
    assert len({frame_words(tag) for tag in tags}) == len(tags)


@pytest.mark.parametrize("tag", ["en", "de", "ar", "zh-CN"])
def test_a_shop_without_a_name_and_an_order_without_a_number(tag: str) -> None:
    """Something stands for the shop; a line about no order is left out."""
    words = frame_words(tag)
    assert words.unnamed in words.sender_line("")
    assert words.order_line("") == ""
    assert "112-1" in words.order_line("112-1")
