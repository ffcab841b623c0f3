"""Above the editor: the template's name and state, what to do with it, and what it is for."""

from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QSizePolicy, QTabBar, QVBoxLayout, QWidget

from composer.gui.theme.marks import Mark
from composer.gui.widgets.choice import Choice, ChoiceItem
from composer.gui.widgets.cut_label import CutLabel
from composer.gui.widgets.flow import FlowLayout
from composer.gui.widgets.split_button import SplitButton
from composer.gui.widgets.style import button, label, restyle, surface
from composer.gui.widgets.title_edit import TitleEdit
from composer.gui.words.text import tr_

_MARGIN = 18
# The title stands out to the left by its own padding, so that its letters line up with the rest.
_TITLE_PADDING = 7
_NAME = 240  # px: one that most names fit in


@dataclass(frozen=True, slots=True)
class HeaderState:
    """What the header says.

    `state_text` is the state in words ("4 must fix, 1 to check"); `why_not` says why approving
    is off, and an empty one turns it on. Where that is for findings, `waiting` is what the
    button says in place of its own words, and `leads` whether it leads to the first of them.
    """

    name: str
    mark: Mark
    state_text: str
    why_not: str = ""
    waiting: str = ""
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Purpose:
    """Reason, channel, marketplace and language, each one of the values offered."""

    reason: str
    channel: str
    marketplace: str
    language: str


@dataclass(frozen=True, slots=True)
class PurposeChoices:
    """What the four choices offer; `other_languages` stand apart from those of the store.

    `reason_needed` says why one of the reasons is still to be chosen.
    """

    reasons: tuple[ChoiceItem, ...]
    channels: tuple[ChoiceItem, ...]
    marketplaces: tuple[ChoiceItem, ...]
    languages: tuple[ChoiceItem, ...]
    other_languages: tuple[ChoiceItem, ...] = ()
    reason_needed: str = ""


class Header(QWidget):
    """Shows the open template's name, state and purpose.

    Signals:
        renamed: the user gave another name.
        approve_requested: the user wants to approve.
        first_wanted: the user wants to approve and has to be shown what it waits for.
        export_requested: the user wants to export.
        purpose_changed: the user chose another `Purpose`.
        channel_chosen: the user chose this channel.
        picked: the user chose with the mouse, or closed the name, and wants to go on writing.
        text_pasted: the user pasted a message where the name stands.
    """

    renamed = Signal(str)
    approve_requested = Signal()
    first_wanted = Signal()
    export_requested = Signal()
    purpose_changed = Signal(Purpose)
    channel_chosen = Signal(str)
    picked = Signal()
    text_pasted = Signal()

    def __init__(self, export_menu: QMenu, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        surface(self, "panel", edge="bottom")
        self._title = TitleEdit(tr_("header.name"))
        self._title.renamed.connect(self.renamed)
        self._title.done.connect(self.picked)
        self._title.text_pasted.connect(self.text_pasted)
        self._state = CutLabel()
        self._state.setContentsMargins(9, 2, 9, 3)
        self._approve = button(tr_("header.approve"))
        self._approve.clicked.connect(self._press_approve)
        self._leads = False
        self._visit = ""
        names = tr_("header.export"), tr_("header.export_otherwise")
        self._export = SplitButton(*names, export_menu)
        self._export.clicked.connect(self.export_requested)
        self._views = _view_tabs()
        self._reason = self._choice("header.reason")
        self._channel = self._choice("header.channel")
        self._channel.chosen.connect(self.channel_chosen)
        self._marketplace = self._choice("header.marketplace")
        self._language = self._choice("header.language")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN - _TITLE_PADDING, 11, _MARGIN, 11)
        layout.setSpacing(8)
        layout.addLayout(self._first_row())
        layout.addLayout(self._purpose_row())
        for before, after in pairwise(self.tab_order):
            self.setTabOrder(before, after)

    @property
    def tab_order(self) -> tuple[QWidget, ...]:
        """Name and purpose first, as they are filled in, then what to do with the template."""
        choices = (self._reason, self._channel, self._marketplace, self._language)
        return (self._title, *choices, self._views, self._approve, *self._export.parts)

    @property
    def views(self) -> QTabBar:
        """Whether the template or its preview is shown, in a window too narrow for both."""
        return self._views

    def set_state(self, state: HeaderState) -> None:
        """Show another state; the name only when it differs, so that typing in it goes on."""
        if not self._title.hasFocus():
            self._title.set_name(state.name)
        restyle(self._state, "pill", state.mark.value)
        self._state.setText("")  # a label keeps its size until its text differs
        self._state.setText(state.state_text)
        self._state.setVisible(bool(state.state_text))
        self._leads = state.leads
        self._approve.setText(state.waiting or tr_("header.approve"))
        # Where findings are in the way the button leads to them: one that is off leads nowhere.
        self._approve.setEnabled(not state.why_not or state.leads)
        self._approve.setToolTip(state.why_not)
        self._approve.setAccessibleDescription(state.why_not)
        ready = not state.why_not and state.mark is not Mark.APPROVED
        restyle(self._approve, "kind", "primary" if ready else "plain")

    def set_choices(self, choices: PurposeChoices) -> None:
        """Offer other values, keeping those chosen."""
        self._reason.set_items(choices.reasons)
        self._reason.set_needed(choices.reason_needed)
        self._reason.keep_width_of(tr_("header.choose_reason"))  # the row stays once one is chosen
        self._channel.set_items(choices.channels)
        self._marketplace.set_items(choices.marketplaces)
        self._language.set_items(choices.languages, choices.other_languages)

    def set_purpose(self, purpose: Purpose) -> None:
        """Show `purpose`."""
        self._reason.set_value(purpose.reason)
        self._channel.set_value(purpose.channel)
        self._marketplace.set_value(purpose.marketplace)
        self._language.set_value(purpose.language)

    def purpose(self) -> Purpose:
        """Return what is chosen."""
        return Purpose(
            self._reason.value(),
            self._channel.value(),
            self._marketplace.value(),
            self._language.value(),
        )

    @property
    def visit(self) -> str:
        """Which box the last choice was made in, and whether the keyboard was away meanwhile."""
        return self._visit

    def edit_name(self) -> None:
        """Put the caret into the name, all of it selected."""
        self._title.setFocus()
        self._title.selectAll()

    def offer_reasons(self) -> None:
        """Open the list of reasons, with the keyboard in it."""
        self._reason.setFocus()
        self._reason.showPopup()

    def _press_approve(self) -> None:
        (self.first_wanted if self._leads else self.approve_requested).emit()

    def _tell_purpose(self, choice: Choice) -> None:
        self._visit = f"{choice.accessibleName()} {choice.visits}"
        self.purpose_changed.emit(self.purpose())

    def _choice(self, key: str) -> Choice:
        choice = Choice(tr_(key))
        choice.chosen.connect(lambda _value: self._tell_purpose(choice))
        choice.picked.connect(self.picked)
        return choice

    def _first_row(self) -> FlowLayout:
        """The state gives way to a name of common length: the list tells it, too."""
        row = FlowLayout(8)
        row.add(self._title, shrinks=2, enough=_NAME)
        row.add(self._state, shrinks=1)
        for widget in (self._views, self._approve, self._export):
            row.add(widget, at_end=True)
        return row

    def _purpose_row(self) -> FlowLayout:
        row = FlowLayout(5)
        row.setContentsMargins(_TITLE_PADDING, 0, 0, 0)
        for key, choice, yields in (
            ("header.reason", self._reason, 0),
            ("header.channel", self._channel, 2),
            ("header.marketplace", self._marketplace, 1),  # a store's name says what it is
        ):
            caption = label(tr_(key), "muted")
            caption.setBuddy(choice)
            row.add(caption, yields=yields)
            row.add(choice, shrinks=1)
        row.add(self._language, shrinks=1)
        return row


def _view_tabs() -> QTabBar:
    tabs = QTabBar()
    tabs.setAccessibleName(tr_("window.views"))
    tabs.setDrawBase(False)
    tabs.setExpanding(False)
    tabs.setUsesScrollButtons(False)
    tabs.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    tabs.addTab(tr_("window.edit"))
    tabs.addTab(tr_("window.preview"))
    tabs.hide()
    return tabs
