"""What a fix would change is seen in the words before it is taken."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from composer.gui.findings.card import FindingCard
from composer.gui.findings.choices import remedies
from composer.gui.findings.panel import FindingsPanel
from composer.gui.writing.editors import Editors
from composer.lint.finding import Finding, Fix


class Foretelling(QObject):
    """Has the editor show the fix that is pointed at: on a card, in the panel, in a menu.

    Only where the words are on screen as the buyer sees them.
    """

    def __init__(
        self,
        editors: Editors,
        panel: FindingsPanel,
        card: FindingCard,
        finding: Callable[[object], Finding | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editors = editors
        self._finding = finding
        for source in (panel, card):
            source.fix_pointed.connect(self._point)
            source.fix_left.connect(self.clear)

    def show(self, fix: Fix) -> None:
        """Show what `fix`, of a finding shown, would change."""
        self.clear()
        for it in fix.in_parts:
            if it.part in self._editors.written and not self._as_source(it.part):
                self._editors.written[it.part].foretell(it.edits)

    def clear(self) -> None:
        """Show the words as they are."""
        for editor in self._editors.written.values():
            editor.foretell(())

    def follow(self, menu: QMenu, fixes: Mapping[QAction, Fix]) -> None:
        """Show the one of `fixes` whose entry of `menu` is chosen, by mouse or by key."""
        menu.hovered.connect(lambda at: self.show(fixes[at]) if at in fixes else self.clear())
        menu.aboutToHide.connect(self.clear)

    def _point(self, key: str, index: int) -> None:
        finding = self._finding(key)
        found = remedies(finding) if finding is not None else ()
        remedy = found[index] if index < len(found) else None
        if isinstance(remedy, Fix):
            self.show(remedy)
        else:
            self.clear()

    def _as_source(self, part: str) -> bool:
        return part == "body" and self._editors.as_source
