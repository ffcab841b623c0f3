"""Windows without a screen; what Qt complains about fails the test that caused it."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from composer import resources
from composer.gui.theme.theme import LookChoice, Theme
from devtools.system import is_root

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
if is_root():
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")  # Chromium insists

_HERE = Path(__file__).parent

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
