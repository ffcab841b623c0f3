"""The linters of one window: for the gate, for who types, and for other editions."""

from collections.abc import Callable
from pathlib import Path

from composer import rules
from composer.language.assistants import Assistants
from composer.language.spelling import Speller
from composer.library.settings import SettingsError, settings_for
from composer.lint.context import Settings
from composer.lint.engine import Linter
from composer.lint.rule import Rule
from composer.policy import Policy


class Linters:
    """Makes linters with the settings of the library in use."""

    def __init__(self, policy: Policy, folder: Callable[[], Path], assistants: Assistants) -> None:
        self._policy = policy
        self._folder = folder
        self._assistants = assistants

    def patient(self) -> Linter:
        """Return one that waits for every answer, as approving and exporting must."""
        return self._made(self._assistants.speller.patient)

    def quick(self) -> Linter:
        """Return one that never waits: what is learned later is checked again."""
        return self._made(self._assistants.speller)

    @property
    def policy(self) -> Policy:
        """The edition in use."""
        return self._policy

    def of(self, rule: Rule) -> Linter:
        """Return a quick one for a rule alone, without settings, as for its examples."""
        speller, grammar = self._assistants.speller, self._assistants.known_grammar
        return Linter(self._policy, [rule], speller=speller, grammar=grammar)

    def under(self, policy: Policy) -> Linter:
        """Return one for another edition, without spelling, which no edition changes."""
        return Linter(policy, rules.load(), self._settings())

    def _made(self, speller: Speller) -> Linter:
        grammar = self._assistants.known_grammar
        return Linter(self._policy, rules.load(), self._settings(), speller, grammar)

    def _settings(self) -> Settings:
        """The library's settings, none where they cannot be read, which opening it says."""
        try:
            return settings_for(self._folder())
        except SettingsError:
            return Settings()
