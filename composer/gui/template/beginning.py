"""What a new template begins with."""

from composer.gui.settings import Preferences
from composer.gui.words.text import tr_
from composer.policy import Policy
from composer.policy.home import home_store
from composer.template import Template


class Beginning:
    """Begins templates for the store and in the language used last.

    At first those are the seller's own, as interface and system tell.
    """

    def __init__(self, policy: Policy, preferences: Preferences) -> None:
        self._policy = policy
        self._preferences = preferences

    def fresh(self) -> Template:
        """Return an empty template."""
        store, language = self._preferences.sold_last
        if store not in self._policy.marketplaces:
            store, language = home_store(self._policy.marketplaces, self._preferences.locales)
        return Template(name=tr_("app_state.untitled"), marketplace=store, language=language)

    def note(self, template: Template) -> None:
        """Begin the next ones as `template`, which was changed, is."""
        self._preferences.sold_last = template.marketplace, template.language
