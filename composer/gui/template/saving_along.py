"""Writing the template to its file whenever the keys rest."""

from PySide6.QtCore import QObject, QTimer

from composer.gui.template.saving import Saving
from composer.gui.template.workspace import Workspace
from composer.gui.writing.editors import Editors

PAUSE = 4000  # ms without a change before the file is written


class SavingAlong(QObject):
    """Saves what changed after a pause; what cannot be kept yet waits for the next one."""

    def __init__(self, workspace: Workspace, saving: Saving, editors: Editors) -> None:
        super().__init__(workspace)
        self._saving = saving
        self._editors = editors
        self._asked = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._save)
        workspace.changed.connect(self._pause.start)
        workspace.recovered.connect(lambda: self._wait(asked=True))
        for done in (workspace.opened, saving.saved):
            done.connect(lambda: self._wait(asked=False))
        for editor in editors.all:
            editor.changed.connect(self._pause.start)

    def stop(self) -> None:
        """Save nothing any more."""
        self._pause.stop()

    def _wait(self, *, asked: bool) -> None:
        """Begin anew; nothing is saved while it is asked whether what a crash left is wanted."""
        self._pause.stop()
        self._asked = asked

    def _save(self) -> None:
        if self._editors.composing:
            self._pause.start()
        elif not self._asked and self._editors.readable():
            self._saving.save_along()
