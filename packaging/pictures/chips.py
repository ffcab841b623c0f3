"""Pictures of what a chip says."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from composer.document import Placeholder
from pictures.stage import Stage


def chip_card(stage: Stage) -> None:
    """The card of the seller's name, which was clicked."""
    body = stage.desk.widgets.body
    runs = body.document_value().runs()
    places = [at for at, _, it in runs if isinstance(it, Placeholder) and it.name == "seller_name"]
    body.select(places[0])
    left = body.cursorRect().center()
    body.select(places[0] + 1)
    middle = (left.x() + body.cursorRect().center().x()) // 2
    stage.settle()
    no_key = Qt.KeyboardModifier.NoModifier
    at = QPoint(middle, body.cursorRect().center().y())
    QTest.mouseClick(body.viewport(), Qt.MouseButton.LeftButton, no_key, at)


def own_values(stage: Stage) -> None:
    """The page of the seller's own name and store."""
    stage.desk.actions.own_values.trigger()
