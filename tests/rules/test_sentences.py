"""Taking sentences out: nothing else goes, and no empty line stays behind."""

import pytest

from composer import rules
from composer.document.edits import apply
from composer.document.html.reader import read_html
from composer.document.html.writer import write_body
from composer.lint.engine import Linter
from composer.policy import Policy
from composer.template import Template

SHOP = "Discover our other products in our shop"
SALE = "Get 20% off your next order"


@pytest.mark.parametrize(
    ("body", "left"),
    [
        (f"<p>Hello<br>{SALE}<br>Ask us anything</p>", "<p>Hello<br>Ask us anything</p>"),
        (f"<p>Hello<br>{SALE}</p>", "<p>Hello</p>"),
        (f"<p>{SALE}<br>Hello</p>", "<p>Hello</p>"),
        (f"<p>Hello</p><p>{SALE}</p><p>Ann</p>", "<p>Hello</p>\n<p>Ann</p>"),
        (f"<p>{SALE}</p><h2>Ann</h2>", "<h2>Ann</h2>"),
        (f"<p>Hello. {SALE}! Yours, Ann</p>", "<p>Hello. Yours, Ann</p>"),
        (f"<ul><li>Hello</li><li>{SALE}</li></ul><hr>", "<ul>\n<li>Hello</li>\n</ul>\n<hr>"),
        (
            f"<table><tr><td>{SALE}</td><td>Ann</td></tr></table>",
            "<table><tr><td><br></td><td>Ann</td></tr></table>",
        ),
    ],
)
def test_the_line_of_a_sentence_goes_with_it(body: str, left: str) -> None:
    """A line, paragraph or item that held nothing else is no gap afterwards; a cell stays."""
    assert without(body, "marketing") == normal(left)


def test_a_line_below_stays() -> None:
    """Where the shop is advertised in a long line, the lines around it are none of it."""
    lines = (
        "Many more lovely things for your home are waiting for you in our shop",
        "Your parcel is on its way and will be there on Friday at noon",
        "Yours, Ann",
    )
    assert without(f"<p>{'<br>'.join(lines)}</p>", "marketing") == normal(
        f"<p>{'<br>'.join(lines[1:])}</p>"
    )


def without(body: str, rule: str) -> str:
    """Make the last fix of what `rule` finds first: it takes sentences out."""
    document = read_html(body).document
    linter = Linter(Policy.load(), rules.load())
    found = linter.lint(Template(body=document, reason="other"))
    finding = next(it for it in found if it.rule == rule)
    return write_body(apply(document, finding.fixes[-1].edits))


def normal(body: str) -> str:
    """Return `body` as it is written once read."""
    return write_body(read_html(body).document)
