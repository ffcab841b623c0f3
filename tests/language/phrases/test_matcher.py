"""What a matcher finds is what its patterns find one by one, whatever it left untried."""

from itertools import product

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from composer.language.phrases.folding import Folding
from composer.language.phrases.matcher import Found, Matcher
from composer.language.phrases.pattern import Patterns
from composer.language.phrases.script import Script
from composer.language.phrases.word_index import index_words

FOLDING = Folding(accents=True)
LATIN = Script(
    spaced=True, fold=lambda text: FOLDING.fold(text).text, spellings={"ü": "ue", "ß": "ss"}
)
WIDE = Script(spaced=False, fold=lambda text: text)
CUES = {"review": ("review*", "(a|the) rating"), "praise": ("(good|very good) @review",)}
PATTERNS = [
    "leave a review",
    "leave [us] a [good] review",
    "(leave|write) ... review*",
    "good (review|review us)",
    "[very] good",
    "[(a|the|this|that|our|my|your|his|her)] review [now]",
    "*view",
    "für",
    "bewert(e|en)",
    "e-mail us",
    "don't",
    "# review",
    "#% off",
    "good?",
    "good ... ?",
    "a ... us",
    "@praise",
    "@review us",
    "us (and|or) us",
    "us us",
]
WORDS = (
    "leave us a good very review reviews the rating write für fuer bewerte bewertest email e mail "
    "don't dont 5 10 % off and or now view preview x_us"
)
PIECES = WORDS.split()
MARKS = ["", " ", " ", " ", ", ", "\n", "-", "? ", ".", "  ", "\n\n"]


def alone(patterns: list[str], script: Script, text: str) -> list[Found]:
    """The places of each pattern by itself, tried everywhere."""
    known = Patterns(script, CUES)
    return sorted(
        {
            (*match.span(), number)
            for number, pattern in enumerate(patterns)
            for compiled in known.compiled(pattern)
            for match in regex.finditer(compiled.source, text)
        },
        key=lambda it: (it[0], -it[1], it[2]),
    )


def together(patterns: list[str], script: Script, text: str) -> list[Found]:
    """The places that a matcher finds."""
    known = Patterns(script, CUES)
    cues = {number: known.compiled(pattern) for number, pattern in enumerate(patterns)}
    return list(Matcher(index_words(cues), script).find(text))


@given(st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(MARKS)), max_size=14))
def test_words_are_found_wherever_their_patterns_match(pieces: list[tuple[str, str]]) -> None:
    """Neither words nor what parts them hide a pattern, and none is found where it is not."""
    text = LATIN.fold("".join(map("".join, pieces)))

    assert together(PATTERNS, LATIN, text) == alone(PATTERNS, LATIN, text)


WIDE_TEXTS = [
    "".join(it) for it in product(["五星", "五 星", "星"], ["", " ", "\n"], ["好评", "好"])
]


@pytest.mark.parametrize("text", WIDE_TEXTS)
def test_scripts_without_spaces(text: str) -> None:
    """Words that stand apart are found as well, and none across the end of a line."""
    patterns = ["五星 好评", "星", "五星 ... 好", "好(评|心)"]

    assert together(patterns, WIDE, text) == alone(patterns, WIDE, text)
