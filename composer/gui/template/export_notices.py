"""What the bar says of a template that left, for as long as it is the one on screen."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QUrl
from PySide6.QtGui import QDesktopServices

from composer.gui.proof.proofing import Proofing
from composer.gui.template.exporting import Exporter
from composer.gui.template.workspace import Workspace
from composer.gui.theme.marks import Mark
from composer.gui.window.notices import Answer, Notices
from composer.gui.words.text import tr_
from composer.gui.writing.editors import Editors
from composer.library.folder import image_folder

_LEFT = "exported"
_COPIED = "copied"


class ExportNotices(QObject):
    """Says where an export or a proof is, and what a copy leaves to be done by hand."""

    def __init__(
        self,
        exporter: Exporter,
        proofing: Proofing,
        workspace: Workspace,
        editors: Editors,
        notices: Notices,
    ) -> None:
        super().__init__(notices)
        self._notices = notices
        exporter.exported.connect(partial(self._tell_where, "notice.exported"))
        proofing.saved.connect(partial(self._tell_where, "proof.saved"))
        exporter.copied.connect(self._tell_what)
        for name in (_LEFT, _COPIED):
            workspace.opened.connect(partial(notices.withdraw, name))
        for editor in editors.all:  # what was copied is another text then
            editor.changed.connect(partial(notices.withdraw, _COPIED))

    def _tell_where(
        self, told: str, path: Path, pictures: int = 0, left: int = 0, to_send: bool = False
    ) -> None:
        folder = QDir.toNativeSeparators(str(path.parent))
        sentence = tr_(told, name=path.name, folder=folder)
        if pictures:
            beside = image_folder(path).name
            sentence = tr_(
                "notice.exported_beside",
                name=path.name,
                folder=folder,
                beside=beside,
                count=pictures,
            )
        if left:
            sentence += " " + tr_(f"notice.exported_{'open' if to_send else 'stays'}", count=left)
        answers: dict[str, Answer] = {tr_("notice.show_folder"): lambda: _open(path.parent)}
        self._notices.ask(_LEFT, sentence, answers, Mark.APPROVED)

    def _tell_what(self, sentence: str, mark: Mark) -> None:
        if mark is Mark.APPROVED:
            self._notices.tell(sentence)
        else:
            self._notices.ask(_COPIED, sentence, {}, mark)


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
