"""A message drawn without a window, as buyers may see it; importing this loads QtWebEngine."""

import json

from PySide6.QtCore import QBuffer, QIODevice

from composer import resources
from composer.gui.preview.conditions import NORMAL, Conditions
from composer.gui.preview.offscreen import OffscreenEngine


def draw_still(
    engine: OffscreenEngine,
    html: str,
    width: int,
    conditions: Conditions = NORMAL,
    *,
    language: str,
    direction: str,
) -> bytes:
    """Return the whole of the document `html` at `width` px as a PNG, one pixel for each CSS px.

    Raises:
        EngineError: it took too long, or the engine stopped.
    """
    engine.load(html, width, language=language, direction=direction)
    if conditions != NORMAL:
        script = resources.path("preview/conditions.js").read_text(encoding="utf-8")
        wanted = json.dumps(conditions.to_json())
        calls = "; ".join(
            f"permittedConditions.{step}(document, {wanted})" for step in ("prepare", "apply")
        )
        engine.evaluate(f"(() => {{ {script}; {calls}; return true; }})()")
        engine.settle()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    engine.picture().save(buffer, "PNG")  # type: ignore[call-overload]  # bytes are refused
    return bytes(buffer.data().data())
