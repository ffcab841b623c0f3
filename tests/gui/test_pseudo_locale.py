"""In a language where every text is marked and longer, nothing stays English and nothing is cut.

Walks the real window with everything in it that opens.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, QTimer, QTranslator
from PySide6.QtGui import QContextMenuEvent, QFontMetrics
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QDialog,
    QLabel,
    QListWidget,
    QMenu,
    QTabBar,
    QToolButton,
    QWidget,
)

from composer.document import Document
from composer.gui.editor.clipboard import Pasted
from composer.gui.findings.card import FindingCard
from composer.gui.findings.choices import Choice
from composer.gui.library.view import TemplatesView
from composer.gui.template.approving import ApproveDialog
from composer.gui.widgets.popup_delegate import PADDING_X, POPUP_ROLE
from composer.gui.words.text import tr_
from composer.gui.words.translating import TableTranslator
from composer.gui.words.wordbook import LANGUAGES
from devtools.looking_over import NAME, look_over, look_over_menu
from devtools.on_screen import is_cut, visible, words_of
from devtools.pseudo import PseudoTranslator

SMALL, LARGE = (1024, 700), (1440, 900)
OFFENCES = (
    "<p>Hello, order {{order_id}} 😊</p>"
    '<p><a href="http://www.amazon.com/orders">Look</a> at this: 5 stars please.</p>'
    '<p style="text-align: center">Write to me@example.com</p>'
)
_KEY = re.compile(r"&(\w)")


@pytest.fixture
def speak(place, qapp: QApplication) -> Iterator[Callable[[QTranslator], object]]:
    """Open the small window with a template that has findings, in the language of a translator."""
    installed: list[QTranslator] = []

    def speak(translator: QTranslator) -> object:
        installed.append(translator)
        qapp.installTranslator(translator)
        place.put(f"{NAME}.html", OFFENCES)
        seller = place.open()
        seller.desk.window.resize(*SMALL)
        seller.checked()
        return seller

    yield speak
    for translator in installed:
        QCoreApplication.removeTranslator(translator)


@pytest.fixture
def seller(speak) -> object:
    """A seller in the marked language."""
    return speak(PseudoTranslator())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_languages_that_ship_fit(speak, language: str) -> None:
    """Nothing is cut in the window, and no two entries of a menu share an underlined letter."""
    window = speak(TableTranslator(language)).desk.window
    for size in (SMALL, LARGE):
        window.resize(*size)
        QApplication.processEvents()
        assert [words_of(widget) for widget in visible(window) if is_cut(widget)] == []
    for entries in (window.menuBar(), *window.menuBar().findChildren(QMenu)):
        letters = [key.lower() for it in entries.actions() for key in _KEY.findall(it.text())]
        assert len(letters) == len(set(letters)), [it.text() for it in entries.actions()]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_placeholders_mean_fits_their_list(speak, theme, language: str) -> None:
    """A row of the list at the caret shows the whole sentence."""
    seller = speak(TableTranslator(language))
    seller.desk.widgets.body.setFocus()
    seller.desk.actions.placeholder.trigger()
    shown = seller.popup()
    metrics = QFontMetrics(theme.type.font(theme.type.small))
    room = shown.visualItemRect(shown.item(0)).width() - 2 * PADDING_X
    meanings = [shown.item(row).data(POPUP_ROLE).sentence for row in range(shown.count())]
    assert len(meanings) > 10
    assert [each for each in meanings if metrics.horizontalAdvance(each) > room] == []


def test_the_window_is_in_the_language_and_nothing_is_cut(seller) -> None:
    """Library, header, toolbar, editor, findings and status line, at both sizes."""
    for size in (SMALL, LARGE):
        seller.desk.window.resize(*size)
        look_over(seller.desk.window)


def test_every_menu(seller) -> None:
    """The menu bar's menus, those behind buttons, and context menus."""
    window, widgets = seller.desk.window, seller.desk.widgets
    for menu in (*window.menuBar().findChildren(QMenu), widgets.export_menu):
        look_over_menu(menu)
    for button in window.findChildren(QToolButton):
        if button.menu():
            look_over_menu(button.menu())


def test_both_bars_and_the_source(seller) -> None:
    """The find bar with replacing, the quiet bar with a question, the HTML source."""
    desk = seller.desk
    desk.actions.replace.trigger()
    seller.write("order", QApplication.focusWidget())
    desk.notices.say_what_paste_lost(Pasted(Document(), Document(), 2))
    look_over(desk.window)

    desk.actions.show_source.trigger()
    look_over(desk.window)

    desk.actions.find_findings.trigger()
    seller.write("zebra", QApplication.focusWidget())
    look_over(desk.window)


def test_an_empty_library_and_an_empty_template(place, seller) -> None:
    """What is said where there is nothing yet."""
    seller.desk.widgets.sidebar.set_rows(())
    look_over(seller.desk.widgets.sidebar)

    seller.desk.actions.new.trigger()
    seller.checked()
    look_over(seller.desk.window)


def test_the_preview(seller, qtbot) -> None:
    """Beside the editor and as a tab, as message and as text."""
    desk = seller.desk
    desk.actions.show_preview.trigger()
    tabs = desk.window.findChild(QTabBar)
    tabs.setCurrentIndex(1)
    qtbot.waitUntil(lambda: desk.widgets.preview.foot.scale_text != "", timeout=10_000)
    look_over(desk.window)

    desk.window.resize(*LARGE)
    look_over(desk.window)


def test_the_card_of_each_finding(seller) -> None:
    """Title, explanation, clause, fixes and decisions, and the menu of the keyboard."""
    desk = seller.desk
    for key in desk.judging.keys:
        desk.judging.step(1)
        card = desk.window.findChild(FindingCard)
        if card.isVisible():
            look_over(card)
        desk.actions.fixes.trigger()
        menu = QApplication.activePopupWidget()
        look_over_menu(menu)
        menu.close()
        desk.judging.why(key)
        close_dialog(seller)


def test_why_words_are_not_flagged(seller, qtbot) -> None:
    """What nearly is, what is all the same, and what nothing looks for."""
    desk = seller.desk
    page = desk.explaining.not_flagged
    for words in ("5 stars please", "Hello"):
        start = desk.widgets.body.document_value().text.index(words)
        desk.widgets.body.select(start, start + len(words))
        desk.widgets.body.setFocus()
        desk.actions.why_not.trigger()
        look_over(page)
        qtbot.waitUntil(lambda: not _says(page, tr_("near.looking")), timeout=5000)
        look_over(page)
    page.reject()


def _says(page: QWidget, text: str) -> bool:
    return any(each.isVisible() and each.text() == text for each in page.findChildren(QLabel))


def test_every_dialog_of_a_draft(seller) -> None:
    """What asks and what shows before a template is approved."""
    desk = seller.desk
    rules = [each.rule for each in desk.judging.findings]
    key = desk.judging.keys[rules.index("positive-review-request")]
    for choice in (Choice.SET_ASIDE, Choice.REPORT):
        desk.deciding.decide(choice, key)
        close_dialog(seller)
    for action in (
        desk.actions.fix_all,
        desk.actions.compare_editions,
        desk.actions.own_words,
        desk.actions.link,
    ):
        action.trigger()
        close_dialog(seller)
    desk.library_search.open("order")
    close_dialog(seller)


def test_approving_and_exporting(seller, place) -> None:
    """The statements before approving, every format of the export, what is said afterwards."""
    desk = seller.desk
    clean = place.put(f"{NAME}-2.html", "<p>Hello, order {{order_id}}</p>")
    desk.shelf.refresh()
    desk.shelf.open(str(clean))
    assert not seller.checked()
    desk.actions.approve.trigger()
    seller.dialog(ApproveDialog)
    look_over(seller.dialog(ApproveDialog))
    seller.click_button(tr_("approving.confirm"))
    look_over(desk.window)
    desk.actions.export.trigger()
    close_dialog(seller)
    desk.actions.copy_seller_central.trigger()
    look_over(desk.window)


def test_context_menus(seller) -> None:
    """Of the editors, the cards and the templates; Qt's own entries included."""
    desk = seller.desk
    editors = (desk.widgets.subject, desk.widgets.body)
    lists = (seller.view, desk.widgets.sidebar.findChild(TemplatesView))
    for widget in (*editors, *lists):
        menu = context_menu(widget)
        look_over_menu(menu)
        menu.close()


def test_about(seller) -> None:
    """The one box that is Qt's."""
    QTimer.singleShot(0, lambda: close_dialog(seller))
    seller.desk.actions.about.trigger()


def close_dialog(seller) -> None:
    """Look over the dialog that is open, in all its pages, and close it."""
    dialog = seller.dialog(QDialog)
    look_over(dialog)
    for entries in dialog.findChildren(QListWidget):
        for row in range(entries.count()):
            entries.setCurrentRow(row)
            look_over(dialog)
    dialog.reject()


def context_menu(widget: QWidget) -> QMenu:
    """Ask `widget` for its menu as a click with the right button does."""
    view = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
    at = QPoint(20, 12)
    if isinstance(widget, QAbstractItemView):
        model = widget.model()
        index = model.index(0, 0)
        at = widget.visualRect(
            model.index(0, 0, index) if model.rowCount(index) else index
        ).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.mapToGlobal(at))
    QApplication.sendEvent(view, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu
