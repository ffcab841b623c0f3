from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from composer.document import Image
from composer.document.html.reader import read_html
from composer.gui.editor.image_places import image_rect, image_under
from composer.gui.editor.message_editor import MessageEditor
from composer.gui.editor.undo import UndoLog

RED = QColor("#ff0000")
IMAGE = '<img src="a.png" width="20%">'
FEW = "<p>text</p>" * 30


@pytest.fixture
def painted(qtbot: QtBot, log: UndoLog, tmp_path: Path) -> MessageEditor:
    """An editor whose every image is plain red."""
    picture = QImage(40, 20, QImage.Format.Format_RGB32)
    picture.fill(RED)
    picture.save(str(tmp_path / "a.png"))
    data = (tmp_path / "a.png").read_bytes()
    made = MessageEditor(log, image_bytes=lambda _source: data)
    qtbot.addWidget(made)
    made.resize(640, 480)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize(
    "source",
    [
        f"<p>{IMAGE}</p>",
        f"<p>text {IMAGE} text</p>",
        f"<h2>Title {IMAGE}</h2>",
        f'<p><span style="font-size:40px">large</span> {IMAGE}</p>',
        f"<ul><li>item {IMAGE}</li></ul>",
        f'<p dir="rtl">שלום {IMAGE}</p>',
        f'<p style="text-align:center">{IMAGE}</p>',
        f"<table><tr><td>one</td><td>{IMAGE}</td></tr></table>",
        f"{FEW}<p>{IMAGE}</p>{FEW}",
    ],
)
def test_an_image_is_where_it_is_painted(painted: MessageEditor, source: str) -> None:
    """The rectangle is red to its edges and nothing beside it is, scrolled or not."""
    painted.set_document(read_html(source).document)
    runs = painted.document_value().runs()
    position = next(start for start, _, inline in runs if isinstance(inline, Image))
    painted.select(position)
    painted.verticalScrollBar().setValue(painted.verticalScrollBar().value() + 60)
    rect = image_rect(painted, position)
    shown = painted.viewport().grab().toImage()
    ratio = shown.devicePixelRatio()

    def red(x: int, y: int) -> bool:
        colour = shown.pixelColor(round(x * ratio), round(y * ratio))
        return colour.red() > 200 and colour.green() < 60

    middle = rect.center()
    assert red(rect.left() + 2, middle.y())
    assert red(rect.right() - 2, middle.y())
    assert red(middle.x(), rect.top() + 2)
    assert red(middle.x(), rect.bottom() - 2)
    assert not red(rect.left() - 2, middle.y())
    assert not red(rect.right() + 2, middle.y())
    assert not red(middle.x(), rect.top() - 2)
    assert not red(middle.x(), rect.bottom() + 3)
    for point in (rect.topLeft() + QPoint(2, 2), rect.bottomRight() - QPoint(2, 2)):
        place = image_under(painted, point)
        assert place is not None
        assert place.position == position
    assert image_under(painted, rect.topLeft() - QPoint(3, 3)) is None
