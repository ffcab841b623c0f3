"""A foreign mail's table: written in, grown, and turned into paragraphs, from the menu."""

from PySide6.QtCore import Qt

MAIL = (
    "<p>About your order {{order_id}}:</p><table><tr><th>Item</th><th>Price</th></tr>"
    "<tr><td>Kettle</td><td>39</td></tr></table>"
)


def test_a_table_of_a_foreign_mail_is_edited(place) -> None:
    """Its commands are there where the caret is in it, each is one step, and it is saved."""
    path = place.put("one.html", MAIL)
    seller = place.open()
    desk, body = seller.desk, seller.desk.widgets.body
    actions = desk.actions
    assert not any(action.isEnabled() for action in actions.of_tables)

    body.select(body.document_value().text.index("Kettle"))
    assert all(action.isEnabled() for action in actions.of_tables)
    actions.row_below.trigger()
    seller.write("Cup 😀")
    seller.control(Qt.Key.Key_S)
    assert "<td>Cup 😀</td>" in path.read_text("utf-8")
    assert "emoji" in seller.rules()

    seller.control(Qt.Key.Key_H, shift=True)
    assert not any(action.isEnabled() for action in actions.of_tables)
    seller.control(Qt.Key.Key_H, shift=True)
    actions.delete_row.trigger()
    actions.table_to_text.trigger()
    assert not any(action.isEnabled() for action in actions.of_tables)
    assert "emoji" not in seller.rules()
    assert "unmarked_table" not in seller.rules()
    for _ in range(2):
        seller.control(Qt.Key.Key_Z)
    assert "Cup 😀" in body.document_value().text
