import pytest

from composer.language.phrases.folding import Folding

LATIN = Folding(accents=True, same=("iıİ", "lł"))
PLAIN = Folding(accents=False, same=("评評",))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Avis POSITIF", "avis positif"),
        ("évaluation à 5 étoiles", "evaluation a 5 etoiles"),
        ("re\u200bview re\u00adview", "review review"),
        ("ＦＲＥＥ ｇｉｆｔ", "free gift"),
        ("𝐟𝐫𝐞𝐞 𝗀𝗂𝖿𝗍", "free gift"),
        ("we’ll", "we'll"),
        ("e\u0301toile", "etoile"),
        ("تَقْيِيم", "تقييم"),
        ("Łódź İyi", "lodz iyi"),
    ],
)
def test_what_does_not_count(text: str, folded: str) -> None:
    """Case, accents, widths, fancy letters and invisible characters are folded away."""
    assert LATIN.fold(text).text == folded


def test_plain_letters_may_count_as_others() -> None:
    """Text of plain letters folds like any other."""
    folding = Folding(accents=False, same=("ıi",))

    assert folding.fold("iyi").text == folding.fold("ıyı").text


def test_marks_of_other_scripts_stay() -> None:
    """Where accents are letters they are kept; given letters count as their first."""
    assert PLAIN.fold("ガード 評价 समीक्षा").text == "ガード 评价 समीक्षा"


def test_positions_lead_back() -> None:
    """A range of the folded text is the range of what was written."""
    text = "ein re\u200bview\u200b!"
    folded = LATIN.fold(text)
    start = folded.text.index("review")

    first, last = folded.source(start, start + len("review"))

    assert text[first:last] == "re\u200bview"
