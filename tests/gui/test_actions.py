"""Commands have words, keys that do not clash, and icons that follow the look."""

import re
from dataclasses import fields
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from composer.gui.theme.theme import LookChoice
from composer.gui.window.actions import Actions, build_actions
from composer.gui.window.menus import fill_menu_bar
from composer.gui.words.wordbook import LANGUAGES


@pytest.fixture
def actions(theme) -> Actions:
    """All commands."""
    return build_actions(theme, theme)


def test_no_key_belongs_to_two_commands(actions) -> None:
    """Every key sequence triggers one command only."""
    owners: dict[str, str] = {}
    for field in fields(Actions):
        for key in getattr(actions, field.name).shortcuts():
            text = key.toString(QKeySequence.SequenceFormat.PortableText)
            assert text not in owners, (text, field.name, owners[text])
            owners[text] = field.name


@pytest.mark.parametrize(
    ("name", "keys"),
    [
        ("next_finding", ["F8"]),
        ("previous_finding", ["Shift+F8"]),
        ("fixes", ["Ctrl+.", "Alt+Return"]),
        ("placeholder", ["Ctrl+Space", "Ctrl+Shift+P"]),
        ("link", ["Ctrl+K"]),
        ("next_pane", ["F6"]),
    ],
)
def test_the_promised_keys_are_there(actions, name, keys) -> None:
    """Keys that input methods may take have a second one."""
    bound = [key.toString() for key in getattr(actions, name).shortcuts()]

    assert bound == keys


def test_every_command_is_in_a_menu(qtbot, actions) -> None:
    """Whatever can be done is found by looking through the menus."""
    bar = QMenuBar()
    qtbot.addWidget(bar)
    fill_menu_bar(bar, actions)
    found = set()
    menus: list[Any] = [action.menu() for action in bar.actions()]
    while menus:
        for action in menus.pop().actions():
            if action.menu():
                menus.append(action.menu())
            else:
                found.add(action.objectName())

    assert {field.name for field in fields(Actions)} <= found


def letters(menu: QMenu) -> list[str]:
    """The letters that Alt reaches the entries of a menu by."""
    found = (re.search("&(.)", action.text()) for action in menu.actions())
    return [match[1].lower() for match in found if match]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_letter_belongs_to_two_entries_of_a_menu(qtbot, theme, speak, language) -> None:
    """Or a press of it would only choose one of them, and wait."""
    speak(language)
    bar = QMenuBar()
    qtbot.addWidget(bar)
    fill_menu_bar(bar, build_actions(theme, theme))
    menus: list[Any] = [action.menu() for action in bar.actions()]
    assert all(menus)
    for menu in menus:
        assert len(set(letters(menu))) == len(letters(menu)), (menu.title(), letters(menu))


def test_what_is_in_the_menus_is_said_in_plain_words(actions) -> None:
    """First-time sellers asked what these meant."""
    words = " ".join(action.text().replace("&", "").lower() for action in actions.all)
    for unknown in ("edition", "pane ", "my words", "fixes here"):
        assert unknown not in f"{words} "


def test_the_look_is_chosen_from_the_menu(actions, theme) -> None:
    """Dark in the menu is dark in the window, and only one look is ticked."""
    actions.look_dark.trigger()

    assert theme.choice is LookChoice.DARK
    assert [choice for choice, action in actions.looks.items() if action.isChecked()] == [
        LookChoice.DARK
    ]


def test_icons_are_drawn_anew_for_another_look(actions, theme) -> None:
    """A command's icon is another drawing after the look changed."""
    before = actions.bold.icon().pixmap(16, 16).toImage()
    theme.choose(LookChoice.DARK)

    assert actions.bold.icon().pixmap(16, 16).toImage() != before
