"""What checks spelling and grammar while somebody types, kept for as long as the app runs."""

from dataclasses import dataclass, field

from composer.language.grammar import BackgroundGrammar, is_installed
from composer.language.spelling.process import ProcessSpeller


@dataclass(frozen=True, slots=True)
class Assistants:
    """The speller, in a process of its own, and the grammar, on a thread of its own."""

    speller: ProcessSpeller = field(default_factory=ProcessSpeller)
    grammar: BackgroundGrammar = field(default_factory=BackgroundGrammar)

    @property
    def known_grammar(self) -> BackgroundGrammar | None:
        """The grammar where it is installed."""
        return self.grammar if is_installed() else None

    @property
    def waiting(self) -> bool:
        """Whether one of them has still to answer."""
        return self.speller.waiting or self.grammar.waiting

    def close(self) -> None:
        """End both."""
        self.speller.close()
        self.grammar.close()
