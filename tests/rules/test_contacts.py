"""What mends a sentence with a telephone number or an email address in it."""

import pytest

from composer import rules
from composer.document import Document
from composer.document.edits import apply
from composer.document.text import read_text
from composer.lint.engine import Linter
from composer.lint.finding import Fix
from composer.policy import Policy
from composer.template import Template


@pytest.mark.parametrize(
    ("language", "text", "bare", "without"),
    [
        (
            "en",
            "Thank you. Should anything be missing, call us at 206-555-0100. Yours, Ann",
            "Thank you. Should anything be missing, call us. Yours, Ann",
            "Thank you. Yours, Ann",
        ),
        (
            "de",
            "Hallo!\nBei Fragen erreichen Sie uns unter 030 12345678.\nViele Grüße",
            "Hallo!\nBei Fragen erreichen Sie uns.\nViele Grüße",
            "Hallo!\nViele Grüße",
        ),
        (
            "fr",
            "Merci. Écrivez-nous à aide@cuisine-boutique.fr ! À bientôt",
            "Merci. Écrivez-nous ! À bientôt",
            "Merci. À bientôt",
        ),
        (
            "es",
            "Gracias. Puede escribirnos al correo ayuda@cocina.es. Saludos",
            "Gracias. Puede escribirnos. Saludos",
            "Gracias. Saludos",
        ),
    ],
)
def test_a_contact_goes_alone_or_with_its_sentence(
    language: str, text: str, bare: str, without: str
) -> None:
    """What only led to it goes along, and where that leaves a torso the sentence may go."""
    document, fixes = mended(text, language)

    removing = [fix for fix in fixes if fix.title.startswith("Remove")]
    sentence, contact = sorted(removing, key=lambda fix: "sentence" not in fix.title)

    assert apply(document, contact.edits).text.replace("\u2028", "\n") == bare
    assert sentence.title == "Remove the sentence"
    assert apply(document, sentence.edits).text.replace("\u2028", "\n") == without


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Thank you.\nCall 030 1234567 or write to info@teaandtimber.com.", "Remove the sentence"),
        ("It is late.\n\nCall 030 1234567", "Remove the sentence"),
        (
            "The carrier knows where it is and brings it on Friday if you call 030 1234567 before.",
            "Remove telephone number",
        ),
        ("Your team\nCall us: 030 1234567", "Remove the sentence"),
        ("Your team, tel. 030 1234567", "Remove telephone number"),
    ],
)
def test_a_sentence_that_is_there_for_the_contact_alone_goes_first(text: str, title: str) -> None:
    """“Call or write.” would be left, and nothing would find it."""
    _, fixes = mended(text, "en")

    assert fixes[0].title == title


def test_the_paragraph_goes_with_all_it_says() -> None:
    """No empty line is left in the message."""
    document, fixes = mended("Your parcel is late.\n\nCall 030 1234567 now.\n\nAnn", "en")

    assert apply(document, fixes[0].edits).text == "Your parcel is late.\nAnn"


@pytest.mark.parametrize(
    ("language", "text", "without", "title"),
    [
        (
            "en",
            "It is late. Questions? Call 030 1234567 today.",
            "It is late.",
            "“Questions?” and this sentence",
        ),
        (
            "en",
            "It is late.\nAny questions?\nCall 030 1234567 today.",
            "It is late.",
            "“Any questions?” and this sentence",
        ),
        (
            "de",
            "Danke. Noch Fragen? Rufen Sie 030 1234567 an.",
            "Danke.",
            "“Noch Fragen?” and this sentence",
        ),
        (
            "en",
            "Did the parcel arrive? Call 030 1234567 today.",
            "Did the parcel arrive?",
            "the sentence",
        ),
    ],
)
def test_a_question_that_only_leads_to_a_contact_goes_with_its_sentence(
    language: str, text: str, without: str, title: str
) -> None:
    """A lone “Questions?” would ask the buyer nothing; a question of its own stays."""
    document, fixes = mended(text, language)

    assert fixes[0].title == f"Remove {title}"
    assert apply(document, fixes[0].edits).text.strip() == without


@pytest.mark.parametrize("text", ["Tel.: 030 12345678", "Gruß, Ann\n030 12345678"])
def test_a_line_that_is_nothing_else_has_no_sentence(text: str) -> None:
    """The number is all there is to take out."""
    _, fixes = mended(text, "de")

    assert [fix.title for fix in fixes] == ["Remove telephone number"]


def mended(text: str, language: str) -> tuple[Document, tuple[Fix, ...]]:
    """Return the message that `text` is, and the fixes of the contact found in it."""
    document = read_text(text).document
    template = Template(
        body=document, language=language, marketplace="amazon.com", channel="contact-form"
    )
    found = Linter(Policy.load(), rules.load()).lint(template)
    rule = {"telephone-number", "email-address"}
    return document, next(it for it in found if it.rule in rule).fixes
