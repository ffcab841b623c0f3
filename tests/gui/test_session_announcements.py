"""What a screen reader is told while a seller writes: findings, chips, counts, the bar."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from composer.gui.words.text import tr_

SHIFT = Qt.KeyboardModifier.ShiftModifier
OFFENCES = (
    "<p>Order {{order_id}} 😊</p>"
    "<p><a href='http://www.amazon.com/gp/css/order-history'>Your orders</a> here</p>"
)


@pytest.fixture
def seller(place, qtbot: QtBot) -> object:
    """A seller whose message has two offences, checked, the caret at its start."""
    place.put("one.html", OFFENCES)
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    seller.checked()
    return seller


@pytest.fixture
def said(seller, qtbot: QtBot) -> list[str]:
    """What was announced since the count of what was opened."""
    told: list[str] = []
    seller.desk.announcer.announced.connect(told.append)
    qtbot.waitUntil(lambda: told == ["2 must fix"], timeout=3000)
    told.clear()
    return told


def test_a_finding_the_caret_comes_into_is_said_once(seller, said, qtbot: QtBot) -> None:
    """Its severity, its title, and which of how many it is; moving on within it says nothing."""
    seller.press(Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: len(said) == 1)
    assert said[0].startswith("Must fix: Link is not secure")
    assert said[0].endswith(". 2 of 2")

    for _ in range(3):
        seller.press(Qt.Key.Key_Right)
    seller.press(Qt.Key.Key_End)
    qtbot.wait(0)
    assert len(said) == 1


def test_each_step_says_its_finding_even_the_same_again(seller, said, qtbot: QtBot) -> None:
    """F8 answers at every press, also where there is but one finding to go to."""
    seller.press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: len(said) == 1)
    seller.press(Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: len(said) == 2)
    assert [each[-6:] for each in said] == ["1 of 2", "2 of 2"]

    seller.control(Qt.Key.Key_Period)
    seller.press(Qt.Key.Key_Return)
    seller.checked()
    said.clear()
    for expected in (1, 2):
        seller.press(Qt.Key.Key_F8)
        qtbot.waitUntil(lambda n=expected: sum("1 of 1" in each for each in said) == n)


def test_a_chip_the_caret_comes_to_is_said_by_name(seller, said, qtbot: QtBot) -> None:
    """Before it, or over it with Shift; typing in front of it says nothing."""
    for _ in range(len("Order ")):
        seller.press(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: said == ["Placeholder Order ID"])
    seller.press(Qt.Key.Key_Right, SHIFT)
    qtbot.waitUntil(lambda: said == ["Placeholder Order ID"] * 2)

    seller.press(Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: len(said) == 3)
    said.clear()
    seller.write("no ")
    qtbot.wait(0)
    assert said == []


def test_a_chip_that_comes_or_goes_is_said(seller, said, qtbot: QtBot) -> None:
    """Typing one, deleting it and undoing that each say so."""
    seller.press(Qt.Key.Key_Home)
    seller.write("{{today}}")
    qtbot.waitUntil(lambda: said == ["Placeholder Today's date inserted"])
    seller.press(Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: said[1:] == ["Placeholder Today's date removed"])
    seller.control(Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: said[2:] == ["Placeholder Today's date inserted"])


def test_the_count_is_said_after_a_pause_and_only_when_it_differs(
    seller, said, qtbot: QtBot
) -> None:
    """Typing on says nothing; one more finding says the new count, once."""
    seller.press(Qt.Key.Key_Home)
    seller.write("Hello. ")
    seller.checked()
    seller.write("😊 ")
    seller.checked()
    qtbot.waitUntil(lambda: bool(said), timeout=3000)

    assert said == ["3 must fix"]


def test_the_bar_and_the_list_are_read_out(seller, said, qtbot: QtBot) -> None:
    """A message is said with its buttons; the list of placeholders by the row that is current."""
    seller.paste("<p style='color: red'>Hello</p>")
    bar = f"{tr_('notice.pasted')} {tr_('notice.pasted_keep')}"
    qtbot.waitUntil(lambda: bar in said)

    said.clear()
    seller.control(Qt.Key.Key_Space)
    seller.press(Qt.Key.Key_Down)
    assert [each.partition(".")[0] for each in said] == ["Order ID", "Buyer's name"]
    assert said[1] == "Buyer's name. The buyer's full name. Maria González"
    seller.press(Qt.Key.Key_Escape)


def test_announcing_reaches_qt(seller, said, qtbot: QtBot) -> None:
    """With a screen reader listening, an announcement goes through Qt without complaint."""
    QAccessible.setActive(True)
    try:
        seller.press(Qt.Key.Key_F8)
        qtbot.waitUntil(lambda: len(said) == 1)
    finally:
        QAccessible.setActive(False)
