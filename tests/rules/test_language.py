"""A message that says to be in another language than it is written in, and its subject line."""

import pytest

from composer import rules
from composer.document import Document
from composer.document.text import read_text
from composer.language.spelling import LocalSpeller
from composer.lint.context import Settings
from composer.lint.engine import Linter
from composer.lint.finding import Finding, Severity
from composer.lint.fix import apply_fixes, fix
from composer.policy import Policy
from composer.template import Template

ENGLISH = "We are sorry to say that your parcel is late.\n\nIt will arrive on Friday, and we are sorry for the delay."
GERMAN = "Ihr Paket verspätet sich leider etwas.\n\nEs kommt am Freitag an, und die Verzögerung tut uns leid."


@pytest.fixture(scope="module")
def linter() -> Linter:
    """The rule alone, with a dictionary."""
    rule = next(it for it in rules.load() if it.id == "unexpected-language")
    return Linter(Policy.load(), [rule], speller=LocalSpeller())


def template(body: str, language: str, store: str, subject: str = "") -> Template:
    """A message of this language for this store."""
    return Template(
        subject=read(subject), body=read(body), language=language, marketplace=f"amazon.{store}"
    )


def read(text: str) -> Document:
    """The document of plain text."""
    return read_text(text, Policy.load().placeholder_table()).document


def fixes(findings: tuple[Finding, ...]) -> set[str]:
    """The titles of all that is offered."""
    return {each.title for finding in findings for each in finding.fixes}


def test_a_translated_copy_can_say_its_language(linter: Linter) -> None:
    """Each finding offers the store's kind of that language, which mends them all."""
    copy = template(ENGLISH, "de-DE", "co.uk")
    found = linter.lint(copy)
    assert len(found) == 3
    assert fixes(found) == {"Set the language to English (UK)"}
    mended = apply_fixes(copy, [found[0].fixes[0]])
    assert mended.language == "en-GB"
    assert mended.body == copy.body
    assert linter.lint(mended) == ()


def test_a_copy_to_be_translated_can_say_the_store_s_language(linter: Linter) -> None:
    """What is not translated yet is found then, and no other language is offered for it."""
    copy = template(GERMAN, "de-DE", "co.uk")
    (found,) = linter.lint(copy)
    assert fixes((found,)) == {"Set the language to English (UK)"}
    left = linter.lint(apply_fixes(copy, [found.fixes[0]]))
    assert len(left) == 2
    assert fixes(left) == set()


def test_a_paragraph_in_another_language_does_not_rename_the_message(linter: Linter) -> None:
    """Neither one of two nor one beside many."""
    for body in (
        f"{ENGLISH}\n\n{GERMAN}",
        f"{ENGLISH}\n\nEs kommt am Freitag an, und das tut uns leid.",
    ):
        found = linter.lint(template(body, "en-US", "com"))
        assert found
        assert fixes(found) == set()


def test_a_language_is_never_set_unseen(linter: Linter) -> None:
    """Fixing automatically leaves it to the seller."""
    copy = template(ENGLISH, "de-DE", "co.uk")
    outcome = fix(copy, linter)
    assert outcome.template == copy
    assert outcome.settled


@pytest.mark.parametrize(
    ("subject", "language", "store", "found"),
    [
        ("Ihre Bestellung", "en-GB", "co.uk", "German"),
        ("Ihre Bestellung {{order_id}}", "en-US", "com", "German"),
        ("Zu Ihrer Rechnung", "en-US", "com", "German"),
        ("Votre commande", "en-US", "com", "French"),
        ("Your order will arrive on Monday, two days later", "de-DE", "de", "English"),
    ],
)
def test_a_subject_in_another_language_is_found(
    linter: Linter, subject: str, language: str, store: str, found: str
) -> None:
    """However short: a person decides on it."""
    body = ENGLISH if language.startswith("en") else GERMAN
    (finding,) = linter.lint(template(body, language, store, subject))
    assert finding.location.part == "subject"
    assert finding.severity is Severity.REVIEW
    assert finding.message.startswith(f"This is in {found}, ")
    assert finding.fixes == ()


@pytest.mark.parametrize(
    ("subject", "language", "store"),
    [
        ("Your order", "en-US", "com"),
        ("Ihre Bestellung", "de-DE", "de"),
        ("Die Hard DVD", "en-US", "com"),
        ("Die Cast Car", "en-US", "com"),
        ("Edelstahl Pfanne", "en-US", "com"),
        ("Zellora Pfanne für Gas", "en-US", "com"),
        ("Moulin Rouge", "de-DE", "de"),
        ("Update zur Retoure", "de-DE", "de"),
        ("USB-C Hub", "de-DE", "de"),
        ("Prime Day Sale", "de-DE", "de"),
        ("Rowenta", "de-DE", "de"),
        ("{{order_id}}", "de-DE", "de"),
        ("", "de-DE", "de"),
        ("Bestellung", "en-US", "com"),
        ("La Roche-Posay", "en-US", "com"),
    ],
)
def test_names_and_own_words_in_a_subject_are_none(
    linter: Linter, subject: str, language: str, store: str
) -> None:
    """What a dictionary of the message's language knows, or none knows, tells nothing."""
    body = ENGLISH if language.startswith("en") else GERMAN
    assert linter.lint(template(body, language, store, subject)) == ()


def test_words_that_are_the_sellers_own_tell_no_language() -> None:
    """A brand of foreign words stays a brand."""
    rule = next(it for it in rules.load() if it.id == "unexpected-language")
    own = Settings(brands=frozenset({"unser"}))
    linter = Linter(Policy.load(), [rule], own, LocalSpeller())
    message = template(ENGLISH, "en-US", "com", "Unser Hofladen")
    assert linter.lint(message) == ()
    linter.settings = Settings()
    assert len(linter.lint(message)) == 1
