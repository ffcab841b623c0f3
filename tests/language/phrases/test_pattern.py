import pytest
import regex

from composer.language.phrases.folding import Folding
from composer.language.phrases.pattern import PatternError, Patterns
from composer.language.phrases.script import Script

FOLDING = Folding(accents=True)
SPELLINGS = {"ü": "ue", "ß": "ss"}
LATIN = Script(spaced=True, fold=lambda text: FOLDING.fold(text).text, spellings=SPELLINGS)
WIDE = Script(spaced=False, fold=lambda text: text)
CUES = {"review": ("review*", "rating"), "praise": ("(good|great) @review",)}


def found(pattern: str, text: str, script: Script = LATIN) -> list[str]:
    """What a pattern finds in a text, folded as the matcher gets it."""
    folded = script.fold(text)
    return [
        match[0]
        for compiled in Patterns(script, CUES).compiled(pattern)
        for match in regex.finditer(compiled.source, folded)
    ]


@pytest.mark.parametrize(
    ("pattern", "text", "hits"),
    [
        ("leave a review", "Leave a review.", ["leave a review"]),
        ("leave a review", "Leave, a - “review”", ["leave, a - “review"]),
        ("leave a review", "leave a preview", []),
        ("review*", "Reviewing previews", ["reviewing"]),
        ("*bewertung", "Kundenbewertung", ["kundenbewertung"]),
        ("(leave|write) us", "write us or leave us", ["write us", "leave us"]),
        ("please [kindly] leave", "please leave, please kindly leave", None),
        ("[please] leave now", "leave now", ["leave now"]),
        ("[please] [kindly] leave", "kindly leave", ["kindly leave"]),
        ("bewert(e|en|ung)", "Bewerten oder bewertet", ["bewerten"]),
        (
            "leave ... review",
            "leave us one reviewed review",
            ["leave us one reviewed review"],
        ),
        ("leave ... review", "leave one two three four five six seven review", []),
        ("leave ... [short] review", "leave us a review", ["leave us a review"]),
        ("#% off", "15 % off or 7.5% off", ["15 % off", "7.5% off"]),
        ("% off", "15 % off or 7.5% off", [" % off", "% off"]),
        ("[#] % off", "15 % off", ["15 % off"]),
        ("[very] *ful", "helpful, very useful, fulfil", ["helpful", "very useful"]),
        ("e-mail", "e-mail, email, e mail", ["e-mail", "email", "e mail"]),
        ("don't", "dont and don’t", ["dont", "don't"]),
        ("happy?", "happy? I am happy.", ["happy?"]),
        ("@praise", "a great rating", ["great rating"]),
        ("happy ... ?", "Happy with it? Then", ["happy with it?"]),
        ("slut ?", "Är det slut? Slut.", ["slut?"]),
        ("on @*", "find us on @permitted", ["on @permitted"]),
        ("tag @", "Tag @us", ["tag @"]),
        ("für", "fuer und für", ["fuer", "fur"]),
        ("gruß", "Gruss, Gruß", ["gruss", "gruß"]),
    ],
)
def test_words_are_found_as_written(pattern: str, text: str, hits: list[str] | None) -> None:
    """Each sign of a pattern means what the lexicons' README says."""
    assert found(pattern, text) == (
        hits or ["please leave", "please kindly leave"] if hits is None else hits
    )


@pytest.mark.parametrize(
    ("pattern", "text", "hits"),
    [
        ("五星 好评", "请给五星好评", ["五星好评"]),
        ("五星 好评", "五星 好评", ["五星 好评"]),
        ("给 ... 好评", "给我们一个好评。给。好评", ["给我们一个好评"]),
    ],
)
def test_scripts_without_spaces(pattern: str, text: str, hits: list[str]) -> None:
    """Words may stand anywhere, and a gap counts characters within a sentence."""
    assert found(pattern, text, WIDE) == hits


@pytest.mark.parametrize("pattern", ["(a|b", "a)", "[a", "@unknown", "", "a ]"])
def test_mistakes_are_told(pattern: str) -> None:
    """A pattern that is not whole is refused with its text."""
    with pytest.raises(PatternError, match=r"“"):
        Patterns(LATIN, CUES).compiled(pattern)


@pytest.mark.parametrize(
    ("pattern", "anchors"),
    [
        ("leave [us] a review*", [{" leave us a review", " leave a review"}]),
        ("(leave|write) ... review", [{" leave ", " write "}, {" review "}]),
        ("*bewertung e-mail", [{"bewertung e mail ", "bewertung email "}]),
        (
            "(a|b|c|d) (e|f|g) review",
            [{" e review ", " f review ", " g review "}, {" a ", " b ", " c ", " d "}],
        ),
        ("(great*|lovely) review", [{"great", "lovely"}, {" review "}]),
        ("happy?", [{" happy "}]),
        ("#%", []),
    ],
)
def test_anchors_stand_in_whatever_matches(pattern: str, anchors: list[set[str]]) -> None:
    """A pattern names the words it cannot do without: one of each set, spaces where words end."""
    (compiled,) = Patterns(LATIN, CUES).compiled(pattern)

    assert set(compiled.anchors) == set(map(frozenset, anchors))


@pytest.mark.parametrize(
    ("pattern", "phrases"),
    [
        ("leave [us] a review", (" leave us a review ", " leave a review ")),
        ("für (dich|euch)", (" fur dich ", " fur euch ", " fuer dich ", " fuer euch ")),
        ("e-mail", ()),
        ("review*", ()),
        ("review now?", ()),
        ("leave ... review", ()),
    ],
)
def test_nothing_but_words_needs_no_expression(pattern: str, phrases: tuple[str, ...]) -> None:
    """Its texts are told in the order in which the pattern prefers them."""
    (compiled,) = Patterns(LATIN, CUES).compiled(pattern)

    assert compiled.phrases == phrases


def test_a_cue_alone_is_its_patterns() -> None:
    """So each of them is tried only where its own words stand, and once for all who name it."""
    patterns = Patterns(LATIN, CUES)
    sources = {compiled.source for compiled in patterns.compiled("@review")}
    own = {it.source for text in CUES["review"] for it in patterns.compiled(text)}

    assert sources == own
