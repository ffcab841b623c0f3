"""Lists that begin as they are typed, and links pasted over words."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from composer.document import Block, Container, Link
from composer.gui.widgets.ask import AskDialog
from composer.gui.words.text import tr_


def outline(seller) -> list[tuple[str, str]]:
    """Each line of the body: the lists and items around it, and its words."""
    blocks = seller.desk.widgets.body.document_value().blocks
    return [("/".join(each.tag for each in block.path), block.text) for block in blocks]


def links(seller) -> list[tuple[str, str]]:
    """The linked words of the body, and where they lead."""
    document = seller.desk.widgets.body.document_value()
    return [
        (document.text[start:end], inline.marks.link.href)
        for start, end, inline in document.runs()
        if inline.marks.link is not None
    ]


def copy(text: str) -> None:
    """Text on the clipboard, from another program."""
    data = QMimeData()
    data.setText(text)
    QApplication.clipboard().setMimeData(data)


@pytest.mark.parametrize(("start", "kind"), [("- ", "ul"), ("* ", "ul"), ("1. ", "ol")])
def test_a_list_begins_as_it_is_typed(seller, start: str, kind: str) -> None:
    """What looks like a list becomes one; items nest by Tab and come back by Shift+Tab."""
    seller.write(f"{start}one\ntwo")
    assert outline(seller) == [(f"{kind}/li", "one"), (f"{kind}/li", "two")]
    seller.press(Qt.Key.Key_Tab)
    assert outline(seller)[1] == (f"{kind}/li/{kind}/li", "two")
    seller.press(Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert outline(seller)[1] == (f"{kind}/li", "two")


@pytest.mark.parametrize("start", ["- ", "1. "])
def test_undo_brings_back_what_was_typed(seller, start: str) -> None:
    """One undo takes the list back to the letters; going on from there stays as it is."""
    seller.write(start)
    body = seller.desk.widgets.body
    assert body.document_value().text == ""
    seller.control(Qt.Key.Key_Z)
    assert body.document_value().text.replace("\xa0", " ") == start
    assert not body.document_value().blocks[0].path
    seller.write("five")
    assert body.document_value().text == f"{start}five"
    while body.undo_log.can_undo:
        seller.control(Qt.Key.Key_Z)
    assert body.document_value().blocks == (Block(),)


def test_the_rest_of_a_line_goes_along(place) -> None:
    """Typed before words, the start makes an item of them."""
    place.put("one.html", "<p>one</p><p>two</p>")
    seller = place.open()
    seller.desk.widgets.body.select(0)
    seller.desk.widgets.body.setFocus()
    seller.write("- ")
    assert outline(seller) == [("ul/li", "one"), ("", "two")]
    seller.write("x")
    assert outline(seller)[0] == ("ul/li", "xone")


def test_a_list_below_a_list_goes_on_with_it(place) -> None:
    """An item typed below a list is its next one."""
    place.put("one.html", "<ul><li>one</li></ul><p><br></p>")
    seller = place.open()
    seller.desk.widgets.body.select(4)
    seller.desk.widgets.body.setFocus()
    seller.write("- two")

    path = seller.desk.widgets.body.document_value().blocks[1].path
    assert path == (Container("ul"), Container("li", 1))


@pytest.mark.parametrize(
    ("body", "typed", "text"),
    [
        ("<p></p>", "a - b", "a - b"),
        ("<p></p>", "-5 ", "-5\xa0"),
        ("<p></p>", "2. ", "2.\xa0"),
        ("<h2>x</h2>", "- ", "- x"),
        ("<ul><li>x</li></ul>", "- ", "- x"),
    ],
)
def test_what_is_no_list_stays_words(place, body: str, typed: str, text: str) -> None:
    """Dashes within words, other numbers, headings and items are left alone."""
    place.put("one.html", body)
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    before = outline(seller)[0][0]
    seller.write(typed)

    assert outline(seller) == [(before, text)]


def test_the_subject_makes_no_lists(seller) -> None:
    """A subject is a line of words."""
    seller.write("- x", seller.desk.widgets.subject)

    assert seller.desk.widgets.subject.document_value().text == "- x"


def test_an_address_pasted_over_words_is_their_link(seller) -> None:
    """The words stay and lead there; one undo takes the link away."""
    seller.write("See here")
    seller.desk.widgets.body.select(4, 8)
    copy(" https://www.amazon.de/orders\n")
    seller.control(Qt.Key.Key_V)
    assert links(seller) == [("here", "https://www.amazon.de/orders")]
    seller.control(Qt.Key.Key_Z)

    assert links(seller) == []
    assert seller.desk.widgets.body.document_value().text == "See here"


@pytest.mark.parametrize(
    ("selected", "copied", "text"),
    [
        ((4, 4), "https://b.example", "See https://b.examplehttps://a.example"),
        ((4, 21), "https://b.example", "See https://b.example"),
        ((0, 3), "words with https://b.example", "words with https://b.example https://a.example"),
    ],
)
def test_other_pastes_put_in_what_was_copied(seller, selected, copied: str, text: str) -> None:
    """Without a selection, over another address, or with words beside it, text is text."""
    seller.write("See https://a.example")
    seller.desk.widgets.body.select(*selected)
    copy(copied)
    seller.control(Qt.Key.Key_V)

    assert seller.desk.widgets.body.document_value().text == text
    assert links(seller) == []


def test_ctrl_k_offers_the_address_copied(seller) -> None:
    """The dialog begins with what is on the clipboard, and a link around the caret with its own."""
    seller.write("See here")
    seller.desk.widgets.body.select(4, 8)
    copy("https://www.amazon.de/orders")
    seller.control(Qt.Key.Key_K)
    seller.dialog(AskDialog)
    seller.press(Qt.Key.Key_Return)
    assert links(seller) == [("here", "https://www.amazon.de/orders")]

    copy("https://elsewhere.example")
    seller.desk.widgets.body.select(6)
    seller.control(Qt.Key.Key_K)
    line = seller.dialog(AskDialog).findChild(QLineEdit)
    assert line.text() == "https://www.amazon.de/orders"
    QTest.keyClick(line, Qt.Key.Key_Delete)
    seller.click_button(tr_("dialog.ok"), line.window())

    assert links(seller) == []
    assert seller.desk.widgets.body.document_value().blocks[0].inlines[0].marks.link != Link("")


def test_ctrl_k_asks_with_an_empty_clipboard(seller) -> None:
    """Where nothing was copied there is nothing to begin with but https."""
    QApplication.clipboard().clear()
    seller.control(Qt.Key.Key_K)

    assert seller.dialog(AskDialog).findChild(QLineEdit).text() == "https://"


def test_the_dialog_says_which_words_become_a_link(seller) -> None:
    """It may lie on top of them."""
    seller.desk.widgets.body.setFocus()
    seller.write("See your order page")
    seller.desk.widgets.body.select(4, 19)
    seller.control(Qt.Key.Key_K)
    dialog = seller.dialog(AskDialog)
    words = tr_("link.label_words", words="your order page")
    assert words in [each.text() for each in dialog.findChildren(QLabel)]
