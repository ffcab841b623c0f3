"""How keys go through a window: Tab from control to control, F6 from pane to pane."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Protocol, runtime_checkable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@runtime_checkable
class HasEntry(Protocol):
    """A pane that F6 enters elsewhere than at its first control.

    It is no focus proxy: Tab would stop at the pane itself, or not get past it while the proxy
    is hidden.
    """

    @property
    def entry(self) -> QWidget:
        """Where F6 goes."""


@runtime_checkable
class HasTabOrder(Protocol):
    """A widget that Tab goes through in another order than its children were made in."""

    @property
    def tab_order(self) -> Sequence[QWidget]:
        """What comes first, in order."""


def tab_stops(pane: QWidget) -> list[QWidget]:
    """Return what in `pane`, or `pane` itself, takes the focus by Tab, in the order of Tab."""
    return [it for it in _within(pane) if it.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _within(widget: QWidget) -> Iterator[QWidget]:
    # not nextInFocusChain: the binding takes what that returns for a child of the widget asked, and
    # once a widget is deleted, those that follow it can no longer be used
    yield widget
    children = [it for it in widget.children() if isinstance(it, QWidget) and not it.isWindow()]
    if isinstance(widget, HasTabOrder):
        first = widget.tab_order
        children.sort(key=lambda it: first.index(it) if it in first else len(first))
    for child in children:
        yield from _within(child)


def set_tab_order(panes: Iterable[QWidget]) -> None:
    """Let Tab go through `panes` of one window in this order, within each as before."""
    stops = [stop for pane in panes for stop in tab_stops(pane)]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def focus_into(pane: QWidget) -> bool:
    """Give the focus to `pane`'s entry or the first in it that can take it; False without."""
    entries = [pane.entry] if isinstance(pane, HasEntry) else []
    for target in (*entries, *tab_stops(pane)):
        takes = target.focusPolicy() & Qt.FocusPolicy.TabFocus and target.isEnabled()
        if takes and target.isVisibleTo(pane.window()):
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return True
    return False
