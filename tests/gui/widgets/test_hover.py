"""What looks hovered is under the pointer."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QCursor, QEnterEvent, QHoverEvent
from PySide6.QtWidgets import QApplication, QSplitter, QTextEdit

from composer.gui.widgets.hover import forget_hovers


def test_the_edge_of_a_pane_goes_back_to_rest(qtbot, theme) -> None:
    """A dialog that opened while the pointer was on it kept Qt from telling it."""
    splitter = QSplitter(Qt.Orientation.Horizontal)
    qtbot.addWidget(splitter)
    splitter.setHandleWidth(3)
    splitter.addWidget(QTextEdit())
    splitter.addWidget(QTextEdit())
    splitter.resize(400, 200)
    splitter.show()
    qtbot.waitExposed(splitter)
    QCursor.setPos(splitter.mapToGlobal(QPoint(20, 20)))
    edge = splitter.handle(1)
    at_rest = edge.grab().toImage()

    inside = QPointF(1, 50)
    QApplication.sendEvent(edge, QEnterEvent(inside, inside, inside))
    QApplication.sendEvent(edge, QHoverEvent(QEvent.Type.HoverEnter, inside, inside, QPointF()))
    edge.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert edge.grab().toImage() != at_rest

    forget_hovers(splitter)
    assert edge.grab().toImage() == at_rest
