"""Where the panes are: the empty frame first, then what stands in it.

A widget that gets another parent is styled anew with everything in it. The panes are put straight
into their places, so that this happens to each of them once and not at every level above it.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from composer.gui.widgets.message_bar import MessageBar
from composer.gui.widgets.style import surface
from composer.gui.window.bars import Bars
from composer.gui.window.header import Header
from composer.gui.window.writing_splitter import WritingSplitter


@dataclass(frozen=True, slots=True)
class Panes:
    """The widgets the window arranges; `parts` are those of `editor` at which F6 stops.

    `whole_rows` gives the height, up to the one given, at which `findings` cuts no row.
    """

    sidebar: QWidget
    header: Header
    toolbar: QWidget
    message_bar: MessageBar
    hint_bar: MessageBar
    find_bar: QWidget
    editor: QWidget
    findings: QWidget
    preview: QWidget
    status: QWidget
    parts: tuple[QWidget, ...] = ()
    whole_rows: Callable[[int], int] = int

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where F6 stops, in the order of the window, the library first."""
        above = (self.sidebar, self.header, self.toolbar, self.find_bar)
        below = (self.message_bar, self.hint_bar, self.findings, self.preview)
        return (*above, *(self.parts or (self.editor,)), *below)


@dataclass(frozen=True, slots=True)
class Frame:
    """What holds the panes.

    `outer` has the sidebar and `right`, in which `work` has the `template` and its preview;
    `writing` has the message and its findings.
    """

    outer: QSplitter
    right: QWidget
    work: QSplitter
    template: QWidget
    writing: WritingSplitter


def build_frame(window: QMainWindow, panes: Panes) -> Frame:
    """Arrange `panes` in `window`, one after the other as Tab goes through them."""
    whole, right, template = QWidget(), QWidget(), QWidget()
    window.setCentralWidget(whole)
    rows = _column(whole)
    outer = _splitter(whole)
    rows.addWidget(outer, 1)
    outer.addWidget(panes.sidebar)
    outer.addWidget(right)
    work = _splitter(right)
    _column(right).addWidget(work, 1)
    work.addWidget(template)
    writing = _fill(template, panes)
    work.addWidget(panes.preview)
    rows.addWidget(panes.status)
    return Frame(outer, right, work, template, writing)


def _fill(template: QWidget, panes: Panes) -> WritingSplitter:
    """Put the message with its bars, and its findings, into `template`."""
    surface(template, "background")
    column = _column(template)
    for bar in (panes.header, panes.toolbar, panes.find_bar):
        column.addWidget(bar)
    page = QWidget()
    surface(page, "background")
    writing = WritingSplitter(page, panes.whole_rows, template)
    column.addWidget(writing, 1)
    sheet = _column(page)
    sheet.addWidget(panes.editor, 1)
    # Under the sheet: a bar that comes or goes moves no line of the text.
    sheet.addWidget(Bars(panes.message_bar, panes.hint_bar, page))
    writing.add_findings(panes.findings)
    return writing


def _splitter(parent: QWidget) -> QSplitter:
    splitter = QSplitter(Qt.Orientation.Horizontal, parent)
    splitter.setHandleWidth(1)
    splitter.setChildrenCollapsible(False)
    return splitter


def _column(parent: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
