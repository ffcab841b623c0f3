"""Where the words of a rendered message stand in its document, and what is measured there."""

import pytest

from composer.document.filling import fill
from composer.document.html.reader import read_html
from composer.document.html.writer import write_html
from composer.gui.preview.message import PreviewMessage

MIXED = (
    "<h1>Hi 😀 there</h1><p>One <b>two</b> three<br>four <img src='mail.files/good.png' alt='x'> five</p>"
    "<ul><li>first</li><li>second<ol><li>inner</li></ol></li></ul><blockquote>quoted</blockquote>"
    "<table><tr><td>cell</td><td><p>other</p></td></tr></table><p><br></p><p>مرحبا بك</p>"
    "<div style='margin: 0 5%'>in a <a href='https://amazon.com/x'>link</a>, see</div><p>a&nbsp; b</p>"
    "<p>Raw <video>gone</video> end</p>"
)


def shown(html: str) -> PreviewMessage:
    """The message of a body, marked."""
    document = read_html(html).document
    filled = fill(document, lambda name: f"[{name}]")
    return PreviewMessage(
        html=write_html(filled.document, lang="en", marked=True), text="", source=filled
    )


def survey(looker, message: PreviewMessage) -> dict[str, object]:
    """What is measured of a message."""
    looker.show(message)
    looker.ask("permittedSurvey.show(permittedPreview.message, 600)")
    return looker.ask("permittedMeasure(permittedSurvey.page())")


def test_each_word_is_found_where_the_document_has_it(looker) -> None:
    """Emoji, chips, breaks, images, lists, cells, other scripts and raw markup included."""
    message = shown(MIXED)
    looker.show(message)
    pieces = looker.ask(
        "permittedPlaces.of(page('desktop')).map((p) => ({...p, node: p.node.localName ?? ''}))"
    )
    blocks = message.source.document.blocks
    assert {piece["block"] for piece in pieces} == set(range(len(blocks)))
    for piece in pieces:
        text = blocks[piece["block"]].text
        written = text[piece["offset"] : piece["offset"] + piece["length"]]
        if piece["text"]:
            assert written == piece["text"]
        elif piece["offset"] < len(text):
            assert written == ("\u2028" if piece["node"] == "br" else "\ufffc")


def test_a_place_leads_to_its_node_and_back(looker) -> None:
    """A click finds the place of the document, and the caret finds its words on the page."""
    message = shown(MIXED)
    looker.show(message)
    for number, block in enumerate(message.source.document.blocks):
        for offset in range(0, len(block.text), 3):
            found = looker.ask(
                f"(() => {{ const p = permittedPlaces.piece(page('desktop'), {number}, {offset});"
                " return [p.block, p.offset, p.length, permittedPlaces.at(page('desktop'), p.node, 0)]; })()"
            )
            assert found[0] == number
            assert found[1] <= offset < found[1] + max(found[2], 1)
            assert found[3] == {"block": number, "offset": found[1]}


def test_a_message_is_measured_at_its_width_whatever_is_on_screen(looker) -> None:
    """Sizes, colours, what is set in, and the share of images, without the page's own margin."""
    looker.pane.set_mode("phone")
    found = survey(
        looker,
        shown(
            "<p style='font-size: 20px; line-height: 30px; color: #ff0000; margin-left: 25%'>Hello</p>"
            "<p><img src='mail.files/good.png' style='width: 92%' alt=''></p>"
            "<p><img src='https://example.com/a.png' alt='x'></p>"
        ),
    )
    hello, image, remote = found["pieces"]
    assert found["width"] == 600
    assert (hello["size"], hello["lineHeight"], hello["color"]) == (20, 30, "rgb(255, 0, 0)")
    assert (hello["left"], hello["right"]) == pytest.approx((0.25, 0), abs=0.001)
    assert image["share"] == pytest.approx(0.92, abs=0.001)
    assert remote["share"] is None


def test_what_stands_beside_others_has_no_margin(looker) -> None:
    """Cells in a row, floats and shrunk tables are placed by their neighbours."""
    found = survey(
        looker,
        shown(
            "<table width='100%'><tr><td>a</td><td>b</td></tr></table>"
            "<table align='center'><tr><td>c</td></tr></table>"
            "<table width='100%'><tr><td>d</td></tr></table>"
        ),
    )
    assert [piece["beside"] for piece in found["pieces"]] == [True, True, True, False]
