"""Where a word stands in a text."""

import pytest

from composer.document.plain_letters import plain_letters
from composer.library.mention import mention


@pytest.mark.parametrize(
    ("text", "word", "line"),
    [
        ("Subject\nYour Große Kiste", "grosse", ("Your ", "Große", " Kiste")),
        ("ßßß\nÉtagère", "etagere", ("", "Étagère", "")),
        ("Your \ufffc\u2028is late", "late", ("Your {…} is ", "late", "")),
        ("One two three four late", "late", ("…three four ", "late", "")),
        ("送货日期", "货", ("送", "货", "日期")),
    ],
)
def test_the_words_stand_as_they_were_written(
    text: str, word: str, line: tuple[str, str, str]
) -> None:
    """In the line they stand in, however many letters they are once plain."""
    found = mention(text, plain_letters(text), word)
    assert found is not None
    assert (found.before, found.words, found.after) == line


def test_a_long_line_is_cut_behind_a_word() -> None:
    """The row shows no more of it anyway."""
    text = "late " + "and more " * 40
    found = mention(text, plain_letters(text), "late")
    assert found is not None
    assert len(found.after) <= 81
    assert found.after.endswith("and…") or found.after.endswith("more…")


def test_a_word_that_is_not_there_is_not_found() -> None:
    """Nothing is made up."""
    assert mention("Hello", "hello", "late") is None
