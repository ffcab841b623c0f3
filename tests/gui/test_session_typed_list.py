"""A list that was typed by hand becomes one: by its card, or with all that is fixed at once."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from composer.document.html.reader import read_html
from composer.document.html.writer import write_html
from composer.gui.findings.changes_model import CHANGE_ROLE
from composer.gui.findings.fix_all import FixAllDialog
from composer.gui.findings.look_words import piece_words

BODY = (
    "<p>Order {{order_id}} holds:</p><p>In it:<br>- one <b>lid</b><br>- two pans 😊<br>"
    "- {{product_name}}<br>- a note<br>Your team</p>"
)
LINES = ["In it:", "one lid", "two pans", "\ufffc", "a note", "Your team"]


def paths(seller) -> list[str]:
    """The text of the blocks from the second on, with a star where it is an item."""
    blocks = seller.desk.widgets.body.document_value().blocks[1:]
    return [f"{'*' if 'li' in [it.tag for it in each.path] else ''}{each.text}" for each in blocks]


def opened(place):  # noqa: ANN201 - the seller of the fixtures
    """Open a message with a typed list, and show advice as well."""
    place.put("one.html", BODY, reason="order-problem")
    seller = place.open()
    seller.desk.widgets.findings.show_all()
    assert sorted(seller.rules()) == ["emoji", "typed-list"]
    return seller


def test_a_typed_list_becomes_one_in_one_step(place) -> None:
    """The row's fix takes the marks alone; undone at once, and read again it is the same."""
    seller = opened(place)
    body = seller.desk.widgets.body
    before = body.document_value()
    number = seller.rules().index("typed-list")
    assert seller.cards()[number].fixes[0] == "Make it a list"
    seller.click_fix(number)
    assert paths(seller) == [
        "In it:",
        "*one lid",
        "*two pans 😊",
        "*\ufffc",
        "*a note",
        "Your team",
    ]
    assert seller.rules() == ["emoji"]
    again = body.document_value()
    table = seller.desk.judging.policy.placeholder_table()
    assert read_html(write_html(again, lang="en"), table).document == again
    body.setFocus()
    seller.control(Qt.Key.Key_Z)
    assert body.document_value() == before


def test_it_is_among_what_is_fixed_automatically(place) -> None:
    """Shown with its first lines."""
    seller = opened(place)
    seller.control(Qt.Key.Key_F, shift=True)
    model = seller.dialog(FixAllDialog).findChild(QListView).model()
    changes = [model.index(row, 0).data(CHANGE_ROLE) for row in range(model.rowCount())]
    (told,) = (it for it in changes if it.rule == "typed-list")
    assert "".join(map(piece_words, told.pieces)).startswith("-• one lid ↵ -• two pans")
    seller.press(Qt.Key.Key_Return)
    assert seller.rules() == []
    assert [text.removeprefix("*") for text in paths(seller)] == LINES
