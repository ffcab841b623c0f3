"""Placeholders and speech of one window, connected to those who offer and announce them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from composer.gui.theme.theme import Theme
from composer.gui.widgets.popup_delegate import PopupItem
from composer.gui.widgets.popup_list import PopupList
from composer.gui.window.announcing import Announcing
from composer.gui.words.saying import named
from composer.gui.words.text import tr_
from composer.gui.writing.chip_card import ChipCard, ChipText
from composer.gui.writing.chip_cards import ChipCards, chip_text
from composer.gui.writing.chip_tips import ChipTips
from composer.gui.writing.placeholder_list import PlaceholderList
from composer.gui.writing.placeholding import Placeholding
from composer.policy import Policy

if TYPE_CHECKING:
    from composer.gui.desk.crew import Desk


def connect_placeholders(desk: "Desk", theme: Theme, policy: Policy) -> None:
    """Offer placeholders at the caret, make chips of those typed, tell what a chip stands for."""
    editors, table = desk.widgets.editors, policy.placeholder_table()

    def items() -> Mapping[str, PopupItem]:
        """Every placeholder, with the example that the open template's buyers would know."""
        template, local = desk.workspace.recent, policy.local_samples
        order = desk.own_values.in_order(local.typical, template)
        return {
            name: PopupItem(
                name,
                named("placeholder", name, item.title),
                named("placeholder", name, item.meaning, "meaning"),
                order.value(name) or "",
            )
            for name, item in policy.placeholders.items()
        }

    popup = PopupList(tr_("placeholders.list"), theme, desk.window)
    popup.reached.connect(desk.announcer.say)
    offered = PlaceholderList(editors, items, table, popup)
    offered.opened.connect(desk.window.show_template)
    desk.actions.placeholder.triggered.connect(lambda _checked=False: offered.open())
    Placeholding(editors.written.values(), table, desk.window)
    ChipTips(editors.written.values(), items, desk.window)
    _connect_chips(desk, theme, items)


def _connect_chips(
    desk: "Desk", theme: Theme, items: Callable[[], Mapping[str, PopupItem]]
) -> None:
    """Have a chip that is clicked say what it stands for, and set the seller's own value."""
    values = desk.own_values

    def text_of(name: str) -> ChipText:
        template = desk.workspace.recent
        shown = values.in_order(desk.ordering.order, template).value(name) or ""
        return chip_text(name, items().get(name), shown, values.value(name))

    card = ChipCard(theme, desk.window, desk.window.writing_pane)
    cards = ChipCards(desk.widgets.editors.written.values(), card, text_of)
    cards.wanted.connect(values.open)
    cards.shown.connect(desk.announcer.say)
    desk.menus.extend(cards.add_entry)
    desk.exporter.kept.connect(values.refresh)


def connect_speech(desk: "Desk", policy: Policy) -> None:
    """Announce what the caret comes upon, how the check stands and what the bar says."""
    titles = {
        name: named("placeholder", name, item.title) for name, item in policy.placeholders.items()
    }
    Announcing(desk.announcer, desk.judging, desk.widgets.editors, titles)
    desk.notices.said.connect(desk.announcer.say)
