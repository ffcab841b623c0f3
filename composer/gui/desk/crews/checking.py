"""Those who check the template and say what they saw."""

from dataclasses import dataclass, replace

from composer.gui.checking.checker import Checker
from composer.gui.checking.comparing import Comparing
from composer.gui.checking.language_news import LanguageNews
from composer.gui.checking.seeing import Seeing
from composer.gui.desk.room import Room
from composer.gui.preview.ordering import Ordering
from composer.gui.settings import Preferences
from composer.gui.theme.theme import Theme
from composer.language.assistants import Assistants


@dataclass(frozen=True)
class CheckingCrew:
    """What is checked is the words, and how they look in an order's preview."""

    checker: Checker
    seeing: Seeing
    ordering: Ordering
    news: LanguageNews
    comparing: Comparing


def make_checking(
    room: Room, theme: Theme, preferences: Preferences, assistants: Assistants
) -> CheckingCrew:
    """Return those who check what is in `room`."""
    workspace, widgets, window = room.workspace, room.widgets, room.window
    editors, policy = widgets.editors, room.policy
    seeing = Seeing(widgets.preview, workspace, policy)
    choice = widgets.preview.controls.orders
    ordering = Ordering(choice, workspace, policy, preferences, window)
    checker = Checker(
        lambda: workspace.template,
        room.linters.quick,
        window,
        held=lambda: editors.composing or editors.behind,
        seen=lambda: replace(seeing.seen, order=ordering.checked),
    )
    seeing.changed.connect(checker.look_again)
    ordering.changed.connect(checker.look_again)
    news = LanguageNews(assistants.speller, assistants.grammar, window)
    news.learned.connect(checker.check_now)
    comparing = Comparing(workspace, policy, room.linters.under, theme, window)
    return CheckingCrew(checker, seeing, ordering, news, comparing)
