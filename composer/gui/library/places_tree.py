"""The places found in the library, each of which can be left out of what is done to all."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem, QWidget

from composer.document import OBJECT
from composer.gui.words.text import tr_
from composer.library.searching import Found, Place

MOST = 500  # places shown; replacing takes all
_INDENT, _BOX = 16, 26
_PLACE = int(Qt.ItemDataRole.UserRole)


class PlacesTree(QTreeWidget):
    """Templates and their places, with a box to leave any of them out.

    Signals:
        opened: go to a place (the file's path, its `Place`).
        chosen: other places are to be taken than before.
    """

    opened = Signal(str, object)
    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setAccessibleName(tr_("search.places"))
        self.setFrameShape(QTreeWidget.Shape.NoFrame)
        self.setIndentation(_INDENT)
        # An item with a widget takes no click on its box: boxes have a column of their own.
        self.setColumnCount(2)
        self.header().setMinimumSectionSize(0)
        self.header().resizeSection(0, 2 * _INDENT + _BOX)
        self.setProperty("kind", "places")
        self._found: tuple[Found, ...] = ()
        self._tops: list[QTreeWidgetItem] = []
        self._ticked = False
        # A box of a template ticks those of its places, which tell of it one by one.
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self.chosen)
        self.itemPressed.connect(self._forget_tick)
        self.itemChanged.connect(self._note_tick)
        self.itemClicked.connect(self._click)
        self.itemActivated.connect(self._open)

    def show_found(self, found: tuple[Found, ...]) -> None:
        """List templates and places, all of them to be taken."""
        self.blockSignals(True)
        self.clear()
        self._found, self._tops = found, []
        room = MOST
        for each in found:
            self._add(each, each.places[:room])
            room -= min(len(each.places), room)
        self.expandAll()
        self.blockSignals(False)

    def taken(self) -> tuple[Found, ...]:
        """Return what was found without the places left out."""
        kept = (
            replace(each, places=tuple(_taken(top, each.places)))
            for each, top in zip(self._found, self._tops, strict=True)
        )
        return tuple(each for each in kept if each.places)

    def _add(self, found: Found, shown: Iterable[Place]) -> None:
        path, name = str(found.stored.path), found.stored.template.name or found.stored.path.stem
        top = QTreeWidgetItem(self, [name])
        self._tops.append(top)
        top.setFirstColumnSpanned(True)
        top.setFlags(top.flags() | Qt.ItemFlag.ItemIsAutoTristate)
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        top.setData(0, _PLACE, (path, found.places[0]))
        top.setCheckState(0, Qt.CheckState.Checked)
        for place in shown:
            item = QTreeWidgetItem(top)
            item.setData(0, _PLACE, (path, place))
            item.setCheckState(0, Qt.CheckState.Checked)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, _spoken(place))
            self.setItemWidget(item, 1, _context(place))

    def _forget_tick(self) -> None:
        self._ticked = False

    def _note_tick(self) -> None:
        self._ticked = True
        self._settle.start()

    def _click(self, item: QTreeWidgetItem) -> None:
        """A click on its box leaves a place out, any other goes to it."""
        if not self._ticked:
            self._open(item)
        self._ticked = False

    def _open(self, item: QTreeWidgetItem) -> None:
        path, place = item.data(0, _PLACE)
        self.opened.emit(path, place)


def _taken(top: QTreeWidgetItem, places: tuple[Place, ...]) -> Iterator[Place]:
    """The places whose boxes are ticked; those beyond what is shown go with their template."""
    for number, place in enumerate(places):
        item = top.child(number) or top
        if item.checkState(0) != Qt.CheckState.Unchecked:
            yield place


def _context(place: Place) -> QLabel:
    shown = QLabel(
        f"{escape(_plain(place.before))}<b>{escape(_plain(place.words))}</b>"
        f"{escape(_plain(place.after))}"
    )
    shown.setTextFormat(Qt.TextFormat.RichText)
    shown.setProperty("tone", "muted")
    shown.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return shown


def _spoken(place: Place) -> str:
    return _plain(place.before + place.words + place.after)


def _plain(text: str) -> str:
    """The text in one line, with a sign where a placeholder or a picture stands."""
    return text.replace(OBJECT, "{…}").replace("\u2028", " ")
