"""The keys of copying, where the window's own commands of these keys are for the editors."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_KEYS = (QKeySequence.StandardKey.Copy, QKeySequence.StandardKey.SelectAll)


def keeps_copy_keys(event: QEvent) -> bool:
    """Accept an event that asks whether the widget with the focus wants such a key itself."""
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
        return False
    if not any(event.matches(key) for key in _KEYS):
        return False
    event.accept()
    return True
