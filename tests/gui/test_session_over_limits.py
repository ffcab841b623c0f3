"""The facts under the preview: what is over a limit is marked, and leads to its finding."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTabBar
from pytestqt.qtbot import QtBot

from composer.gui.theme.theme import LookChoice
from composer.gui.words.text import tr_
from composer.lint.finding import Severity
from tests.gui.conftest import Place
from tests.gui.seller import Seller

HTML = (
    "<p>Order {{order_id}} is on its way.</p><p style='margin-left: 30%'>Set in.</p>"
    "<p><span style='font-size: 9px'>One</span> <span style='font-size: 12px'>two</span>"
    " <span style='font-size: 22px'>three</span></p>"
)
MARGIN = tr_("facts.left", share=0.3)


def opened(place: Place, qtbot: QtBot, html: str = HTML) -> Seller:
    """A window on the message, with its facts."""
    place.put("one.html", html, channel="email")
    seller = place.open()
    seller.desk.actions.show_preview.trigger()
    foot = seller.desk.widgets.preview.foot
    qtbot.waitUntil(lambda: len(foot.facts) >= 4, timeout=10_000)
    seller.checked()
    return seller


def marked(seller) -> list[QPushButton]:
    """The facts that are marked and laid out, in order."""
    buttons = seller.desk.widgets.preview.foot.findChildren(QPushButton)
    facts = [each for each in buttons if each.property("kind") == "fact" and each.isVisible()]
    return [each for each in facts if each.width() >= each.sizeHint().width()]


def selected_words(seller) -> str:
    """The words selected in the body."""
    body = seller.desk.widgets.body
    start, end = body.selection()
    return body.document_value().text[start:end]


def test_what_is_over_a_limit_is_marked(place, qtbot: QtBot) -> None:
    """By a shape and a word as well as a colour, each as severe as its finding; the rest is not."""
    seller = opened(place, qtbot)
    qtbot.waitUntil(lambda: len(marked(seller)) == 2)
    found = {it.rule: it.severity for it in seller.desk.judging.findings}
    texts = []
    for rule, fact in zip(("wide-margin", "too-many-font-sizes"), marked(seller), strict=True):
        texts.append(fact.text())
        assert not fact.icon().isNull()
        assert fact.property("severity") == found[rule].value
        assert fact.accessibleName() == f"{tr_(f'severity.{found[rule]}')}: {fact.text()}"
        assert fact.toolTip() == tr_("facts.over_tip")
    assert texts == [MARGIN, "4 font sizes, 3 allowed"]
    assert found["wide-margin"] is Severity.MUST_FIX


def test_a_click_leads_to_the_finding(place, qtbot: QtBot) -> None:
    """In the text, in the panel and by keyboard; what was filtered out comes back."""
    seller = opened(place, qtbot)
    qtbot.waitUntil(lambda: len(marked(seller)) == 2)
    seller.desk.widgets.findings.show_severities(frozenset({Severity.REVIEW}))
    seller.click(marked(seller)[0], marked(seller)[0].rect().center())
    qtbot.waitUntil(lambda: selected_words(seller) == "Set in.", timeout=10_000)
    assert seller.desk.widgets.body.hasFocus()
    key = seller.desk.widgets.findings.current_key()
    assert seller.desk.judging.finding(key).rule == "wide-margin"

    sizes = marked(seller)[1]
    sizes.setFocus(Qt.FocusReason.TabFocusReason)
    seller.press(Qt.Key.Key_Space)
    key = seller.desk.widgets.findings.current_key()
    assert seller.desk.judging.finding(key).rule == "too-many-font-sizes"


def test_the_mark_goes_with_the_finding(place, qtbot: QtBot) -> None:
    """Once the margin is as it should be, and in another template."""
    seller = opened(
        place, qtbot, "<p>Order {{order_id}}</p><p style='margin-left: 30%'>Set in.</p>"
    )
    qtbot.waitUntil(lambda: len(marked(seller)) == 1)
    seller.click(marked(seller)[0], marked(seller)[0].rect().center())
    seller.desk.judging.fix(seller.desk.widgets.findings.current_key(), 0)
    qtbot.waitUntil(lambda: not marked(seller), timeout=10_000)
    qtbot.waitUntil(lambda: MARGIN not in seller.desk.widgets.preview.foot.facts, timeout=10_000)
    seller.control(Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: len(marked(seller)) == 1, timeout=10_000)
    seller.control(Qt.Key.Key_N)
    assert not marked(seller)


def test_beside_the_preview_as_a_tab_the_template_comes_to_the_front(place, qtbot: QtBot) -> None:
    """Where the window is narrow, the finding would else be behind what was clicked."""
    seller = opened(place, qtbot)
    seller.desk.window.resize(1024, 700)
    qtbot.waitUntil(lambda: seller.desk.window.is_narrow)
    tabs = next(each for each in seller.desk.window.findChildren(QTabBar) if each.isVisible())
    QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    qtbot.waitUntil(lambda: len(marked(seller)) == 2)
    seller.click(marked(seller)[0], marked(seller)[0].rect().center())
    assert seller.desk.widgets.body.isVisible()
    assert selected_words(seller) == "Set in."


@pytest.mark.parametrize("look", [LookChoice.DARK, LookChoice.HIGH_CONTRAST])
def test_marks_follow_the_look(place, qtbot: QtBot, look: LookChoice) -> None:
    """Their colours are those of the look in use."""
    seller = opened(place, qtbot)
    qtbot.waitUntil(lambda: len(marked(seller)) == 2)
    before = marked(seller)[0].icon().pixmap(10, 10).toImage()
    place.theme.choose(look)
    assert marked(seller)[0].icon().pixmap(10, 10).toImage() != before
