"""What a message is for stands in one row, however long its words are."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale, QPoint, QTranslator
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip

from composer.gui.widgets.choice import Choice
from composer.gui.words.text import tr_
from composer.gui.words.translating import install_language

NAMES = ("header.reason", "header.channel", "header.marketplace", "header.language")
# As wide as the header is beside a preview in a window of 1366 px.
WIDTH = 866


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Callable[[str], str]]:
    """Have the interface speak a language; it is taken back afterwards."""
    before, old = QLocale(), set(qapp.findChildren(QTranslator))
    yield lambda tag: install_language(qapp, tag)
    for translator in set(qapp.findChildren(QTranslator)) - old:
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def boxes(seller) -> list[Choice]:
    """What a message is for, box by box."""
    found = {it.accessibleName(): it for it in seller.desk.window.findChildren(Choice)}
    return [found[tr_(name)] for name in NAMES]


def longest(box: Choice) -> str:
    """The longest of what a box offers."""
    labels = [box.itemText(row) for row in range(box.count())]
    return max(labels, key=box.fontMetrics().horizontalAdvance)


@pytest.mark.parametrize("language", ["en", "de", "zh-CN"])
def test_the_longest_words_stay_in_one_row(place, speak, language) -> None:
    """Choosing them moves nothing below, and each box keeps room for words of its own."""
    speak(language)
    place.library.mkdir()
    seller = place.open()
    seller.desk.window.resize(WIDTH, 768)
    toolbar = seller.desk.widgets.toolbar
    before = toolbar.mapTo(seller.desk.window, QPoint(0, 0)).y()
    for name in NAMES:
        box = boxes(seller)[NAMES.index(name)]
        seller.choose(tr_(name), longest(box))
        QApplication.processEvents()

    assert len({box.y() for box in boxes(seller)}) == 1
    assert toolbar.mapTo(seller.desk.window, QPoint(0, 0)).y() == before
    assert min(box.width() for box in boxes(seller)) >= 84


def test_a_cut_choice_is_told_whole(place) -> None:
    """The pointer over it brings all of its words; a box with room says what it is for."""
    place.library.mkdir()
    seller = place.open()
    seller.desk.window.resize(760, 768)
    reason, channel, *_ = boxes(seller)
    words = longest(reason)
    seller.choose(tr_("header.reason"), words)
    QApplication.processEvents()
    hover(reason)

    assert reason.is_cut
    assert QToolTip.text() == f"{tr_('header.reason')}: {words}"

    hover(channel)
    assert QToolTip.text() == tr_("header.channel")


def hover(box: Choice) -> None:
    """Rest the pointer on a box."""
    at = box.rect().center()
    QApplication.sendEvent(box, QHelpEvent(QHelpEvent.Type.ToolTip, at, box.mapToGlobal(at)))
