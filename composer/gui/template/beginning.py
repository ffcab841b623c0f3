"""What a new template begins with."""

from dataclasses import replace

from composer.gui.settings import Preferences
from composer.gui.words.text import tr_
from composer.policy import Policy
from composer.policy.home import home_store
from composer.template import Template


class Beginning:
    """Begins templates for the store and in the language used last, by the channel chosen last.

    At first store and language are the seller's own, as interface and system tell, and the channel
    is email. Which template is open makes no difference.
    """

    def __init__(self, policy: Policy, preferences: Preferences) -> None:
        self._policy = policy
        self._preferences = preferences

    def fresh(self) -> Template:
        """Return an empty template."""
        store, language = self._preferences.sold_last
        if store not in self._policy.marketplaces:
            store, language = home_store(self._policy.marketplaces, self._preferences.locales)
        fresh = Template(name=tr_("app_state.untitled"), marketplace=store, language=language)
        channel = self._preferences.channel_last
        return replace(fresh, channel=channel) if channel in self._policy.channels else fresh

    def note(self, template: Template) -> None:
        """Begin the next ones as `template`, which was changed, is."""
        self._preferences.sold_last = template.marketplace, template.language

    def note_channel(self, channel: str) -> None:
        """Begin the next ones for `channel`, which was chosen."""
        self._preferences.channel_last = channel
