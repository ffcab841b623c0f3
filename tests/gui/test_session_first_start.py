"""The first start speaks the seller's language, the templates too."""

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from composer.gui.settings import Preferences
from composer.gui.widgets.choice import Choice
from composer.gui.words.text import tr_


@pytest.fixture
def german(place):  # noqa: ANN201 - the place of the fixtures
    """A computer of a seller in Germany, on which the app was never started."""
    place.preferences = Preferences(place.preferences.store, QLocale("de_DE"))
    return place


def languages(seller) -> set[str]:
    """The tags in the sidebar."""
    return {row.language for row in seller.templates()}


def test_a_german_seller_first_sees_german(german, qtbot) -> None:
    """The demo is German and for Amazon.de, with its four offences, and guided."""
    seller = german.open()
    template = seller.desk.workspace.template
    assert (template.language, template.marketplace) == ("de-DE", "amazon.de")
    assert len(seller.checked()) == 4
    assert languages(seller) == {"DE"}
    qtbot.waitUntil(lambda: seller.hint() == tr_("notice.hint_fix"))


def test_another_languages_starters_come_beside_them(german, qtbot) -> None:
    """The File menu offers them; their demo opens, is guided and replaces none."""
    seller = german.open()
    before = len(seller.templates())
    menu = seller.desk.actions.starters.menu()
    menu.popup(seller.desk.window.mapToGlobal(seller.desk.window.rect().center()))
    assert menu.activeAction() is None
    QTest.keyClick(menu, Qt.Key.Key_Down)
    assert menu.activeAction().text() == "Deutsch"
    while menu.activeAction().text() != "Français":
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)

    assert seller.desk.workspace.template.language == "fr-FR"
    assert len(seller.checked()) == 4
    assert languages(seller) == {"DE", "FR"}
    assert len(seller.templates()) == before + 7
    assert seller.message() == tr_("notice.starters_added", count=7)


def test_an_empty_library_is_filled_in_either_language(german) -> None:
    """One button is for the seller's own language, one asks which."""
    german.library.mkdir()
    seller = german.open()
    sidebar = seller.desk.widgets.sidebar
    seller.click_button(tr_("sidebar.empty_other_starters"), sidebar)
    (menu,) = (it for it in seller.desk.window.findChildren(QMenu) if it.isVisible())
    assert "English" in [it.text() for it in menu.actions()]
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    seller.click_button(tr_("sidebar.empty_starters"), sidebar)
    assert languages(seller) == {"DE"}


def scene(seller) -> tuple[str, str]:
    """Store and language of the template in hand."""
    template = seller.desk.workspace.template
    return template.marketplace, template.language


def test_a_new_template_is_for_the_sellers_own_store(german) -> None:
    """Whatever was looked at meanwhile, and in an empty library too."""
    german.library.mkdir()
    seller = german.open()
    assert scene(seller) == ("amazon.de", "de-DE")
    seller.desk.shelf.add_starters("en")
    assert scene(seller) == ("amazon.com", "en-US")
    seller.control(Qt.Key.Key_N)
    assert scene(seller) == ("amazon.de", "de-DE")
    assert seller.desk.widgets.header.purpose().marketplace == "amazon.de"


def test_a_new_template_is_for_the_store_used_last(german) -> None:
    """What was chosen or written counts, after a restart too."""
    seller = german.open()
    seller.control(Qt.Key.Key_N)
    seller.choose(tr_("header.marketplace"), "Amazon.fr")
    seller.control(Qt.Key.Key_N)
    assert scene(seller) == ("amazon.fr", "fr-FR")
    seller.close()

    seller = german.open()
    seller.control(Qt.Key.Key_N)
    assert scene(seller) == ("amazon.fr", "fr-FR")
    seller.desk.shelf.open(str(german.library / "delivery-delayed.html"))
    seller.desk.widgets.body.setFocus()
    seller.write("Noch ein Satz. ")
    seller.control(Qt.Key.Key_S)
    seller.control(Qt.Key.Key_N)
    assert scene(seller) == ("amazon.de", "de-DE")


def test_the_interfaces_language_tells_of_a_german_seller_too(german) -> None:
    """On an English system the interface was switched to German."""
    german.library.mkdir()
    german.preferences = Preferences(german.preferences.store, QLocale("en_US"))
    german.preferences.interface_language = "de"
    assert scene(german.open()) == ("amazon.de", "de-DE")


def test_a_stores_languages_come_first_and_none_comes_twice(german, qtbot) -> None:
    """The others stand behind a line that neither keys nor clicks choose."""
    seller = german.open()
    boxes = seller.desk.window.findChildren(Choice)
    box = next(it for it in boxes if it.accessibleName() == tr_("header.language"))
    labels = [box.itemText(row) for row in range(box.count())]
    line = labels.index("")
    assert len(set(labels)) == len(labels)
    assert labels[0] == box.currentText() == "German (Germany)"
    assert "English (UK)" in labels[:line]
    assert {"French", "Spanish"} < set(labels[line:])
    assert not {"German", "English"} & set(labels)

    box.setFocus()
    box.setCurrentIndex(line - 1)
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentIndex() == line + 1
    box.showPopup()
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    assert view.visualRect(box.model().index(line, 0)).height() < 15
    assert not box.model().index(line, 0).flags() & Qt.ItemFlag.ItemIsEnabled
    box.hidePopup()


def test_a_file_that_says_german_is_german_as_the_store_has_it(german) -> None:
    """It is shown as chosen, and the file keeps saying what it said."""
    path = german.put("one.html", "<p>Guten Tag</p>", marketplace="amazon.de")
    path.write_text(path.read_text("utf-8").replace('lang="en"', 'lang="de"'), "utf-8")
    seller = german.open()
    boxes = seller.desk.window.findChildren(Choice)
    box = next(it for it in boxes if it.accessibleName() == tr_("header.language"))
    assert box.currentText() == "German (Germany)"
    assert box.findText("German") == -1
    assert seller.desk.workspace.template.language == "de"
