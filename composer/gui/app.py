"""The app's start: one application, one look, one window."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QProcess, QSettings, Qt, QTimer
from PySide6.QtWidgets import QApplication

from composer import resources
from composer.gui.desk import build_desk
from composer.gui.preview import chromium_flags
from composer.gui.settings import APP, Preferences, history_file
from composer.gui.theme.theme import LookChoice, Theme
from composer.gui.window.doorbell import ring
from composer.gui.words.translating import install_language
from composer.language.assistants import Assistants


def main(argv: Sequence[str] | None = None) -> int:
    """Run the app until its window is closed; files named in `argv` are imported.

    A window that is open already comes to the front instead, and imports them.
    """
    arguments = sys.argv[1:] if argv is None else list(argv)
    paths = tuple(Path(argument) for argument in arguments if not argument.startswith("-"))
    app = make_application()
    history = history_file()
    if ring(history, paths):
        return 0
    preferences = Preferences(QSettings(APP, APP))
    install_language(app, preferences.interface_language)
    assistants = Assistants()
    app.aboutToQuit.connect(assistants.close)
    desk = build_desk(make_theme(app, preferences), preferences, history, assistants)
    desk.window.restart_wanted.connect(lambda: app.aboutToQuit.connect(start_again))
    desk.window.show()
    if paths:
        QTimer.singleShot(0, lambda: desk.shelf.add_files(paths))
    return app.exec()


def start_again() -> None:
    """Start the app once more, beside the one that ends now."""
    frozen = bool(getattr(sys, "frozen", False))
    QProcess.startDetached(sys.executable, [] if frozen else ["-m", "composer"])


def make_application() -> QApplication:
    """Return the application object, with the browser engine's safety switches set before it."""
    chromium_flags.forbid_network()
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    QCoreApplication.setOrganizationName(APP)
    QCoreApplication.setApplicationName(APP)
    app = QApplication.instance()
    return app if isinstance(app, QApplication) else QApplication(sys.argv[:1])


def make_theme(app: QApplication, preferences: Preferences) -> Theme:
    """Return the look the user chose, remembered when it changes."""
    kept = str(preferences.store.value("look", LookChoice.SYSTEM.value))
    choice = LookChoice(kept) if kept in set(LookChoice) else LookChoice.SYSTEM
    theme = Theme(app, resources.root(), choice)
    theme.changed.connect(lambda: preferences.store.setValue("look", theme.choice.value))
    return theme
