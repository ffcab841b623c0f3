"""Which declaration wins, and what is left for others to resolve."""

import pytest

from composer.document.errors import DocumentError
from composer.document.html.reader import HtmlReading, read_html


def color(source: str) -> str | None:
    """The colour set on the last block."""
    return read_html(source).document.blocks[-1].style.get("color")


@pytest.mark.parametrize(
    ("sheet", "paragraph", "wins"),
    [
        ("p {color: red} p {color: blue}", "<p>", "blue"),
        ("p.a {color: red} p {color: blue}", "<p class='b a'>", "red"),
        ("#x {color: red} .a.b.c {color: blue}", "<p id=x class='a b c'>", "red"),
        ("div p {color: red} p {color: blue}", "<div><p>", "red"),
        ("body > p {color: red} div > p {color: blue}", "<p>", "red"),
        ("table > tr {color: red} table p {color: blue}", "<table><tr><td><p>", "blue"),
        ("p {color: red !important}", "<p style='color: blue'>", "red"),
        ("p {color: red !important}", "<p style='color: blue !important'>", "blue"),
        ("p {color: red}", "<p style='color: blue'>", "blue"),
        ("* {color: red}", "<p>", "red"),
        ("h1, p , .x {color: red}", "<p>", "red"),
        ("p[class] {color: red}", "<p class=q>", "red"),
        ("p[title='A b'] {color: red}", "<p title='A b'>", "red"),
        ("p[ALIGN=Center] {color: red}", "<p align=center>", "red"),
        ("p[title^=a][title$=c][title*=b] {color: red}", "<p title=abc>", "red"),
        (".A {color: red}", "<p class=a>", None),
        ("/* p {color: blue} */ P {COLOR: Red}", "<p>", "red"),
        ("<!-- p {color: red} -->", "<p>", "red"),
        ("p {color: red", "<p>", "red"),
        ("a:hover {color: blue} p {color: red}", "<p>", "red"),
        ("@media print {p {color: blue}} p {color: red}", "<p>", "red"),
        ("@import 'x;y.css'; p {color: red}", "<p>", "red"),
        ("@media screen {p {color: red}} p.a {color: blue}", "<p>", "red"),
        ("@media only screen {p {color: red}}", "<p>", "red"),
        ("@media print, all {p {color: red}}", "<p>", "red"),
        ("@media screen and (max-width: 9px) {p {color: red}}", "<p>", None),
        ("p:first-child {color: red}", "<div><p>", "red"),
        ("p:first-child {color: red}", "<div><i></i><p>", None),
        ("p:last-child {color: red}", "<div><i></i><p>", "red"),
        ("p:only-child {color: red}", "<div><p>", "red"),
        ("h1 + p {color: red}", "<h1>a</h1> <p>", "red"),
        ("h1 + p {color: red}", "<h1>a</h1><h2>b</h2><p>", None),
        ("h1 ~ p {color: red}", "<h1>a</h1><h2>b</h2><p>", "red"),
        ("p:nth-child(2) {color: red}", "<div><h1>a</h1><p>", "red"),
        ("p:nth-child(odd) {color: red}", "<div><h1>a</h1><p>", None),
        ("p:nth-child( 2n + 1 ) {color: red}", "<div><h1>a</h1><h2>b</h2><p>", "red"),
        ("p:nth-child(-n+2) {color: red}", "<div><h1>a</h1><h2>b</h2><p>", None),
        ("p:nth-child(n) {color: red}", "<div><h1>a</h1><p>", "red"),
        ("p {color: red; color: nonsense}", "<p>", "red"),
        ("p {color: red}", "<p style='color: #12345'>", "red"),
        ("p {color: red}", "<p style='color: rgb(1 2 3 / 50%)'>", "rgb(1 2 3 / 50%)"),
        ("p {color: red}", "<p style='color: inherit'>", "inherit"),
    ],
)
def test_the_cascade(sheet: str, paragraph: str, wins: str | None) -> None:
    """Importance, origin, specificity and order decide, in this order."""
    assert color(f"<style>{sheet}</style>{paragraph}x") == wins


def test_sheets_override_presentational_attributes() -> None:
    """Attributes like align are below every style sheet."""
    reading = read_html("<style>p {text-align: left}</style><p align=center>x</p>")
    assert reading.document.blocks[0].style.get("text-align") == "left"


def test_importance_is_kept() -> None:
    """What was important stays marked, as rules for devices may compete with it."""
    reading = read_html("<style>p {margin: 0 !important}</style><p>x</p>")
    assert ("margin-left", "0 !important") in reading.document.blocks[0].style.declarations


@pytest.fixture
def responsive() -> HtmlReading:
    """A message with rules for states and devices."""
    return read_html(
        "<style>p, a:hover, b:is(i) {color: red} @media (max-width: 9px) { p { color: blue } }</style>"
        "<style media=print>p {color: green}</style><style media=screen>i {top: 0}</style><p>x</p>"
    )


def test_what_is_not_resolved_is_kept_and_told(responsive: HtmlReading) -> None:
    """What depends on states and devices stays raw in the head, and a note names them."""
    assert responsive.document.head == (
        "<style>a:hover, b:is(i) {color: red}\n@media (max-width: 9px) { p { color: blue } }</style>",
        "<style media=print>p {color: green}</style>",
    )
    assert any("a:hover" in note and "@media" in note for note in responsive.notes)


def test_what_is_kept_reads_back_the_same(responsive: HtmlReading) -> None:
    """Reading kept rules again changes nothing."""
    head = "".join(responsive.document.head)
    assert read_html(head).document.head == responsive.document.head


def test_style_of_the_page_and_its_body_are_one() -> None:
    """What <html> sets, the body carries."""
    (block,) = read_html("<style>html {color: red} body {top: 0}</style>x").document.blocks
    assert block.path[0].style.declarations == (("color", "red"), ("top", "0"))


def test_sheets_that_would_take_long_are_refused() -> None:
    """Thousands of rules for thousands of elements are refused before they are all matched."""
    with pytest.raises(DocumentError, match="too many style rules"):
        read_html("<style>" + "p {color: red}" * 1000 + "</style>" + "<p>x" * 1000)
