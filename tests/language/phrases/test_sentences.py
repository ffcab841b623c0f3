import pytest

from composer.language.phrases.sentences import split

ABBREVIATIONS = frozenset({"dr", "e.g", "no", "incl"})
BREAK = "\u2028"
LONG = "This line is so long that it was surely broken by its width and"


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("One. Two! Three?", ["One.", "Two!", "Three?"]),
        ("See Dr. Who, e.g. no. 5. Then go.", ["See Dr. Who, e.g. no. 5.", "Then go."]),
        ("It is 5.0 stars. Yes", ["It is 5.0 stars.", "Yes"]),
        ("J. K. Rowling wrote. I. And you.", ["J. K. Rowling wrote.", "I.", "And you."]),
        ("He said “Stop.” She went.", ["He said “Stop.”", "She went."]),
        ("好的。谢谢！吗？", ["好的。", "谢谢！", "吗？"]),
        ("ठीक है। धन्यवाद।", ["ठीक है।", "धन्यवाद।"]),
        ("حسنا؟ شكرا.", ["حسنا؟", "شكرا."]),
        (f"Hello{BREAK}Thank you", ["Hello", "Thank you"]),
        (f"please leave{BREAK}us a review", [f"please leave{BREAK}us a review"]),
        (f"{LONG}{BREAK}Amazon saw it", [f"{LONG}{BREAK}Amazon saw it"]),
        (
            f"この度はご購入いただき、{BREAK}ありがとうございます。",
            [f"この度はご購入いただき、{BREAK}ありがとうございます。"],
        ),
        ("  ", []),
    ],
)
def test_sentences_end_where_readers_end_them(text: str, sentences: list[str]) -> None:
    """Abbreviations and numbers end none, lines broken by their width are joined."""
    assert [text[start:end] for start, end in split(text, ABBREVIATIONS)] == sentences
