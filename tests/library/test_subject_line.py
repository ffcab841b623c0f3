import pytest

from composer.library.subject_line import find_subject


@pytest.mark.parametrize(
    ("text", "subject", "body"),
    [
        ("Subject: Hello\n\nDear", "Hello", "Dear"),
        ("Betreff : Hallo  \r\n\r\nGuten Tag", "Hallo", "Guten Tag"),
        ("\nOBJET: a: b\nc", "a: b", "c"),
        ("件名：ご注文\n本文", "ご注文", "本文"),
        ("**Asunto:** Hola\n\nx", "Hola", "x"),
        ("# Temat: Cześć\nx", "Cześć", "x"),
        ("Subject:\nx", "", "x"),
        ("Subject: alone", "alone", ""),
    ],
)
def test_subject_and_body_are_told_apart(text: str, subject: str, body: str) -> None:
    """The first line's label, its words and the blank lines after it are found in place."""
    found = find_subject(text)

    assert found is not None
    assert text[found.start : found.end] == subject
    assert text[found.body :] == body


@pytest.mark.parametrize(
    "text", ["Hello\nSubject: x", "Subjects: x", "The subject: x", "", "Subject - x"]
)
def test_other_first_lines_are_text(text: str) -> None:
    """Only a label at the very beginning makes a subject."""
    assert find_subject(text) is None
