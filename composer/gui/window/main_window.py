"""The window: where the panes are, and nothing else."""

from PySide6.QtCore import QByteArray, QEvent, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QVBoxLayout, QWidget

from composer.gui.widgets.hover import forget_hovers
from composer.gui.window.actions import Actions
from composer.gui.window.focus_order import focus_into, set_tab_order
from composer.gui.window.frame import Panes, build_frame
from composer.gui.window.menus import fill_menu_bar
from composer.gui.words.text import tr_

NARROW_BELOW = 1100
_FIRST = QSize(1440, 900)  # with room on the screen for its frame; else it fills the screen
_FRAME = QSize(16, 48)
_SIDEBAR, _PREVIEW = 236, 500


class MainWindow(QMainWindow):
    """Sidebar, the template with its findings, and the preview beside it.

    Below 1100 px the preview becomes a tab beside the template, both under the header. Sizes and
    what is shown are kept in the settings given.

    Signals:
        close_requested: the user closes the window; it stays until `allow_close`.
        restart_wanted: the window closed, and is to come back in a new start of the app.
    """

    close_requested = Signal()
    restart_wanted = Signal()

    def __init__(self, panes: Panes, actions: Actions, settings: QSettings) -> None:
        super().__init__()
        self._panes = panes
        self._actions = actions
        self._settings = settings
        self._may_close = False
        self._asking = False
        self._comes_back = False
        self.setWindowTitle(tr_("app.name"))
        self.setMinimumSize(QSize(760, 520))
        # Keys work from every pane, also where the menu bar is not the window's own.
        self.addActions(actions.all)
        fill_menu_bar(self.menuBar(), actions)
        self._tabs = panes.header.views
        self._frame = build_frame(self, panes)
        self._set_minimums()
        set_tab_order(panes.stops)
        self._connect()
        self._restore()

    @property
    def is_narrow(self) -> bool:
        """Whether the preview is a tab beside the template."""
        return self.width() < NARROW_BELOW

    @property
    def writing_pane(self) -> QWidget:
        """Where the message is written."""
        return self._panes.editor

    def allow_close(self) -> None:
        """Close the window, once nothing unsaved would be lost."""
        self._may_close = True
        if not self._asking:  # Qt ignores a close within a close
            self.close()

    def restart(self) -> None:
        """Close as ever, and ask for a new start; nothing happens where the window has to stay."""
        self._comes_back = True
        self.close()
        self._comes_back = False

    def come_forward(self) -> None:
        """Stand in front of all others, also where it was minimised."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def show_template(self) -> None:
        """Bring the template to the front where the preview is a tab beside it."""
        self._tabs.setCurrentIndex(0)

    def save_layout(self) -> None:
        """Write sizes and what is shown to the settings."""
        self._settings.setValue("window/geometry", self.saveGeometry())
        for name, splitter in self._splitters().items():
            self._settings.setValue(f"window/{name}", splitter.saveState())
        if self._frame.writing.dragged:
            self._settings.setValue("window/writing", self._frame.writing.saveState())
        for name, action in self._toggles().items():
            self._settings.setValue(f"window/show_{name}", action.isChecked())

    def cycle_panes(self, step: int) -> None:
        """Move the focus to the next (1) or previous (-1) pane on screen."""
        panes = [pane for pane in self._panes.stops if pane.isVisible()]
        focused = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(panes) if _holds(pane, focused)), -step)
        for offset in range(1, len(panes) + 1):
            if focus_into(panes[(here + step * offset) % len(panes)]):
                return

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange:  # a dialog came or went
            QTimer.singleShot(0, self, lambda: forget_hovers(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self._may_close:
            self._asking = True
            self.close_requested.emit()
            self._asking = False
        if self._may_close:
            self.save_layout()
            super().closeEvent(event)
            if self._comes_back:
                self.restart_wanted.emit()
        else:
            event.ignore()

    def _set_minimums(self) -> None:
        panes = self._panes
        self._frame.template.setMinimumWidth(480)
        panes.editor.setMinimumHeight(140)
        panes.findings.setMinimumHeight(96)
        self._frame.outer.setStretchFactor(1, 1)
        self._frame.work.setStretchFactor(0, 1)

    def _connect(self) -> None:
        actions = self._actions
        self._tabs.currentChanged.connect(self._arrange)
        actions.next_pane.triggered.connect(lambda: self.cycle_panes(1))
        actions.previous_pane.triggered.connect(lambda: self.cycle_panes(-1))
        for action in self._toggles().values():
            action.setChecked(True)
            action.toggled.connect(self._arrange)

    def _arrange(self) -> None:
        """Show what the width, the tabs and the View menu ask for."""
        panes, actions, narrow = self._panes, self._actions, self.is_narrow
        panes.sidebar.setVisible(actions.show_sidebar.isChecked())
        panes.findings.setVisible(actions.show_findings.isChecked())
        wanted = actions.show_preview.isChecked()
        self._place_header(self._frame.right if narrow else self._frame.template)
        self._tabs.setVisible(narrow and wanted)
        on_preview = narrow and wanted and self._tabs.currentIndex() == 1
        self._frame.template.setVisible(not on_preview)
        panes.preview.setVisible(wanted and (not narrow or on_preview))
        for splitter in (self._frame.work, self._frame.outer):
            splitter.refresh()  # or the list gets its width back with some later change of words

    def _place_header(self, pane: QWidget) -> None:
        """Have name, state and what to do with the template at the top of `pane`."""
        header, layout = self._panes.header, pane.layout()
        if not isinstance(layout, QVBoxLayout) or layout.indexOf(header) >= 0:
            return
        focused = QApplication.focusWidget()
        layout.insertWidget(0, header)
        header.show()  # another parent hides it
        if focused is not None and header.isAncestorOf(focused):
            focused.setFocus()

    def _restore(self) -> None:
        room = self.screen().availableSize() - _FRAME
        self.resize(_FIRST.boundedTo(room))
        self._frame.outer.setSizes([_SIDEBAR, _FIRST.width() - _SIDEBAR])
        self._frame.work.setSizes([_FIRST.width() - _SIDEBAR - _PREVIEW, _PREVIEW])
        geometry = self._settings.value("window/geometry")
        if isinstance(geometry, QByteArray):
            self.restoreGeometry(geometry)
        elif room.boundedTo(_FIRST) != _FIRST:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        for name, splitter in self._splitters().items():
            state = self._settings.value(f"window/{name}")
            if isinstance(state, QByteArray):
                splitter.restoreState(state)
        heights = self._settings.value("window/writing")
        if isinstance(heights, QByteArray):
            self._frame.writing.restore_dragged(heights)
        for name, action in self._toggles().items():
            action.setChecked(bool(self._settings.value(f"window/show_{name}", True, type=bool)))
        self._arrange()

    def _splitters(self) -> dict[str, QSplitter]:
        return {"outer": self._frame.outer, "work": self._frame.work}

    def _toggles(self) -> dict[str, QAction]:
        actions = self._actions
        return {
            "sidebar": actions.show_sidebar,
            "findings": actions.show_findings,
            "preview": actions.show_preview,
        }


def _holds(pane: QWidget, focused: QWidget | None) -> bool:
    return focused is not None and (pane is focused or pane.isAncestorOf(focused))
