"""What the row of a misspelt word offers, in the same order in every row."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from composer.gui.findings.delegate import FindingDelegate
from composer.gui.findings.model import ROW_ROLE
from composer.gui.words.text import tr_

BODY = "<p>We recieved your order {{order_id}} and will adress it tommorow, with Zellora.</p>"


def offered(seller) -> dict[str, list[str]]:
    """What stands in the rows of words, from the right end of each."""
    return {
        seller.desk.judging.finding(row.key).text: [row.fixes[it] for it in row.offered]
        for row in seller.cards()
    }


@pytest.fixture
def spelt(place, qtbot):  # noqa: ANN201 - the seller of the fixtures
    """A seller with three slips and the name of a brand; the dictionary has answered."""
    place.put("one.html", BODY)
    seller = place.open()
    seller.desk.window.resize(1440, 900)
    seller.desk.widgets.findings.show_all()
    judging = seller.desk.judging
    words = ["recieved", "adress", "tommorow", "Zellora"]
    qtbot.waitUntil(lambda: [it.text for it in judging.findings] == words, timeout=15_000)
    qtbot.waitUntil(lambda: all(it.fixes for it in judging.findings[:3]), timeout=15_000)
    return seller


def test_the_best_word_comes_first_and_ones_own_beside(spelt) -> None:
    """A name that is like no word is one of one's own first."""
    own = tr_("remember.words")
    rows = offered(spelt)
    assert rows["recieved"] == [tr_("spelling.replace", word="received"), own]
    assert rows["adress"] == [tr_("spelling.replace", word="address"), own]
    assert rows["tommorow"] == [tr_("spelling.replace", word="tomorrow"), own]
    assert rows["Zellora"][0] == own


def test_what_is_beside_the_best_is_what_a_click_does(spelt, qtbot) -> None:
    """The second button of the row remembers the word."""
    view, model = spelt.view, spelt.view.model()
    index = model.index(1, 0)
    delegate = view.itemDelegate()
    assert isinstance(delegate, FindingDelegate)
    _, beside = delegate.fix_boxes(view.visualRect(index), index.data(ROW_ROLE))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=beside.center())
    qtbot.waitUntil(lambda: "adress" in spelt.message())
    qtbot.waitUntil(lambda: [it.text for it in spelt.desk.judging.findings][1] == "tommorow")
