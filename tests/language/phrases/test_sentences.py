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


WRAPPED = (
    "Thank you for your order. We hope that everything has come to you in",
    "Leeds as it should. Should anything be missing or broken, please tell",
    "us or the people at Amazon, and we will see to it.",
)
SET = (
    "Many more lovely things for your home are waiting in our shop",
    "Questions? Our service is there for you on each working day",
    "Have a good day",
)


@pytest.mark.parametrize(
    ("lines", "count"),
    [
        (WRAPPED, 3),
        (SET, 4),
        (("See our shop", *SET[1:2], "and on Saturdays"), 3),
        # a line of another paragraph proves nothing
        ((*WRAPPED, "", "Greetings", "Ann"), 5),
        ((*WRAPPED, "", "", *SET), 7),
        # a list is none, however long its lines
        (("- " + LONG, "- " + LONG), 2),
        ((LONG, "* Amazon"), 2),
        # two lines: the first as long as lines are broken, and longer than what is left
        (("Our shop is open", "Ann will help you"), 2),
        ((LONG, LONG + " more"), 2),
        ((LONG + LONG, "Amazon saw it"), 2),
        # without an end, yet parted by an empty line
        ((LONG, "", "Amazon saw it"), 2),
    ],
)
def test_a_line_that_its_writer_broke_ends_a_sentence(lines: tuple[str, ...], count: int) -> None:
    """Only lines as full as one width let them be go on in the next."""
    assert len(split(BREAK.join(lines), ABBREVIATIONS)) == count
