"""With nobody at it the window does nothing: a sleeping app costs no battery."""

from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from composer.gui.theme.marks import Mark

ROUNDS = 60


class Count(QObject):
    """Counts the layouts that widgets ask for."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: Counter[str] = Counter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let everything pass."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.asked[watched.objectName() or type(watched).__name__] += 1
        return False


@pytest.mark.parametrize("said", [False, True])
def test_a_layout_asks_for_no_other(place, said: bool) -> None:
    """Neither with the bars empty nor with something said in one."""
    place.put("one.html", "<p>Order {{order_id}} 😊</p>")
    seller = place.open()
    seller.checked()
    if said:
        seller.desk.notices.ask("x", "A question.", {"Yes": int, "No": int}, Mark.DRAFT)
    for _ in range(ROUNDS):  # what was asked for until now
        QApplication.processEvents()
    count = Count()
    QApplication.instance().installEventFilter(count)
    for _ in range(ROUNDS):
        QApplication.processEvents()
    QApplication.instance().removeEventFilter(count)

    assert max(count.asked.values(), default=0) < ROUNDS // 10
