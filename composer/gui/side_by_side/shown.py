"""What the dialog shows of two messages."""

from dataclasses import dataclass
from enum import StrEnum

from composer.document.comparison import Difference


class Manner(StrEnum):
    """How two messages are compared, and so what a mark means."""

    VERSIONS = "versions"
    TEMPLATES = "templates"
    LANGUAGES = "languages"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two messages: what it is called, its language, and which way that runs."""

    title: str
    language: str = "en"
    right_to_left: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """Two messages and what differs; `left` is the earlier or the other one.

    `notes` say what else differs: the reason, the store.
    """

    manner: Manner
    left: Side
    right: Side
    difference: Difference
    notes: tuple[str, ...] = ()
