"""The formatting bar in a narrow window."""

from PySide6.QtWidgets import QToolButton

from composer.gui.words.text import tr_

SIZES = "".join(
    f'<p style="font-size:{size}px">Order {{{{order_id}}}} is late.</p>'
    for size in (12, 16, 20, 24)
)


def test_everything_moves_closer_before_a_button_is_left_out(place) -> None:
    """Redo is in view beside the count of sizes, which says what it counts."""
    place.put("one.html", SIZES)
    seller = place.open()
    window, toolbar = seller.desk.window, seller.desk.widgets.toolbar
    window.resize(window.width() - toolbar.width() + 590, window.height())
    seller.checked()
    redo = "Redo"
    button = next(it for it in toolbar.findChildren(QToolButton) if it.accessibleName() == redo)

    assert toolbar.width() <= 600
    place.qtbot.waitUntil(button.isVisible)
    assert toolbar.sizes.text() == tr_("sizes.short", count=4)
