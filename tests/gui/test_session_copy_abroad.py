"""A copy for another country: its language is set by the finding that misses it."""

from PySide6.QtCore import Qt

from composer.gui.words.text import tr_

ENGLISH = "<p>We are sorry to say that your order {{order_id}} is a few days late.</p>"


def test_a_finding_sets_the_language_and_undo_gives_it_back(place) -> None:
    """The words stay as they are; the header shows the language."""
    place.put("one.html", ENGLISH, marketplace="amazon.de")
    path = place.library / "one.html"
    path.write_text(path.read_text("utf-8").replace('lang="en"', 'lang="de-DE"'), "utf-8")
    seller = place.open()
    seller.choose(tr_("header.marketplace"), "Amazon.co.uk")
    seller.checked()
    before = seller.desk.widgets.body.document_value()
    offered = "Set the language to English (UK)"
    rows = [n for n, row in enumerate(seller.cards()) if row.fixes[:1] == (offered,)]
    assert len(rows) >= 2
    seller.click_fix(rows[0])

    assert seller.desk.workspace.template.language == "en-GB"
    assert seller.desk.widgets.header.purpose().language == "en-GB"
    assert "unexpected-language" not in seller.rules()
    assert seller.desk.widgets.body.document_value() == before
    seller.desk.widgets.body.setFocus()
    seller.control(Qt.Key.Key_Z)
    assert seller.desk.workspace.template.language == "de-DE"
    assert "unexpected-language" in seller.rules()
    seller.control(Qt.Key.Key_Z, shift=True)
    assert seller.desk.widgets.header.purpose().language == "en-GB"
