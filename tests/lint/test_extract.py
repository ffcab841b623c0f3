"""The paragraphs a finding is about, out of their message."""

from composer.document.html.reader import read_html
from composer.document.text import read_text
from composer.lint.extract import extract_of
from composer.lint.finding import Finding, Location, Severity
from composer.template import Template

BODY = "<p>Hello</p><p>Leave a review.</p><p>It is <b>sunny</b>.</p><p>If not, write to us.</p>"


def found(template: Template, *words: tuple[str, str]) -> Finding:
    """A finding on words of parts, the first its own, the others related."""
    places = []
    for part, word in words:
        start = template.part(part).text.index(word)
        places.append(Location(part, start, start + len(word)))
    own = places[0] if places else Location()
    return Finding("r", "c", Severity.REVIEW, "m", own, related=tuple(places[1:]))


def template(subject: str = "") -> Template:
    """A message of four paragraphs."""
    return Template(subject=read_text(subject).document, body=read_html(BODY).document)


def test_what_it_points_at_comes_along_in_order() -> None:
    """The paragraphs between are left out, and the words are found where they stand now."""
    extract = extract_of(template(), found(template(), ("body", "If not"), ("body", "review")))

    assert extract is not None
    assert extract.document.text == "Leave a review.\nIf not, write to us."
    assert extract.document.text[extract.start : extract.end] == "If not"


def test_the_subject_comes_first() -> None:
    """A finding in the body that the subject is part of, and the other way round."""
    message = template("A review?")
    for order in ((("body", "If not"), ("subject", "review")), (("subject", "A"), ("body", "If"))):
        extract = extract_of(message, found(message, *order))
        assert extract is not None
        assert extract.document.text == "A review?\nIf not, write to us."
        assert extract.document.text[extract.start : extract.end] == order[0][1]


def test_the_whole_message_has_no_paragraph() -> None:
    """Nor has an image alone."""
    assert extract_of(template(), found(template())) is None
    image = Template(body=read_html('<p><img src="a.png"></p>').document)
    assert extract_of(image, found(image, ("body", "\ufffc"))) is None
