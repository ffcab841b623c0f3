"""Dialogs that are opened again stand where they stood."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialog, QMainWindow

from composer.gui.widgets.staying import stay_put

FAR = QPoint(100_000, 100_000)


@pytest.fixture
def window(qtbot) -> QMainWindow:
    """A window on screen."""
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setGeometry(0, 0, 600, 500)
    window.show()
    return window


@pytest.fixture
def dialog(window) -> QDialog:
    """A dialog over the window."""
    dialog = QDialog(window)
    dialog.resize(200, 100)
    stay_put(dialog)
    dialog.show()
    return dialog


def drag(dialog: QDialog, to: QPoint) -> None:
    """Move the dialog as by its title bar: Qt does not count that as its program's wish."""
    dialog.move(to)
    dialog.setAttribute(Qt.WidgetAttribute.WA_Moved, False)


def again(dialog: QDialog) -> QPoint:
    """Where the dialog is once it was closed and opened again."""
    dialog.reject()
    dialog.show()
    return dialog.pos()


def test_a_dialog_comes_back_where_it_was_dragged_to(dialog) -> None:
    """However often."""
    drag(dialog, QPoint(31, 47))
    assert [again(dialog) for _ in range(3)] == [QPoint(31, 47)] * 3


def test_a_dialog_goes_with_its_window(window, dialog) -> None:
    """As to another screen."""
    drag(dialog, QPoint(31, 47))
    dialog.reject()
    window.move(100, 50)
    assert again(dialog) == QPoint(131, 97)


def test_a_dialog_comes_back_over_its_window_where_its_screen_is_gone(dialog) -> None:
    """As if it was opened for the first time."""
    first = dialog.pos()
    drag(dialog, FAR)
    assert again(dialog) == first
