from pathlib import Path

import pytest

from composer import resources
from composer.language.phrases import Lexicon, LexiconError, Passage, TextBlock
from composer.language.phrases.lexicon import lexicon_of

LANGUAGE = 'tag = "en"\nspaced = true\nfold_accents = true\n'
CUES = """
[cue]
review = ["review*"]
gift = ["gift [card]"]
no = ["no", "not"]
purpose = ["refund*"]
"""
TOPIC = """
[[entry]]
cues = ["@review", "@gift"]
within = 1
unless = ["@no"]
unless_anywhere = ["@purpose"]
fires = ["Review us for a gift."]

[[entry]]
cues = ["free", "@review"]
ordered = true
hard = true
fires = ["A free review."]

[[entry]]
cues = ["@review", "lottery"]
where = "message"
fires = ["Review. Well. Lottery."]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small lexicon."""
    for name, text in (("language", LANGUAGE), ("cues", CUES), ("topic", TOPIC)):
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    return tmp_path


def found(folder: Path, *texts: str) -> list[tuple[str, ...]]:
    """The words of each hit of the topic, the texts being blocks of one body."""
    starts = [sum(len(it) + 1 for it in texts[:number]) for number in range(len(texts))]
    blocks = [TextBlock("body", at, it) for at, it in zip(starts, texts, strict=True)]
    whole = "\n".join(texts)
    hits = Passage(Lexicon.read(folder), blocks).hits("topic")
    return [tuple(whole[it.start : it.end] for it in hit.places) for hit in hits]


@pytest.mark.parametrize(
    ("texts", "hits"),
    [
        (["Review us for a gift card."], [("Review", "gift card")]),
        (["A gift. Review us."], [("Review", "gift")]),
        (["A gift.", "Review us."], [("Review", "gift")]),
        (["A gift. One. Review us."], []),
        (["No gift for a review."], []),
        (["Review us for a gift. Refunds are late."], []),
        (["A free review."], [("free", "review")]),
        (["Our review is free."], []),
        (["Review us. One. Two. Three. A lottery."], [("Review", "lottery")]),
        (["Nothing at all."], []),
    ],
)
def test_cues_come_together(folder: Path, texts: list[str], hits: list[tuple[str, ...]]) -> None:
    """Within so many sentences, in order, unless excused: as the entry says."""
    assert found(folder, *texts) == hits


def test_a_sentence_is_told_once(folder: Path) -> None:
    """Of two entries in one sentence the one without doubt is told."""
    assert found(folder, "A free review for a gift.") == [("free", "review")]


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("topic", "[[entry]]\nfires = ['x']", "cues is missing"),
        ("topic", "[[entry]]\ncues = ['x']", "fires is missing"),
        ("topic", "[[entry]]\ncues = ['(x']\nfires = ['x']", "bracket too few"),
        ("topic", "[[entry]]\ncues = ['@x y']\nfires = ['x']", "names no cue @x"),
        ("topic", "[[entry]]\ncues = ['x']\nfire = ['x']\nfires = ['x']", "unknown fire"),
    ],
)
def test_mistakes_in_a_lexicon_are_told(folder: Path, file: str, text: str, told: str) -> None:
    """A translator hears what is wrong, and where."""
    (folder / f"{file}.toml").write_text(text, encoding="utf-8")

    with pytest.raises((LexiconError, ValueError), match=told):
        Lexicon.read(folder)


@pytest.mark.parametrize("number", ["100", "101", "99999", "١٠٠", ""])
def test_only_numbers_that_patterns_name_count(folder: Path, number: str) -> None:
    """Sentences that differ by the number of an order are read once; one named is still told."""
    (folder / "topic.toml").write_text(
        '[[entry]]\ncues = ["100 points"]\nfires = ["100 points."]\n', encoding="utf-8"
    )
    text = f"Order {number}: {number} points."

    hits = found(folder, text.replace(number, "4711") if number else text, text)

    assert hits == ([("100 points",)] if number == "100" else [])


def test_a_broken_lexicon_is_read_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every rule asks for it for every block; each is told what is wrong, and none waits."""
    (folder / "cues.toml").write_text('[cue]\nreview = ["(review"]\n', encoding="utf-8")
    read: list[str] = []
    monkeypatch.setattr(resources, "path", lambda name: read.append(name) or folder)

    for _ in range(3):
        with pytest.raises(LexiconError, match="a bracket too few"):
            lexicon_of("tlh")

    assert read == ["lexicons/tlh"]


def test_a_lexicon_is_read_once_for_all_regions(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Reading takes as long as all the rest of a check: `en` and `en-US` share one."""
    monkeypatch.setattr(resources, "path", lambda _: folder)

    first, *others = [lexicon_of(tag) for tag in ("eo", "eo-US", "eo_GB", "EO")]

    assert first is not None
    assert all(other is first for other in others)


def test_a_lexicon_without_a_file_is_no_missing_language(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be read must not count as clean."""
    (folder / "cues.toml").unlink()
    monkeypatch.setattr(resources, "path", lambda _: folder)

    with pytest.raises(LexiconError, match="cues"):
        lexicon_of("vo")
