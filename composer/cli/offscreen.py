"""The browser engine for the commands that render; started, and loaded, only by them."""

import os
from collections.abc import MutableMapping
from typing import TYPE_CHECKING

from composer.gui.preview import chromium_flags
from composer.gui.preview.errors import EngineError

if TYPE_CHECKING:
    from composer.gui.preview.images import ImageProvider
    from composer.gui.preview.offscreen import OffscreenEngine

__all__ = ["EngineError", "OffscreenEngine", "start_engine"]

_MISSING = "QtWebEngine, which renders messages, could not be loaded."
# Both say much that nobody who runs a command can do anything about.
_QUIET = "*.debug=false;*.info=false;*.warning=false"
_QUIET_CHROMIUM = ("--disable-gpu", "--log-level=3")


def start_engine(
    images: "ImageProvider | None" = None, environment: MutableMapping[str, str] = os.environ
) -> "OffscreenEngine":
    """Start the engine, which loads no image but those that `images` gives by their path.

    Raises:
        EngineError: it is not there, or cannot start.
    """
    if chromium_flags.would_end_the_app(environment):
        # Servers run commands as root. What is rendered is cleaned, and no script of it runs.
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    environment.setdefault("QT_LOGGING_RULES", _QUIET)
    chromium_flags.add(_QUIET_CHROMIUM, environment)
    try:
        from composer.gui.preview.offscreen import OffscreenEngine  # noqa: PLC0415 - loads QtWebEngine
    except ImportError as error:
        raise EngineError(_MISSING) from error
    return OffscreenEngine() if images is None else OffscreenEngine(images)
