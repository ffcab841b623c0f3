"""Where a finding is: shown by a click and told to who listens, counted only where lines are."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from composer.gui.findings.changes_model import WHERE_ROLE
from composer.gui.findings.fix_all import FixAllDialog
from composer.gui.words.text import tr_

BODY = (
    "<p>Order {{order_id}}:<br>it is late.</p>\n"
    "<p>We are <b>sorry</b> 😊</p>\n"
    '<p style="text-align: center">It comes tomorrow.</p>\n'
)
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def told(seller) -> list[str]:
    """The places that the rows begin with, of those that have a number."""
    seller.checked()
    return [row.where.split(". ")[0] for row in seller.cards() if row.where[:4] == "Line"]


def test_no_line_is_counted_where_none_is_numbered(place) -> None:
    """Neither in the rows nor in the window of automatic fixes; a click leads to the words."""
    place.put("one.html", BODY)
    seller = place.open()
    assert seller.rules() == ["emoji", "text-alignment"]
    assert told(seller) == []
    seller.click_card(1)
    assert seller.desk.widgets.body.textCursor().selectedText() == "It comes tomorrow."
    spoken = [row.spoken for row in seller.cards()]
    assert ["Paragraph 2. " in spoken[0], "Paragraph 3. " in spoken[1]] == [True, True]

    seller.control(Qt.Key.Key_F, shift=True)
    model = seller.dialog(FixAllDialog).findChild(QListView).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    assert [row.data(WHERE_ROLE) for row in rows] == [row.title for row in seller.cards()]
    assert ["paragraph 2" in rows[0].data(SPOKEN), "paragraph 3" in rows[1].data(SPOKEN)] == [
        True,
        True,
    ]
    seller.press(Qt.Key.Key_Escape)


def test_the_source_tells_its_own_lines(place) -> None:
    """They are those numbered at its side, and move with what is written above."""
    place.put("one.html", BODY)
    seller = place.open()
    seller.click_button(tr_("toolbar.html"))
    source = seller.desk.widgets.editors.source
    lines = source.toPlainText().split("\n")
    emoji = next(n for n, line in enumerate(lines, 1) if "😊" in line)
    centred = next(n for n, line in enumerate(lines, 1) if "center" in line)
    assert told(seller) == [f"Line {emoji}", f"Line {centred}"]

    source.setFocus()
    seller.control(Qt.Key.Key_Home)
    seller.press(Qt.Key.Key_Return)
    assert told(seller) == [f"Line {emoji + 1}", f"Line {centred + 1}"]
    seller.click_button(tr_("toolbar.write"))
    assert told(seller) == []
