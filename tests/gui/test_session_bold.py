"""Bold words are drawn with letters that the typeface has."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QRawFont, QTextCursor


def faces(family: str) -> set[int]:
    """The weights its makers drew a family in."""
    return {QFontDatabase.weight(family, style) for style in QFontDatabase.styles(family)}


def drawn(seller, word: str) -> QRawFont:
    """What draws the letters of `word`."""
    document = seller.desk.widgets.body.document()
    cursor: QTextCursor = document.find(word)
    runs = cursor.block().layout().glyphRuns(cursor.selectionStart() - cursor.block().position(), 1)
    return runs[0].rawFont()


def test_bold_words_and_headings_are_not_smeared(place) -> None:
    """Qt would draw a weight between the faces by drawing the letters of another one twice."""
    place.put("one.html", "<h2>Your order</h2><p>The </p>", channel="email")
    seller = place.open()
    body = seller.desk.widgets.body
    body.setFocus()
    seller.control(Qt.Key.Key_End)
    seller.control(Qt.Key.Key_B)
    seller.write("parcel")

    for word in ("parcel", "Your"):
        font = drawn(seller, word)
        assert font.weight() in faces(font.familyName())
        assert font.weight() > drawn(seller, "The").weight()
