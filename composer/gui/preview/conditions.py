"""What email programs, and the eyes of buyers, may do to a message."""

from dataclasses import dataclass
from enum import StrEnum


class Scheme(StrEnum):
    """Light paper, dark by the styles of the message itself, or darkened by the email program."""

    LIGHT = "light"
    DARK = "dark"
    FORCED = "forced"


class Vision(StrEnum):
    """How a buyer sees colours."""

    FULL = "full"
    PROTANOPIA = "protanopia"
    DEUTERANOPIA = "deuteranopia"
    TRITANOPIA = "tritanopia"
    ACHROMATOPSIA = "achromatopsia"


@dataclass(frozen=True, slots=True)
class Conditions:
    """How a message is looked at; what is exported and measured never changes by it.

    `images` is false where the email program leaves them out, `large_text` true where the buyer
    reads letters of twice the size.
    """

    scheme: Scheme = Scheme.LIGHT
    images: bool = True
    large_text: bool = False
    vision: Vision = Vision.FULL

    def to_json(self) -> dict[str, str | bool]:
        """What `conditions.js` takes."""
        return {
            "scheme": self.scheme.value,
            "images": self.images,
            "largeText": self.large_text,
            "vision": self.vision.value,
        }


NORMAL = Conditions()
