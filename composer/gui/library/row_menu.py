"""The commands for one template of the library."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from composer.gui.widgets.choice import ChoiceItem
from composer.gui.words.text import tr_

_KEYS = {"rename": Qt.Key.Key_F2, "delete": Qt.Key.Key_Delete}


def row_menu(acts: Mapping[str, Callable[[], object]], parent: QWidget) -> QMenu:
    """Return a menu of `acts`, by the name of each; *delete* stands apart."""
    menu = QMenu(parent)
    for name, act in acts.items():
        if name == "delete":
            menu.addSeparator()
        entry = menu.addAction(_with_keys(tr_(f"action.{name}"), _KEYS.get(name)))
        entry.setObjectName(name)
        entry.triggered.connect(lambda _=False, act=act: act())
    return menu


def reasons_menu(
    reasons: Sequence[ChoiceItem], current: str, choose: Callable[[str], object], parent: QWidget
) -> QMenu:
    """Return a menu of `reasons` with the `current` one checked."""
    menu = QMenu(tr_("action.move"), parent)
    menu.setObjectName("move")
    for reason in reasons:
        entry = menu.addAction(reason.label.replace("&", "&&"))
        entry.setCheckable(True)
        entry.setChecked(reason.value == current)
        entry.triggered.connect(lambda _=False, value=reason.value: choose(value))
    return menu


def _with_keys(words: str, key: Qt.Key | None) -> str:
    """The words of an entry, and the key that does the same in the list."""
    if key is None:
        return words
    keys = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return f"{words}\t{keys}"
