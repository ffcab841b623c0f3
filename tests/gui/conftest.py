"""Windows without a screen; what Qt complains about fails the test that caused it."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from composer import resources
from composer.gui.desk import build_desk
from composer.gui.settings import Preferences
from composer.gui.theme.theme import LookChoice, Theme
from composer.gui.words.text import tr_
from composer.gui.words.translating import install_language
from composer.language.assistants import Assistants
from composer.library.files import current_digest
from devtools.system import is_root
from tests.gui.seller import Seller

_HERE = Path(__file__).parent

if os.environ.setdefault("QT_QPA_PLATFORM", "offscreen") == "offscreen":
    # Its screen of 800 by 800 px has no room for the window.
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_HERE / 'screen.json'}"
if is_root():
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")  # Chromium insists

TOLERATED = (
    r"^This plugin does not support ",  # offscreen has no window manager to ask
    r"QRhiGles2: Failed to create",  # no graphics card: Qt draws without one
    r"^Failed to (create|initialize).*(OpenGL|EGL|GLX|RHI)",  # the same
    r"propagateSizeHints",  # offscreen ignores minimum sizes
    r"^Cannot find font directory",  # Qt has no fonts of its own and takes the system's
    r"GPUInfo not initialized",  # Chromium without a graphics card
    r"[Vv]ulkan",  # the same
    r"^Unable to detect GPU vendor",  # the same
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let warnings from Qt fail the tests of this folder."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*TOLERATED))


@pytest.fixture
def theme(qapp: QApplication) -> Iterator[Theme]:
    """The light look; the application is left without a style sheet afterwards."""
    theme = Theme(qapp, resources.root(), LookChoice.LIGHT)
    yield theme
    theme.close()


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[object]:
    """Return a function that switches the language; it is taken back afterwards."""
    before = QLocale()
    old = set(qapp.findChildren(QTranslator))

    def speak(tag: str) -> str:
        return install_language(qapp, tag)

    yield speak
    for translator in set(qapp.findChildren(QTranslator)) - old:
        QCoreApplication.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture(scope="session", autouse=True)
def _empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """Nothing of Python's is left where offscreen Qt keeps it until after Python has ended."""
    yield
    qapp.clipboard().clear()


@dataclass
class Place:
    """Where one seller's files are; `open` starts the app there, as often as wanted."""

    folder: Path
    preferences: Preferences
    theme: Theme
    qtbot: QtBot
    assistants: Assistants
    sellers: list[Seller] = field(default_factory=list)

    @property
    def library(self) -> Path:
        """The library folder."""
        return self.preferences.library

    @property
    def database(self) -> Path:
        """The database for history and recovery."""
        return self.folder / "history.sqlite"

    def elsewhere(self) -> "Place":
        """The same library seen from another computer, with a history and settings of its own."""
        folder = self.folder / "elsewhere"
        folder.mkdir()
        store = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
        store.setValue("window/show_preview", False)
        store.setValue("preview/measure_unseen", False)
        preferences = Preferences(store)
        preferences.library = self.library
        return Place(folder, preferences, self.theme, self.qtbot, self.assistants, self.sellers)

    def open(self) -> Seller:
        """Start the app, show its window and wait until it has the focus."""
        desk = build_desk(self.theme, self.preferences, self.database, self.assistants)
        seller = Seller(desk, self.qtbot, self.database)
        self.sellers.append(seller)
        with self.qtbot.waitExposed(desk.window):
            desk.window.show()
        desk.window.activateWindow()
        self.qtbot.waitUntil(lambda: QApplication.activeWindow() is desk.window)
        seller.checked()
        return seller

    def digest(self, path: Path) -> str:
        """The digest of a file as it is now."""
        found = current_digest(path)
        assert found is not None
        return found

    def put(self, name: str, body: str, **metas: str) -> Path:
        """Write a template file into the library, made if missing."""
        self.library.mkdir(exist_ok=True)
        path = self.library / name
        values = {"name": path.stem, "reason": "order-problem", **metas}
        lines = "".join(
            f'<meta name="permitted:{key}" content="{value}">' for key, value in values.items()
        )
        head = f"<title>Your order {{{{order_id}}}}</title>{lines}"
        path.write_text(f'<html lang="en"><head>{head}</head><body>{body}</body></html>', "utf-8")
        return path


@pytest.fixture(scope="session")
def assistants() -> Iterator[Assistants]:
    """One set for all windows, as in the app; process and thread start when first needed."""
    assistants = Assistants()
    yield assistants
    assistants.close()


@pytest.fixture
def place(qtbot: QtBot, theme: Theme, tmp_path: Path, assistants: Assistants) -> Iterator[Place]:
    """An empty library and no preferences yet but that the preview and its engine are off, which take long."""
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    store.setValue("window/show_preview", False)
    store.setValue("preview/measure_unseen", False)
    preferences = Preferences(store)
    preferences.library = tmp_path / "Messages"
    made = Place(tmp_path, preferences, theme, qtbot, assistants)
    yield made
    for seller in made.sellers:
        if seller.desk.window.isVisible():
            seller.desk.window.close()
        if seller.desk.window.isVisible():  # it could not be saved, as a test wanted
            seller.click_button(tr_("notice.close_anyway"))
        seller.desk.window.deleteLater()
        seller.desk.widgets.export_menu.deleteLater()  # no button owns it
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def seller(place: Place) -> Seller:
    """A seller with an empty new template on screen, the caret in its body."""
    place.library.mkdir()
    seller = place.open()
    seller.desk.widgets.body.setFocus()
    return seller


REVIEW = (
    "<p>Order {{order_id}} is late. This is what we know about it as of now.</p>"
    "<p>The parts of your lamp are packed in in a box that is larger than the old one.</p>"
)


@pytest.fixture
def reviewed(place: Place) -> Seller:
    """A seller with two templates that have one finding to review each, the first one open."""
    place.put("one.html", REVIEW)
    place.put("two.html", REVIEW)
    seller = place.open()
    assert seller.rules() == ["doubled-word"]
    return seller
