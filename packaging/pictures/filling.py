"""The form in the export dialog, on its way to a message for one order."""

from pathlib import Path

from PySide6.QtCore import Qt

from composer.gui.words.text import tr_
from pictures.libraries import one
from pictures.stage import Stage

_NAMES = (
    "buyer_name order_id product_name quantity carrier tracking_number delivery_date order_total"
    " return_date invoice_number store_name seller_name"
)
_PAGE = "".join(f"<p>{{{{{name}}}}}</p>" for name in _NAMES.split())
_LONG = f"""<html lang="en-US"><head><title>Order {{{{order_id}}}}</title>
<meta name="permitted:version" content="1"><meta name="permitted:name" content="Everything">
<meta name="permitted:reason" content="order-problem">
<meta name="permitted:channel" content="contact-form"></head>
<body><p>Your order is late. What we know of it:</p>{_PAGE}</body></html>"""


def everything(library: Path) -> str:
    """Fill a library with the starters; open is a template with a dozen placeholders."""
    return one("everything.html", _LONG)(library)


def filled(stage: Stage) -> None:
    """Begin with the order, and stop halfway."""
    _ask(stage)
    stage.write("112-345")
    stage.settle()


def refused(stage: Stage) -> None:
    """Fill in all there is, the name with an address, and copy."""
    _ask(stage)
    values = ("112-3456789-0123456", "Northline", "14 March", "Anna, anna@kitchen-shop.com")
    for value in values:
        stage.write(value)
        stage.key(Qt.Key.Key_Return)
    stage.settle()


def crowded(stage: Stage) -> None:
    """Type in the seventh of many fields."""
    _ask(stage)
    for _ in range(6):
        stage.key(Qt.Key.Key_Return)
    stage.write("14 March")
    stage.settle()


def _ask(stage: Stage) -> None:
    stage.desk.actions.approve.trigger()
    stage.wait_for_dialog()
    stage.press(tr_("approving.confirm"))
    stage.desk.actions.copy_seller_central.trigger()
    stage.wait_for_dialog()
