"""What the preview shows: one message, ready to render."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from composer.document.filling import Filled


class Mode(StrEnum):
    """Which renderings of the message are on screen."""

    DESKTOP = "desktop"
    PHONE = "phone"
    BOTH = "both"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class PreviewMessage:
    """A message as it would be exported, with what the preview says around it.

    `html` is the whole document that an export writes, `text` its plain text version. `sender`
    and `order_line` fill the suggested frame around the message. `language` is a BCP 47 tag.
    `facts` are shown at the foot, in order: "600 px", "3 font sizes, limit 3", "11 KB".
    `at_limit` where a margin or an image is as wide as permitted, or wider, `right_at_limit` where
    the margin at the right is. `source` is what `html` was written from, marked.
    """

    html: str
    text: str
    subject: str = ""
    sender: str = ""
    order_line: str = ""
    language: str = "en"
    direction: Literal["ltr", "rtl"] = "ltr"
    facts: tuple[str, ...] = ()
    has_images: bool = False
    at_limit: bool = False
    right_at_limit: bool = False
    source: Filled | None = None


@dataclass(frozen=True, slots=True)
class PreviewState:
    """What the preview remembers between two starts of the app."""

    mode: Mode = Mode.DESKTOP
    guides: bool = False
