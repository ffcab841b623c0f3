"""How wide the message is laid out, and the menu of other widths."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from composer.gui.preview.message import DESKTOP_WIDTHS, PHONE_WIDTHS, Mode, Widths
from composer.gui.widgets.menu_button import MenuButton
from composer.gui.words.text import listed, tr_

_OFFERED = {Mode.DESKTOP: DESKTOP_WIDTHS, Mode.PHONE: PHONE_WIDTHS}


class WidthsButton(MenuButton):
    """Says the widths of the views that are shown; hidden where none is.

    Signals:
        chosen: the user took other widths; never sent for `show_widths`.
    """

    chosen = Signal(Widths)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewWidths")
        self.setProperty("kind", "quiet")
        self.setToolTip(tr_("preview.widths.tip"))
        self._mode, self._widths = Mode.DESKTOP, Widths()
        self._entries: list[tuple[QAction, Mode, int]] = []
        menu = self.menu()
        for mode in _OFFERED:
            if self._entries:
                menu.addSeparator()
            self._offer(menu, mode)
        self.show_widths(Mode.DESKTOP, Widths())

    def show_widths(self, mode: Mode, widths: Widths) -> None:
        """Show the widths of the views of `mode`, and offer others for them."""
        self._mode, self._widths = mode, widths
        of_mode = {Mode.DESKTOP: widths.desktop, Mode.PHONE: widths.phone}
        shown = [each for each in of_mode if mode in (each, Mode.BOTH)]
        for action, each, width in self._entries:
            action.setVisible(each in shown)
            action.setChecked(of_mode[each] == width)
        said = " + ".join(str(of_mode[each]) for each in shown)
        self.setText(tr_("preview.widths.px", width=said))
        named = [
            tr_("preview.caption", view=tr_(f"preview.{each}"), width=of_mode[each])
            for each in shown
        ]
        self.setAccessibleName(tr_("preview.widths.name", widths=listed(named)))
        self.setVisible(bool(shown))

    def _offer(self, menu: QMenu, mode: Mode) -> None:
        group = QActionGroup(menu)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for width in _OFFERED[mode]:
            action = menu.addAction(
                tr_(
                    "preview.widths.choice", width=width, name=tr_(f"preview.widths.{mode}_{width}")
                )
            )
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _on, mode=mode, width=width: self._choose(mode, width))
            self._entries.append((action, mode, width))

    def _choose(self, mode: Mode, width: int) -> None:
        self.chosen.emit(replace(self._widths, **{mode.value: width}))
        self.show_widths(self._mode, self._widths)
