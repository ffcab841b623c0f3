"""The menu bar."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QMenuBar,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from composer.gui.window.actions import Actions
from composer.gui.words.text import tr_


class _QuietMnemonics(QProxyStyle):
    """Fusion without underlined letters, for the menu bar alone."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        if hint == QStyle.StyleHint.SH_UnderlineShortcut:
            return 0
        return super().styleHint(hint, option, widget, returnData)


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    """Put every command into `bar`, in the six menus File to Help."""
    # Fusion underlines the menus' letters even before Alt is pressed; the keys work all the same.
    style = _QuietMnemonics("Fusion")
    style.setParent(bar)
    bar.setStyle(style)
    brand = QLabel(tr_("app.name"), bar)
    brand.setObjectName("brand")
    bar.setCornerWidget(brand, Qt.Corner.TopLeftCorner)
    a = actions
    _menu(
        bar.addMenu(tr_("menu.file")),
        (a.new, a.open, a.open_library, a.starters, None, a.save, a.save_as, None),
        (a.rename, a.duplicate, a.delete, a.deleted, a.reveal, None),
        (a.compare_version, a.compare_template, None),
        (a.export, a.copy_seller_central, a.save_proof, None, a.quit),
    )
    edit = bar.addMenu(tr_("menu.edit"))
    _menu(edit, (a.undo, a.redo, None, a.cut, a.copy, a.paste, a.paste_plain, a.select_all, None))
    _menu(edit, (a.find, a.replace, a.find_next, a.find_previous, a.find_in_library, None))
    _menu(edit.addMenu(tr_("menu.format")), (a.bold, a.italic, a.underline, None, a.sizes))
    _menu(
        edit.addMenu(tr_("menu.table")),
        (a.row_above, a.row_below, a.column_before, a.column_after, None),
        (a.delete_row, a.delete_column, None, a.table_to_text),
    )
    _menu(
        bar.addMenu(tr_("menu.insert")),
        (a.placeholder, a.link, a.image, None, a.bullet_list, a.numbered_list),
    )
    view = bar.addMenu(tr_("menu.view"))
    _menu(view, (a.show_source, None, a.show_sidebar, a.show_findings, a.show_preview))
    _menu(view, (a.measured, None))
    _menu(view.addMenu(tr_("menu.look")), tuple(a.looks.values()))
    _menu(view.addMenu(tr_("menu.language")), tuple(a.languages.values()))
    _menu(view, (None, a.next_pane, a.previous_pane))
    _menu(
        bar.addMenu(tr_("menu.check")),
        (a.next_finding, a.previous_finding, a.find_findings, None, a.fixes, a.fix_all, None),
        (a.why, a.why_not, None),
        (a.own_words, a.own_values, a.own_orders, a.compare_editions, None, a.approve),
    )
    _menu(bar.addMenu(tr_("menu.help")), (a.help, a.about))


def _menu(menu: QMenu, *groups: tuple[QAction | None, ...]) -> None:
    for group in groups:
        for action in group:
            if action is None:
                menu.addSeparator()
            else:
                menu.addAction(action)
                # The menu stays words; its icons are on the toolbar.
                action.setIconVisibleInMenu(False)
