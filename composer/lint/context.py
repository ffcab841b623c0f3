"""What a rule may know beside the text: the policy, the scene, the seller's own settings."""

from dataclasses import dataclass

from composer.document import Document
from composer.policy import Policy
from composer.template import Template


@dataclass(frozen=True, slots=True)
class Settings:
    """What a seller declares once for a library; all hosts and words in lower case."""

    words: frozenset[str] = frozenset()
    brands: frozenset[str] = frozenset()
    hosts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Context:
    """The scene a block is checked in; equal contexts give equal findings for equal blocks."""

    policy: Policy
    part: str = "body"
    language: str = "en"
    reason: str = ""
    channel: str = "email"
    marketplace: str = "amazon.com"
    settings: Settings = Settings()

    @property
    def html(self) -> bool:
        """Whether the message is sent as HTML, so that styling reaches the buyer."""
        return self.channel == "email"

    @property
    def proactive(self) -> bool:
        """Whether the seller writes first; unknown reasons count as proactive."""
        return self.reason != "reply"


@dataclass(frozen=True, slots=True)
class Message:
    """The whole template, for rules that cannot judge one block alone."""

    template: Template
    context: Context

    @property
    def subject(self) -> Document:
        """The subject line, a document of one block."""
        return self.template.subject

    @property
    def body(self) -> Document:
        """The body."""
        return self.template.body
