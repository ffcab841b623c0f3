"""Messages made to keep the rules busy."""

import pytest

from composer import rules
from composer.document.html.reader import read_html
from composer.document.text import read_text
from composer.lint.engine import Linter
from composer.policy import Policy
from composer.template import Template

LENGTH = 50_000
UNCHECKED = "could not be checked"


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "piece",
    [
        *("a@", "1 ", "1", " \n", "{{", "[[", "www.", "https://", ":-", "(0", "+49 ", "😀", "a . "),
        *("a.b", "a@b.co ", "http://a.b ", "123-4567890-", "unsubscribe ", "A ", "&", "<", "-"),
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    """A text of one piece over and over is checked by every rule, and within seconds."""
    text = (piece * LENGTH)[:LENGTH]
    linter = Linter(Policy.load(), rules.load())

    found = linter.lint(Template(body=read_text(text).document, channel="email"))

    assert not [finding for finding in found if UNCHECKED in finding.message]


@pytest.mark.timeout(10)
@pytest.mark.parametrize(
    "piece",
    [
        '<a href="http://x.com/y">unsubscribe</a> ',
        '<a href="https://www.amazon.com/x"><img src="a.png" alt="a"></a> ',
        '<span style="color: red; font-size: 9px">a</span><i>b</i>',
        "a<br><br><br>",
    ],
)
def test_no_paragraph_takes_long(piece: str) -> None:
    """A paragraph of thousands of links, pictures or styles is checked within seconds."""
    document = read_html(f"<p>{piece * 3000}</p>").document
    linter = Linter(Policy.load(), rules.load())

    found = linter.lint(Template(body=document, channel="email"))

    assert len(found) > 1000
    assert not [finding for finding in found if UNCHECKED in finding.message]
