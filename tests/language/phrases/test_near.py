from pathlib import Path

import pytest

from composer.language.phrases import Lexicon, Passage, TextBlock
from composer.language.phrases.near import near_hit

LANGUAGE = 'tag = "en"\nspaced = true\nfold_accents = true\n'
CUES = '[cue]\nreview = ["review*"]\ngift = ["gift [card]"]\nno = ["we offer no", "never"]\n'
TOPIC = """
[[entry]]
cues = ["@review", "@gift"]
unless = ["@no"]
unless_anywhere = ["refund*"]
fires = ["Review us for a gift."]
silent = ["A gift was never sent.", "We offer no gift for a review."]

[[entry]]
cues = ["stars", "five"]
ordered = true
fires = ["Of all stars, five."]
"""


@pytest.fixture
def lexicon(tmp_path: Path) -> Lexicon:
    """A small lexicon."""
    for name, text in (("language", LANGUAGE), ("cues", CUES), ("topic", TOPIC)):
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return Lexicon.read(tmp_path)


@pytest.mark.parametrize(
    ("text", "obstacle", "because", "example"),
    [
        (
            "We offer no gift card for a review.",
            "excused",
            "We offer no",
            "We offer no gift for a review.",
        ),
        ("A gift for a review. Or a refund.", "excused-elsewhere", "refund", ""),
        ("A gift. And a review.", "apart", "", "Review us for a gift."),
        ("Five of the stars.", "apart", "", "Of all stars, five."),
        ("Please review us.", "missing", "", "Review us for a gift."),
        ("A gift. One. Two. Three. Four. A review.", "missing", "", "Review us for a gift."),
    ],
)
def test_what_stops_an_entry_is_named(
    lexicon: Lexicon, text: str, obstacle: str, because: str, example: str
) -> None:
    """The words that excuse it, the cue that is too far or missing, and a sentence that shows it."""
    near = near_hit(Passage(lexicon, [TextBlock("body", 0, text)]), "topic", "body", 0, len(text))

    assert near is not None
    found = near.because
    assert (near.obstacle, near.example) == (obstacle, example)
    assert (text[found.start : found.end] if found else "") == because


@pytest.mark.parametrize(
    "text",
    [
        "Review us for a gift.",  # it holds
        "A gift for you.",  # without what the entry is about
        "The weather is nice.",
    ],
)
def test_what_holds_or_says_nothing_of_it_is_not_near(lexicon: Lexicon, text: str) -> None:
    """Neither a finding nor a word that merely may go with others is a near miss."""
    passage = Passage(lexicon, [TextBlock("body", 0, text)])

    assert near_hit(passage, "topic", "body", 0, len(text)) is None


def test_only_words_in_the_range_count(lexicon: Lexicon) -> None:
    """What is nearly found elsewhere is not what was asked about."""
    text = "The weather is nice. We offer no gift for a review."
    passage = Passage(lexicon, [TextBlock("body", 0, text)])

    assert near_hit(passage, "topic", "body", 0, 10) is None
    assert near_hit(passage, "topic", "subject", 0, len(text)) is None
