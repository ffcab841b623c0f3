"""What is done for pictures of the preview."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QTabBar

from composer.gui.preview.conditions import Conditions
from composer.gui.preview.message import Mode
from composer.gui.preview.pane import PreviewPane
from pictures.stage import Stage

Act = Callable[[Stage], None]


def seen_in(mode: Mode) -> Act:
    """Show the message in `mode`."""
    return lambda stage: _pane(stage).set_mode(mode)


def with_width(mode: Mode, width: int) -> Act:
    """Show the message in `mode`, as wide as this."""

    def act(stage: Stage) -> None:
        pane = _pane(stage)
        pane.set_mode(mode)
        pane.set_widths(replace(pane.state().widths, **{mode.value: width}))

    return act


def looked_at(conditions: Conditions) -> Act:
    """Show the message under `conditions`."""
    return lambda stage: _pane(stage).set_conditions(conditions)


def with_guides(stage: Stage) -> None:
    """Show the guides."""
    _pane(stage).set_guides(True)


def conditions_menu(stage: Stage) -> None:
    """Open the menu of conditions."""
    button = _pane(stage).findChild(QPushButton, "previewConditions")
    if isinstance(button, QPushButton):
        button.menu().popup(button.mapToGlobal(button.rect().bottomLeft()))


def _pane(stage: Stage) -> PreviewPane:
    """The preview, brought to the front where it is a tab beside the template."""
    window = stage.desk.window
    if window.is_narrow:
        tabs = next(iter(window.findChildren(QTabBar)))
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(1).center())
    return stage.desk.widgets.preview
