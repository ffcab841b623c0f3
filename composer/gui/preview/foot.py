"""The line of facts below the preview."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

_BETWEEN = "\u2003"
_MORE = "\u2026"


class PreviewFoot(QWidget):
    """Facts about the message at the left, shortened to fit, and the scale at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("previewFoot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._facts: tuple[str, ...] = ()
        self._label = QLabel(self)
        self._label.setObjectName("previewFacts")
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._scale = QLabel(self)
        self._scale.setObjectName("previewScale")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 7, 14, 7)
        row.setSpacing(12)
        row.addWidget(self._label, 1)
        row.addWidget(self._scale)

    def show_facts(self, facts: tuple[str, ...]) -> None:
        """Show `facts` in order."""
        self._facts = facts
        self._label.setAccessibleName(", ".join(facts))
        self._elide()

    def show_scale(self, scale: float | None) -> None:
        """Show how large the sheets are drawn; nothing for None."""
        self._scale.setVisible(scale is not None)
        if scale is None:
            return
        percent = self.locale().toString(round(scale * 100))
        self._scale.setText(self.tr("{percent} %").format(percent=percent))
        self._scale.setAccessibleName(self.tr("Shown at {percent} percent").format(percent=percent))
        self._scale.setToolTip(self.tr("How large the preview is drawn"))

    @property
    def facts_text(self) -> str:
        """The facts as shown."""
        return self._label.text()

    @property
    def scale_text(self) -> str:
        """The scale as shown; empty when hidden."""
        return "" if self._scale.isHidden() else self._scale.text()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._elide()

    def _elide(self) -> None:
        # Whole facts are left out from the end; half a number would mislead.
        metrics = self._label.fontMetrics()
        shown = len(self._facts)
        text = _BETWEEN.join(self._facts)
        while shown > 1 and metrics.horizontalAdvance(text) > self._label.width():
            shown -= 1
            text = _BETWEEN.join((*self._facts[:shown], _MORE))
        self._label.setText(text)
        self._label.setToolTip("\n".join(self._facts) if shown < len(self._facts) else "")
