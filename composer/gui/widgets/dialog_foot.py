"""The strip at the foot of a dialog: what may be said or done first, then its buttons."""

from collections.abc import Iterable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from composer.gui.widgets.style import button, label, surface
from composer.gui.words.text import tr_


def dialog_foot(
    *buttons: QWidget, left: Iterable[QWidget] = (), note: str = "", inset: int = 20
) -> QWidget:
    """Return a strip with `buttons` at its right end, and a note or widgets at its left.

    `inset` is the room at both ends, in px.
    """
    foot = QWidget()
    surface(foot, "panel", edge="top")
    foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    row = QHBoxLayout(foot)
    row.setContentsMargins(inset, 12, inset, 12)
    row.setSpacing(8)
    for widget in left:
        row.addWidget(widget)
    if note:
        row.addWidget(label(note, "small", wrap=True), 1)
    else:
        row.addStretch(1)
    for each in buttons:
        row.addWidget(each)
    return foot


def fit_height(dialog: QDialog) -> None:
    """Make `dialog`, as it is shown, as high as its words need at its width.

    Wrapped lines say how high they are only at a width, so Qt takes a guess that is too high.
    """
    dialog.resize(dialog.width(), dialog.heightForWidth(dialog.width()))


def cancel_button(dialog: QDialog) -> QPushButton:
    """Return the button that closes `dialog` and changes nothing."""
    made = button(tr_("dialog.cancel"))
    made.clicked.connect(dialog.reject)
    return made
