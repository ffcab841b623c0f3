"""The formatting bar: only what the guidelines leave to a seller."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolBar, QToolButton, QWidget

from composer.gui.theme.theme import Theme
from composer.gui.widgets.choice import Choice, ChoiceItem
from composer.gui.widgets.segmented import Segmented
from composer.gui.widgets.size_button import SizeButton
from composer.gui.widgets.style import restyle, surface
from composer.gui.window.actions import Actions
from composer.gui.words.text import plain, tr_

SIZES = ("small", "normal", "large")
VIEWS = ("write", "html")


class FormatToolBar(QWidget):
    """Size, bold, italic, underline, lists, link, image, placeholder, undo and redo.

    Signals:
        size_chosen: ``small``, ``normal`` or ``large``.
        view_chosen: ``write`` or ``html``.
        off_pressed: a command was clicked that is off now.
    """

    size_chosen = Signal(str)
    view_chosen = Signal(str)
    off_pressed = Signal()

    def __init__(self, actions: Actions, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "panel", edge="bottom")
        self._theme = theme
        self._plain = False
        self._size = Choice(tr_("toolbar.size"))
        self._size.set_items(tuple(ChoiceItem(size, tr_(f"toolbar.size_{size}")) for size in SIZES))
        self._size.set_value("normal")
        self._size.keep_width()
        self._size.chosen.connect(self.size_chosen)
        self._size.installEventFilter(self)
        self._sizes = SizeButton()
        self._placeholder = _placeholder_button(actions.placeholder)
        self._view = Segmented(
            tr_("toolbar.view"), tuple(ChoiceItem(it, tr_(f"toolbar.{it}")) for it in VIEWS)
        )
        self._view.chosen.connect(self.view_chosen)
        self._bar = QToolBar(tr_("toolbar.title"))
        self._bar.setIconSize(QSize(17, 17))
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fill(actions)
        _name_extension(self._bar)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(18, 5, 14, 5)
        layout.setSpacing(0)
        layout.addWidget(self._bar, 1)
        layout.addWidget(self._view)
        theme.changed.connect(self._tint)
        self._tint()

    @property
    def sizes(self) -> SizeButton:
        """The button that tells how many sizes are used."""
        return self._sizes

    def offer_sizes(self, *, offered: bool) -> None:
        """Show that button, or hide it where there are no sizes."""
        self._sizes_shown.setVisible(offered)
        self._fit()

    def set_size(self, size: str) -> None:
        """Show the size at the caret; an empty one where there are several."""
        self._size.set_value(size)

    def set_view(self, view: str) -> None:
        """Show which of the two views is open; in the source there is nothing to format."""
        self._view.set_value(view)
        self._offer_size()

    def set_plain(self, why: str) -> None:
        """Take note that only plain text is sent, which has no sizes, and `why`; "" for not so."""
        self._plain = bool(why)
        self._size.setToolTip(why)
        self._offer_size()

    def _offer_size(self) -> None:
        self._size.setEnabled(self._view.value() == "write" and not self._plain)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # What is off takes no clicks, but whoever clicks it wants to know why.
        pressed = event.type() == QEvent.Type.MouseButtonPress
        if pressed and isinstance(watched, QWidget) and not watched.isEnabled():
            self.off_pressed.emit()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        """Move closer where room is short, then give up words: of the sizes, of placeholders."""
        layout = self._bar.layout()
        if layout is None:
            return
        words, icon = Qt.ToolButtonStyle.ToolButtonTextOnly, Qt.ToolButtonStyle.ToolButtonIconOnly
        closer = ((words, 0, False), (words, 0, True), (words, 1, True))
        for style, step, dense in (*closer, (icon, 1, True), (icon, 2, True)):
            self._placeholder.setToolButtonStyle(style)
            self._sizes.shorten(step)
            self._set_dense(dense=dense)
            layout.invalidate()
            if self._bar.sizeHint().width() <= self._bar.width():
                return

    def _set_dense(self, *, dense: bool) -> None:
        wanted = "true" if dense else "false"
        if self._bar.property("dense") != wanted:
            restyle(self._bar, "dense", wanted)
            for entry in self._bar.findChildren(QToolButton):
                entry.style().polish(entry)

    def _fill(self, actions: Actions) -> None:
        self._bar.addWidget(self._size)
        self._sizes_shown = self._bar.addWidget(self._sizes)
        for group in (
            (actions.bold, actions.italic, actions.underline),
            (actions.bullet_list, actions.numbered_list),
        ):
            self._bar.addSeparator()
            for action in group:
                self._add(action)
        self._bar.addSeparator()
        self._add(actions.link)
        self._add(actions.image)
        self._bar.addWidget(self._placeholder)
        self._bar.addSeparator()
        self._add(actions.undo)
        self._add(actions.redo)

    def _add(self, action: QAction) -> None:
        self._bar.addAction(action)
        entry = self._bar.widgetForAction(action)
        if isinstance(entry, QToolButton):
            entry.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            entry.setAccessibleName(plain(action.text()))
            entry.installEventFilter(self)

    def _tint(self) -> None:
        self._placeholder.setIcon(self._theme.icon("placeholder"))


def _placeholder_button(action: QAction) -> QToolButton:
    """The one button with words; it opens the list at the caret, as the keys do."""
    result = QToolButton()
    result.setText(tr_("toolbar.placeholder"))
    result.setToolTip(action.toolTip())
    result.setProperty("kind", "outlined")
    result.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    result.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    result.clicked.connect(action.trigger)
    return result


def _name_extension(bar: QToolBar) -> None:
    """Name the button that holds what a narrow window has no room for."""
    extension = bar.findChild(QToolButton, "qt_toolbar_ext_button")
    if extension is not None:
        extension.setAccessibleName(tr_("toolbar.more"))
        extension.setToolTip(tr_("toolbar.more"))
        extension.setFocusPolicy(Qt.FocusPolicy.TabFocus)
