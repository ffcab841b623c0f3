"""One figure of the message in words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fact:
    """What the strip at the foot says; `rule` is the one that sets a limit to it, if any does."""

    words: str
    rule: str = ""
