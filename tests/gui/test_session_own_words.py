"""What is fine in the whole library: said, listed, removed and brought back."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTreeWidget
from pytestqt.qtbot import QtBot

from composer.gui.findings.choices import Choice, choices
from composer.gui.library.words_dialog import OwnWordsDialog
from composer.gui.words.text import tr_
from composer.library.settings import entries

BODY = (
    "<p>Order {{order_id}} from Zellora is late, {{first_nam}}.</p>"
    '<p><img src="one.files/Team.png" alt="Our team" width="90"></p>'
)


def remember(seller, rule: str) -> None:
    """Say of the first finding of `rule` that it is fine for good."""
    judging = seller.desk.judging
    number = next(n for n, it in enumerate(judging.findings) if it.rule == rule)
    finding = judging.findings[number]
    fixes = len(finding.fixes) + choices(finding).index(Choice.REMEMBER)
    judging.fix(judging.keys[number], fixes)


@pytest.fixture
def seller(place, qtbot: QtBot) -> Any:
    """A seller whose template has a brand, a picture and a placeholder of an own tool."""
    place.put("one.html", BODY)
    seller = place.open()
    wanted = {"spelling", "unchecked-picture", "unknown-placeholder"}
    qtbot.waitUntil(
        lambda: wanted <= {it.rule for it in seller.desk.judging.findings}, timeout=15_000
    )
    return seller


def open_words(seller) -> tuple[OwnWordsDialog, QTreeWidget]:
    """The page, opened from its menu, and its list."""
    seller.desk.actions.own_words.trigger()
    dialog = seller.dialog(OwnWordsDialog)
    tree = dialog.findChild(QTreeWidget)
    assert tree is not None
    return dialog, tree


def listed(tree: QTreeWidget) -> dict[str, list[str]]:
    """The entries under their headings."""
    tops = [tree.topLevelItem(number) for number in range(tree.topLevelItemCount())]
    return {
        top.text(0): [top.child(number).text(0) for number in range(top.childCount())]
        for top in tops
    }


@pytest.mark.parametrize(
    ("rule", "sentence"),
    [
        ("spelling", "“Zellora” is one of the words you use now."),
        ("unchecked-picture", "“Team.png” is fine now, in every template that shows it."),
        ("unknown-placeholder", "{{first_nam}} counts as filled in by your tool now."),
    ],
)
def test_what_is_remembered_is_said_and_taken_back(
    seller, qtbot: QtBot, rule: str, sentence: str
) -> None:
    """As it stands in the message, with a way back that brings its finding back."""
    remember(seller, rule)
    assert seller.message() == sentence
    assert rule not in seller.rules()

    seller.click_button(tr_("notice.undo"))

    qtbot.waitUntil(lambda: rule in seller.rules(), timeout=15_000)
    assert not any(entries(seller.desk.workspace.library.folder).values())


def test_own_words_are_removed_and_brought_back_by_keys(seller, qtbot: QtBot) -> None:
    """Delete removes the one chosen, its finding is there again; Undo takes that back."""
    remember(seller, "spelling")
    seller.checked()
    remember(seller, "unchecked-picture")
    seller.checked()
    said = []
    seller.desk.announcer.announced.connect(said.append)
    dialog, tree = open_words(seller)
    assert listed(tree) == {"Words": ["Zellora"], "Images looked at": ["one.files/Team.png"]}

    tree.setFocus()
    QTest.keyClick(tree, Qt.Key.Key_Up)  # to the heading, which nothing removes
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert dialog.message == ""
    QTest.keyClick(tree, Qt.Key.Key_Down)
    QTest.keyClick(tree, Qt.Key.Key_Delete)
    assert dialog.message == "“Zellora” was removed."
    assert said[-1] == "“Zellora” was removed. Undo"
    assert listed(tree) == {"Images looked at": ["one.files/Team.png"]}
    qtbot.waitUntil(lambda: "spelling" in seller.rules(), timeout=15_000)

    undo = seller.button(tr_("notice.undo"), dialog)
    undo.setFocus()
    QTest.keyClick(undo, Qt.Key.Key_Space)
    assert listed(tree) == {"Words": ["Zellora"], "Images looked at": ["one.files/Team.png"]}
    assert tree.currentItem().text(0) == "Zellora"
    assert dialog.message == ""
    assert QApplication.focusWidget() is tree
    assert "spelling" not in seller.rules()


def test_the_last_one_leaves_a_page_that_says_how_it_fills(seller) -> None:
    """The button removes as the key does; an empty page is no blank."""
    remember(seller, "unknown-placeholder")
    dialog, tree = open_words(seller)
    assert listed(tree) == {"Placeholders my tool fills in": ["first_nam"]}

    seller.click_button(tr_("own_words.remove"), dialog)

    assert not tree.isVisible()
    assert dialog.message == "“{{first_nam}}” was removed."
    assert not seller.button(tr_("own_words.remove"), dialog).isEnabled()


def test_settings_that_cannot_be_read_are_told(place) -> None:
    """The page does not open on a damaged file, and nothing in it is changed."""
    place.put("one.html", BODY)
    file = place.library / "permitted.toml"
    file.write_text("words = [", "utf-8")
    seller = place.open()

    seller.desk.actions.own_words.trigger()

    assert "permitted.toml" in seller.message()
    assert not seller.desk.window.findChild(OwnWordsDialog).isVisible()
    assert file.read_text("utf-8") == "words = ["
