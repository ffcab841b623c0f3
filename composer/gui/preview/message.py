"""What the preview shows: one message, ready to render."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from composer.document.filling import Filled
from composer.gui.preview.conditions import NORMAL, Conditions
from composer.gui.preview.fact import Fact


class Mode(StrEnum):
    """Which renderings of the message are on screen."""

    DESKTOP = "desktop"
    PHONE = "phone"
    BOTH = "both"
    TEXT = "text"


DESKTOP_RANGE = 480, 800
"""The narrowest and the widest desktop view, CSS px."""
DESKTOP_WIDTHS = (480, 600, 700, 800)
PHONE_WIDTHS = (320, 360, 375, 390, 412, 430)


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide the message is laid out in each view, CSS px."""

    desktop: int = 600
    phone: int = 375


@dataclass(frozen=True, slots=True)
class WidthLimits:
    """The widest margin and image that are permitted, as shares of the message width."""

    margin: float = 0.2
    image: float = 0.8


@dataclass(frozen=True, slots=True)
class PreviewMessage:
    """A message as it would be exported, with what the preview says around it.

    `html` is the whole document that an export writes, `text` its plain text version. `sender`
    and `order`, its number, fill the suggested frame around the message. `language` is a BCP 47
    tag. `facts` are shown at the foot, in order: "3 font sizes, limit 3", "11 KB"; `counts` are
    those of them that no engine measures. `limits` are those the guides stand at. `at_limit` where
    a margin or an image is as wide as permitted, or wider, `right_at_limit` where the margin at the
    right is. `source` is what `html` was written from, marked, `subject_source` what `subject` was.
    `plain` where `html` only shows the text, which is all that is sent.
    """

    html: str
    text: str
    subject: str = ""
    sender: str = ""
    order: str = ""
    language: str = "en"
    direction: Literal["ltr", "rtl"] = "ltr"
    facts: tuple[Fact, ...] = ()
    counts: tuple[Fact, ...] = ()
    limits: WidthLimits = WidthLimits()
    has_images: bool = False
    at_limit: bool = False
    right_at_limit: bool = False
    source: Filled | None = None
    subject_source: Filled | None = None
    plain: bool = False


@dataclass(frozen=True, slots=True)
class PreviewState:
    """What the preview remembers between two starts of the app."""

    mode: Mode = Mode.DESKTOP
    guides: bool = False
    widths: Widths = Widths()


@dataclass(frozen=True, slots=True)
class Views:
    """Which sheets are on the stage, and how they are looked at."""

    mode: Mode = Mode.DESKTOP
    widths: Widths = Widths()
    guides: bool = False
    conditions: Conditions = NORMAL
