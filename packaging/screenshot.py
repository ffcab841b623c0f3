"""Take the pictures of the README: the real app on the starter library, with a message to mend.

    .venv/bin/python packaging/screenshot.py packaging/screenshot.png [light|dark] [1440x900]

It needs no display and leaves the user's own settings and library alone.
"""

import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from devtools.system import is_root

os.environ["QT_QPA_PLATFORM"] = "offscreen"
if is_root():
    os.environ["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # Chromium insists

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtGui import QPixmap

from composer.gui.app import make_application, make_theme
from composer.gui.desk import Desk, build_desk
from composer.gui.settings import Preferences
from composer.language.assistants import Assistants
from composer.library.folder import copy_starters

SHOWN = "try-me.html"
STILL_S, PATIENCE_S, POLL_MS = 1.5, 30.0, 100


def main(arguments: Sequence[str]) -> int:
    """Save the picture and return the exit status."""
    target, look, size = [
        *arguments,
        *("packaging/screenshot.png", "light", "1440x900")[len(arguments) :],
    ]
    width, height = map(int, size.split("x"))
    app = make_application()
    app.setCursorFlashTime(0)  # or no two pictures are alike
    with tempfile.TemporaryDirectory() as folder:
        preferences = _preferences(Path(folder), look)
        theme = make_theme(app, preferences)
        desk = build_desk(theme, preferences, Path(folder, "history.sqlite"), Assistants())
        window = desk.window
        window.resize(width, height)
        window.show()
        saved = _settled(desk).save(target)
        window.close()
    return 0 if saved else 1


def _preferences(folder: Path, look: str) -> Preferences:
    """Preferences of somebody who has the starter library, and one message of it open."""
    preferences = Preferences(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    preferences.store.setValue("look", look)
    preferences.library = folder / "Messages"
    copy_starters(preferences.library)
    preferences.open_key = str(preferences.library / SHOWN)
    return preferences


def _settled(desk: Desk) -> QPixmap:
    """The picture of the window once it stopped changing: checked, and the preview painted.

    Raises:
        TimeoutError: it never did.
    """
    deadline = monotonic() + PATIENCE_S
    last, since = desk.window.grab().toImage(), monotonic()
    while desk.checker.pending or monotonic() - since < STILL_S:
        if monotonic() > deadline:
            raise TimeoutError("the window never came to rest")
        _wait(POLL_MS)
        picture = desk.window.grab().toImage()
        if picture != last:
            last, since = picture, monotonic()
    return QPixmap.fromImage(last)


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
