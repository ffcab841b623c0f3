"""How wrong an unknown word with a capital is, in a language that writes all nouns so."""

import pytest

from composer import rules
from composer.document.html.reader import read_html
from composer.language.spelling.speller import LocalSpeller
from composer.lint.engine import Linter
from composer.policy import Policy
from composer.template import Template


@pytest.fixture(scope="module")
def linter(policy: Policy) -> Linter:
    """With the speller, and no settings."""
    return Linter(policy, rules.load(), speller=LocalSpeller())


def judged(linter: Linter, text: str, language: str = "de") -> dict[str, str]:
    """The words of a text that spelling finds, with their severity."""
    body = read_html(f"<p>{text}</p>").document
    found = linter.lint(Template(body=body, language=language, reason="reply"))
    return {it.text: str(it.severity) for it in found if it.rule == "spelling"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mit freundlichen Grxxen", {"Grxxen": "review"}),
        ("Freundliche Gröten", {"Gröten": "review"}),
        ("Die Zustellungkk für Mia kommt.", {"Zustellungkk": "review", "Mia": "advice"}),
        ("Ihre Wrae ist da.", {"Wrae": "review"}),
        ("Das Geschenk kommt von Wrae.", {"Wrae": "advice"}),
        ("Die Lampe von Fabulux ist da.", {"Fabulux": "advice"}),
        ("Liebe Frau Kowalczyk, danke.", {}),
        ("Liebe Frau Marku, danke.", {}),
        ("Wir danken Marku, Herr Meier.", {"Marku": "advice"}),
        ("Mit freundlichen Grüßen Nowak", {}),
        ("Mit freundlichen Grüßen Ihr Kundenservcie", {"Kundenservcie": "review"}),
        ("Bestelung von Yilmaz und Nowak. Danke an Kowalczyk, Fabulux, Zbigniew.", None),
    ],
)
def test_slips_are_for_review_and_names_are_advice(
    linter: Linter, text: str, found: dict[str, str] | None
) -> None:
    """Sure names are silent; many names do not make a text one in another language."""
    if found is None:
        assert judged(linter, text)["Bestelung"] == "review"
    else:
        assert judged(linter, text) == found


def test_where_a_capital_tells_names_it_still_does(linter: Linter) -> None:
    """In English an unknown word with a capital is advice, whatever its letters."""
    assert judged(linter, "The lamp by Fabulux and Bestelungg is here.", "en") == {
        "Fabulux": "advice",
        "Bestelungg": "advice",
    }
