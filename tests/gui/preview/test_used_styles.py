"""The used styles that the rules judge by, beside what the browser engine makes of a message."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

import pytest

from composer.cli.rendered_comparison import TEXT_PROPERTIES, Count
from composer.cli.rendered_judgement import judge_html, read_plain
from composer.document import Document, Placeholder, Text
from composer.document.html.reader import read_html
from composer.document.html.writer import write_html
from composer.document.used import used_block, used_text
from composer.gui.preview.message import PreviewMessage
from composer.gui.preview.offscreen import OffscreenEngine

BARE = 'cellpadding="0" cellspacing="0"'
BODIES = {
    "headings": "<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6><p>g</p>",
    "sizes": (
        '<p>a<small>b</small><sup>c</sup><code>d</code></p><pre>e</pre><p style="font-size: 12pt">f</p>'
        '<div style="font-size: 80%"><p style="font-size: 2em">g<span style="font-size: 50%">h</span>'
        "</p></div><p><font size=5>i</font></p><h1><code>j</code></h1>"
    ),
    "alignment": (
        "<center><p>a</p><table><tr><td>b</td><th>c</th></tr></table></center>"
        '<div style="text-align: center"><table><tr><td>d</td></tr></table></div>'
        "<p dir=rtl>e</p><p dir=rtl align=left>f</p><div dir=auto><p>\u05d0</p></div>"
        '<p style="text-align: justify">g</p><p style="text-align: end">h</p>'
    ),
    "insets": (
        '<p style="margin: 0 10%">a</p><ul><li>b<ol><li>c</li></ol></li></ul>'
        '<blockquote>d</blockquote><div style="width: 60%; margin: 0 auto"><p>e</p></div>'
        '<div style="max-width: 400px; padding: 0 5%; border: 2px solid; margin: 0 auto"><p>f</p></div>'
        '<ul dir=rtl><li>g</li></ul><p style="padding-left: 2em; font-size: 20px">h</p>'
    ),
    "tables": (
        f'<table {BARE} width="400" align="center"><tr><td>a</td></tr></table>'
        f'<center><table {BARE} width="50%"><tr><td style="padding: 0 10%">b</td></tr></table></center>'
        f'<table {BARE} width="100%" style="border: 3px solid"><tr><td width="100%">c</td></tr></table>'
        '<table width="100%" cellpadding="20"><tr><td>d</td></tr></table>'
    ),
}
MEASURE = """
[...page('desktop').querySelectorAll('[id^=block]')].map((element) => {
  const style = page('desktop').defaultView.getComputedStyle(element);
  const box = element.getBoundingClientRect();
  const side = (name) => parseFloat(style['padding' + name]) + parseFloat(style[`border${name}Width`]);
  const sizes = [];
  const texts = page('desktop').createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    sizes.push(parseFloat(getComputedStyle(texts.currentNode.parentElement).fontSize));
  }
  return {
    id: element.id, align: style.textAlign, direction: style.direction, sizes,
    left: box.left + side('Left'),
    right: page('desktop').documentElement.clientWidth - box.right + side('Right'),
  };
})
"""


class Asks(Protocol):
    """The preview, as the fixture gives it."""

    def show(self, message: PreviewMessage) -> None:
        """Show a message."""

    def ask(self, expression: str) -> list[dict[str, object]]:
        """The value of a JavaScript expression."""


def numbered(html: str) -> Document:
    """The document of `html`, each block an element that can be found by its id."""
    # The margin that browsers give a page is the mail program's, not the message's.
    blocks = read_html(f'<body style="margin: 0">{html}</body>').document.blocks
    return Document(
        tuple(
            replace(
                block, tag=block.tag or "div", attributes=(*block.attributes, ("id", f"block{i}"))
            )
            for i, block in enumerate(blocks)
        )
    )


def side(align: object, direction: object) -> object:
    """The side that a computed ``text-align`` means."""
    starts = "right" if direction == "rtl" else "left"
    ends = "left" if direction == "rtl" else "right"
    return {"start": starts, "end": ends}.get(str(align), str(align).removeprefix("-webkit-"))


@pytest.mark.parametrize("name", BODIES)
def test_used_styles_are_what_the_browser_computes(looker: Asks, name: str) -> None:
    """Sizes, alignment, direction and insets agree with the engine's, at the message's width."""
    document = numbered(BODIES[name])
    looker.show(PreviewMessage(html=write_html(document, lang="en"), text=""))
    measured = looker.ask(MEASURE)
    assert len(measured) == len(document.blocks)
    for found, block in zip(measured, document.blocks, strict=True):
        used = used_block(block, "en")
        shown = [i for i in block.inlines if isinstance(i, Text | Placeholder)]
        assert found["sizes"] == pytest.approx([used_text(block, i).size for i in shown], abs=0.01)
        assert side(found["align"], found["direction"]) == used.align, block.text
        assert found["direction"] == used.direction
        if name in {"insets", "tables"}:
            insets = (used.inset_left * 600, used.inset_right * 600)
            assert (found["left"], found["right"]) == pytest.approx(insets, abs=0.5), block.text


CASES = sorted((Path(__file__).parents[2] / "data" / "used_styles").glob("*.html"))
# What the static values do not claim to know: how many of the runs or images, by the file.
UNKNOWN = {
    "as-frameworks-write": 4,
    "as-long-ago": 5,
    "sizes-inherited": 3,
    "families": 1,
    "colours-over-a-background": 2,
    "alignment-and-tables": 13,
    "buttons": 2,
    "right-to-left": 1,
    "body-attributes": 1,
    "selectors": 2,
    "importance": 1,
    "tables": 2,
    "boxes": 1,
    "images": 4,
    "broken-markup": 3,
}


@pytest.fixture(scope="module")
def engine(qapp: object) -> Iterator[OffscreenEngine]:
    """One engine for all cases."""
    assert qapp is not None
    with OffscreenEngine() as engine:
        yield engine


@pytest.mark.parametrize("file", CASES, ids=lambda file: file.stem)
def test_static_values_agree_with_the_engine(engine: OffscreenEngine, file: Path) -> None:
    """Size, family, colour, line height and alignment of all text; what is known of the rest."""
    source = file.read_text(encoding="utf-8")
    found = judge_html(source, read_plain(source), engine)
    assert found.differences == ()
    counts = [found.counts.get(name, Count()) for name in (*TEXT_PROPERTIES, "inset", "image")]
    assert any(count.agreeing for count in counts)
    assert sum(count.pieces - count.known for count in counts) == UNKNOWN.get(file.stem, 0)


def test_a_wrong_static_value_is_found(engine: OffscreenEngine) -> None:
    """The comparison is with the page itself: another reading of it differs in each property."""
    source = (
        '<p style="font: 20px/2 Georgia; color: red; text-align: right; margin-left: 10%">a</p>'
        '<img src="a.png" width="30%" alt="b">'
    )
    other = '<p>a</p><img src="a.png" width="50%" alt="b">'
    found = judge_html(source, read_plain(other), engine)
    assert {difference.property for difference in found.differences} == {
        *TEXT_PROPERTIES,
        "inset",
        "image",
    }


def test_rules_for_small_windows_do_not_count(engine: OffscreenEngine) -> None:
    """The window of a mail program is wider than the message, which is 600 px wide."""
    source = (
        "<style>@media (max-width: 620px) { p { font-size: 30px !important } }</style>"
        '<p>a</p><div style="margin-left: 60px">b</div>'
    )
    found = judge_html(source, read_plain(source), engine)
    assert found.differences == ()
    assert found.counts["inset"] == Count(2, 2, 2)
