"""Properties that the style sheet selects by."""

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QLayout, QPushButton, QWidget

L = TypeVar("L", bound=QLayout)


def surface(widget: QWidget, kind: str, edge: str = "") -> None:
    """Paint `widget` as a surface of the look, with a line at an `edge`."""
    widget.setProperty("surface", kind)
    if edge:
        widget.setProperty("edge", edge)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)


def nested(layout: QBoxLayout, inner: L, stretch: int = 0) -> L:
    """Put the still empty `inner` into `layout` and return it, to be filled there.

    PySide wraps the items of a layout that is full when it is nested, and a wrapper of an item
    outlives it: later another object at the same address was taken for a QSpacerItem.
    """
    layout.addLayout(inner, stretch)
    return inner


def label(text: str, tone: str, *, wrap: bool = False) -> QLabel:
    """Return a plain-text label in one of the sheet's tones."""
    result = QLabel(text)
    result.setTextFormat(Qt.TextFormat.PlainText)
    result.setProperty("tone", tone)
    result.setWordWrap(wrap)
    return result


def button(text: str, kind: str = "") -> QPushButton:
    """Return a push button in one of the sheet's kinds."""
    result = QPushButton(text)
    result.setAutoDefault(False)
    if kind:
        result.setProperty("kind", kind)
    return result


def restyle(widget: QWidget, name: str, value: str) -> None:
    """Change a property and have the style sheet look at it again."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
