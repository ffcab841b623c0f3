"""What the browser engine measures becomes findings and figures beside the message."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QTreeWidget

from composer.gui.preview.inventory_dialog import InventoryDialog
from composer.gui.words.text import tr_
from composer.lint.finding import Severity

RULE = "wide-image"


@pytest.fixture(params=[True, False], ids=["shown", "hidden"])
def measuring(place, request: pytest.FixtureRequest):  # noqa: ANN201 - a class of the conftest
    """A library where the engine starts, with the preview on screen or not."""
    place.preferences.store.setValue("window/show_preview", request.param)
    place.preferences.store.setValue("preview/measure_unseen", True)
    return place


def put_with_picture(place, width: int, more: str = "") -> None:
    """A template with a picture `width` px wide, of which the message says no width."""
    path = place.put(
        "one.html",
        f'<p>Order {{{{order_id}}}}</p><p><img src="one.files/a.png" alt="A pan"></p>{more}',
    )
    folder = path.with_suffix(".files")
    folder.mkdir()
    picture = QImage(width, 40, QImage.Format.Format_RGB32)
    picture.fill(QColor("#336699"))
    picture.save(str(folder / "a.png"))


def measured(seller) -> list[str]:
    """What the rule about wide images says."""
    return [str(it.message) for it in seller.desk.judging.findings if it.rule == RULE]


def test_a_picture_that_says_no_width_is_measured(measuring, qtbot) -> None:
    """Only the engine knows how wide it is: the finding, its place, its fix and the figure.

    It starts by itself, also where nobody sees the preview; in the tests below it starts at once.
    """
    put_with_picture(measuring, 552)
    seller = measuring.open()
    qtbot.waitUntil(lambda: bool(measured(seller)), timeout=10_000)
    assert measured(seller) == ["Image is 92% wide as rendered, limit 80%"]
    finding = next(it for it in seller.desk.judging.findings if it.rule == RULE)
    body = seller.desk.workspace.template.body
    assert body.text[finding.location.start : finding.location.end] == "\ufffc"
    assert finding.severity is Severity.REVIEW
    image = tr_("facts.image", share=0.92, limit=0.8)
    qtbot.waitUntil(lambda: image in seller.desk.widgets.preview.foot.facts, timeout=10_000)

    key = next(
        key
        for key, it in zip(seller.desk.judging.keys, seller.desk.judging.findings, strict=True)
        if it.rule == RULE
    )
    seller.desk.judging.fix(key, 0)
    qtbot.waitUntil(lambda: not measured(seller), timeout=10_000)
    seller.control(Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: bool(measured(seller)), timeout=10_000)


def test_what_was_measured_stays_while_another_paragraph_is_written(measuring, qtbot) -> None:
    """Facts of a block hold until that block changes: no card comes and goes at each key."""
    put_with_picture(measuring, 600, "<p>Your team</p>")
    seller = measuring.open()
    seller.desk.widgets.preview.start()
    qtbot.waitUntil(lambda: bool(measured(seller)), timeout=10_000)
    seen: list[bool] = []
    seller.desk.checker.checked.connect(
        lambda _revision, found: seen.append(any(it.rule == RULE for it in found))
    )
    seller.desk.widgets.body.setFocus()
    seller.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    seller.write(" says hello")
    seller.checked()
    assert seen
    assert all(seen)


def test_a_picture_within_the_limit_is_no_finding(measuring, qtbot) -> None:
    """480 of 600 px are permitted; the figure says so."""
    put_with_picture(measuring, 480)
    seller = measuring.open()
    seller.desk.widgets.preview.start()
    image = tr_("facts.image", share=0.8, limit=0.8)
    qtbot.waitUntil(lambda: image in seller.desk.widgets.preview.foot.facts, timeout=10_000)
    seller.checked()
    assert not measured(seller)


def test_all_that_was_measured_is_listed_and_leads_to_its_words(measuring, qtbot) -> None:
    """From the menu; each value with words; choosing one selects them in the message."""
    put_with_picture(measuring, 552, '<p style="font-size: 12px">Small print</p>')
    seller = measuring.open()
    seller.desk.widgets.preview.start()
    qtbot.waitUntil(lambda: bool(measured(seller)), timeout=10_000)
    seller.desk.actions.measured.trigger()
    dialog = seller.dialog(InventoryDialog)
    rows = dialog.rows
    assert tr_("inventory.sizes_of", count=2, limit=3) in rows
    assert "12 px: Small print" in rows
    assert "92.0%: Image" in rows

    tree = dialog.findChild(QTreeWidget)
    item = tree.findItems("12 px", Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive)[0]
    seller.click(tree.viewport(), tree.visualItemRect(item).center())
    assert seller.desk.widgets.body.textCursor().selectedText() == "Small print"
    dialog.close()


def test_a_button_at_the_foot_opens_what_was_measured(place) -> None:
    """It says what it does, and looks like a button: three dots looked as if something loaded."""
    place.put("one.html", "<p>Order {{order_id}}</p>")
    place.preferences.store.setValue("window/show_preview", True)
    seller = place.open()
    seller.click_button("Show measurements", seller.desk.widgets.preview)
    assert seller.desk.window.findChild(InventoryDialog).isVisible()
