"""Pictures of the menus of the window."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenuBar

from pictures.stage import Stage


def file_menu(stage: Stage) -> None:
    """What can be done with files."""
    _open(stage, 0)


def check_menu(stage: Stage) -> None:
    """What can be done about findings."""
    _open(stage, 4)


def _open(stage: Stage, number: int) -> None:
    bar = stage.desk.window.findChild(QMenuBar)
    if bar is None:
        return
    entry = bar.actions()[number]
    below = bar.actionGeometry(entry).bottomLeft() + QPoint(0, 1)
    menu = entry.menu()
    menu.popup(bar.mapToGlobal(below))  # type: ignore[attr-defined]  # typed as an object
