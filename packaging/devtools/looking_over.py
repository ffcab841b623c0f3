"""Looks over a window in the marked language: nothing is English, and nothing is cut."""

import re

from PySide6.QtWidgets import QApplication, QMenu, QWidget

from devtools.on_screen import is_cut, texts_of, visible, words_of
from devtools.pseudo import unmarked

NAME = "Zebra"
# What no translation changes: what sellers wrote, addresses, keys, file types, units, the brand.
CONTENT = re.compile(
    rf"{NAME}|Hello|Your|order|Look|Write to|me@example\.com|stars please|at this|\S*amazon\.\S*"
    r"|\S*zebra\S*|Permitted|Ctrl|Shift|Alt|Return|Space|F\d+|\*?\.(?:html?|eml|txt|md)\b|px\b"
    r"|\b(?:EN|Aa|ab)\b",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{2,}")


def look_over(root: QWidget) -> None:
    """Fail where a visible text of `root` is not in the language, or is cut."""
    QApplication.processEvents()
    strange = [
        f"{type(widget).__name__}: {text!r}"
        for widget in visible(root)
        for text in texts_of(widget)
        if is_english(text)
    ]
    cut = [f"{type(w).__name__}: {words_of(w)!r}" for w in visible(root) if is_cut(w)]
    _complain("not translated", strange)
    _complain("cut", cut)


def look_over_menu(menu: QMenu) -> None:
    """Fail where an entry of `menu` is not in the language."""
    strange = [
        text
        for action in menu.actions()
        for text in (action.text(), action.toolTip(), action.statusTip())
        if is_english(text)
    ]
    _complain("not translated", strange)


def is_english(text: str) -> bool:
    """Whether words stand outside what a translation gave, and are no content of the seller's."""
    return bool(_LETTERS.search(CONTENT.sub("", unmarked(text))))


def _complain(fault: str, found: list[str]) -> None:
    if found:
        raise AssertionError("\n  ".join((f"{fault}:", *dict.fromkeys(found))))
