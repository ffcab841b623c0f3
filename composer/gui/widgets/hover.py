"""Hover that does not stay where the pointer has gone."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QTimer
from PySide6.QtGui import QCursor, QHoverEvent
from PySide6.QtWidgets import QApplication, QWidget

_AWAY = QPointF(-1, -1)


def forget_hover(widget: QWidget) -> None:
    """Tell `widget` that the pointer has left it, where it has.

    While a popup has the mouse, or a dialog blocks the window, Qt sends no leave event.
    """
    if widget.underMouse() and not _is_pointed_at(widget):
        QCoreApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
        # The edge of a pane goes by this one.
        QCoreApplication.sendEvent(widget, QHoverEvent(QEvent.Type.HoverLeave, _AWAY, _AWAY, _AWAY))
        widget.update()


def forget_hover_soon(widget: QWidget) -> None:
    """Do so once the popup that is about to hide has given the mouse back."""
    QTimer.singleShot(0, widget, lambda: forget_hover(widget))


def forget_hovers(window: QWidget) -> None:
    """Do so for everything in `window`."""
    for widget in window.findChildren(QWidget):
        forget_hover(widget)


def _is_pointed_at(widget: QWidget) -> bool:
    place = QCursor.pos()
    found = QApplication.widgetAt(place)
    if found is None:  # not every platform knows what is there
        return widget.rect().contains(widget.mapFromGlobal(place))
    return found is widget or widget.isAncestorOf(found)
