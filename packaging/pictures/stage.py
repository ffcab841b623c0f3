"""One window on a library of its own, as a person sees it: with what hangs over it."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QEventLoop, QMimeData, QPoint, QSettings, Qt, QTimer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QPushButton, QWidget

from composer.gui.app import make_theme
from composer.gui.desk import build_desk
from composer.gui.preview.message import Mode
from composer.gui.settings import Preferences
from composer.language.assistants import Assistants
from pictures.variants import Variant

STILL_S, PATIENCE_S, POLL_MS = 0.6, 30.0, 100

FillLibrary = Callable[[Path], str]


class Stage:
    """The app, opened for one picture; `fill` makes the library and names the template to open."""

    def __init__(
        self, app: QApplication, variant: Variant, fill: FillLibrary, assistants: Assistants
    ) -> None:
        self._app = app
        self._folder = tempfile.TemporaryDirectory()
        folder = Path(self._folder.name)
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        store.setValue("look", variant.look)
        preferences = Preferences(store)
        preferences.library = folder / "Messages"
        preferences.library.mkdir()
        opened = fill(preferences.library)
        preferences.open_key = str(preferences.library / opened) if opened else ""
        theme = make_theme(app, preferences)
        self.history = folder / "history.sqlite"
        self.desk = build_desk(theme, preferences, self.history, assistants)
        self.desk.window.setWindowState(Qt.WindowState.WindowNoState)  # this screen is small
        self.desk.window.resize(variant.width, variant.height)
        self.desk.window.show()
        self.desk.window.activateWindow()
        self.settle()

    def settle(self) -> None:
        """Wait until the window stopped changing: checked, and the preview painted.

        Raises:
            TimeoutError: it never did.
        """
        deadline = monotonic() + PATIENCE_S
        last, since = self.picture(), monotonic()
        while self._busy() or monotonic() - since < STILL_S:
            if monotonic() > deadline:
                raise TimeoutError("the window never came to rest")
            wait(POLL_MS)
            picture = self.picture()
            if picture != last:
                last, since = picture, monotonic()

    def _busy(self) -> bool:
        """Whether something is on its way that the picture would miss."""
        preview = self.desk.widgets.preview
        rendered = preview.isVisible() and preview.mode is not Mode.TEXT
        waiting = rendered and not preview.up_to_date and not preview.notice.sentence
        return self.desk.checker.pending or waiting

    def picture(self) -> QImage:
        """Return the window with the dialogs, cards and menus that stand over it."""
        window = self.desk.window
        made = window.grab().toImage()
        painter = QPainter(made)
        origin = window.mapToGlobal(QPoint())
        for over in QApplication.topLevelWidgets():
            if over is not window and over.isVisible() and _belongs(over):
                painter.drawPixmap(_place(over, window) - origin, over.grab())
        painter.end()
        return made

    def key(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key where the keyboard's focus is."""
        popup = QApplication.activePopupWidget()
        QTest.keyClick(popup or QApplication.focusWidget() or self.desk.window, key, modifier)

    def write(self, text: str) -> None:
        """Type where the keyboard's focus is."""
        QTest.keyClicks(QApplication.focusWidget() or self.desk.window, text)

    def choose(self, title: str) -> None:
        """Choose from the menu that is open, with the arrow keys."""
        menu = QApplication.activePopupWidget()
        if isinstance(menu, QMenu):
            while menu.activeAction().text() != title:
                self.key(Qt.Key.Key_Down)
            self.key(Qt.Key.Key_Return)

    def wait_for_dialog(self) -> None:
        """Wait until a dialog is there and has the keyboard.

        Raises:
            TimeoutError: none came.
        """
        deadline = monotonic() + PATIENCE_S
        while not isinstance(QApplication.activeWindow(), QDialog):
            if monotonic() > deadline:
                raise TimeoutError("no dialog came")
            wait(POLL_MS)

    def press(self, text: str) -> None:
        """Click the button with this text in the dialog that is open."""
        dialog = QApplication.activeWindow()
        buttons = dialog.findChildren(QPushButton) if dialog else []
        button = next(each for each in buttons if each.text() == text)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def control(self, key: Qt.Key, *, shift: bool = False) -> None:
        """Press a key with Ctrl."""
        extra = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        self.key(key, Qt.KeyboardModifier.ControlModifier | extra)

    def paste(self, html: str) -> None:
        """Paste HTML that another program put on the clipboard."""
        data = QMimeData()
        data.setHtml(html)
        self.desk.widgets.body.setFocus()
        self.desk.widgets.body.insertFromMimeData(data)

    def select(self, words: str) -> None:
        """Select words of the body."""
        body = self.desk.widgets.body
        start = body.document_value().text.index(words)
        body.select(start, start + len(words))
        body.setFocus()

    def close(self) -> None:
        """Throw the window and its library away."""
        for over in QApplication.topLevelWidgets():
            if over is not self.desk.window and over.isVisible():
                over.close()
        self.desk.workspace.discard()
        self.desk.window.close()
        self.desk.window.deleteLater()
        wait(POLL_MS)
        self._folder.cleanup()


def wait(milliseconds: int) -> None:
    """Let the app work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def _belongs(over: QWidget) -> bool:
    """Whether a widget is something the user sees, not a helper of Qt's."""
    return over.width() > 1 and over.windowType() != Qt.WindowType.Desktop


def _place(over: QWidget, window: QWidget) -> QPoint:
    """Return where a window stands on the screen; dialogs are centred as a desktop does it."""
    if over.windowType() in {Qt.WindowType.Dialog, Qt.WindowType.Sheet}:
        centre = window.mapToGlobal(window.rect().center())
        return centre - over.rect().center()
    return over.mapToGlobal(QPoint())
