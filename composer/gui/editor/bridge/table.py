"""What Qt's formats cannot say, carried on them as numbers.

A number as a custom property survives typing, splitting, undo, redo and cloning, compares fast,
and keeps runs with equal marks in one fragment. The values it stands for live here.
"""

from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtGui import QTextFormat

from composer.document import (
    NO_MARKS,
    PLAIN,
    Attributes,
    Block,
    Image,
    Marks,
    Path,
    Placeholder,
    Raw,
    Style,
)

_USER = int(QTextFormat.Property.UserProperty.value)
MARKS = _USER + 1
FRAME = _USER + 2
OBJECT_VALUE = _USER + 3
OBJECT_SERIAL = _USER + 4
HEAD = _USER + 5

OBJECT_TYPE = int(QTextFormat.ObjectTypes.UserObject.value) + 1

T = TypeVar("T")
InlineObject = Placeholder | Image | Raw


@dataclass(frozen=True, slots=True)
class Frame:
    """All of a block but its inlines."""

    tag: str = "p"
    style: Style = PLAIN
    attributes: Attributes = ()
    path: Path = ()

    @classmethod
    def of(cls, block: Block) -> "Frame":
        """Return the frame of `block`."""
        return cls(block.tag, block.style, block.attributes, block.path)


class Interned(Generic[T]):
    """Values and their numbers; 0 is the default, which formats without the property have."""

    def __init__(self, default: T) -> None:
        self._values = [default]
        self._numbers = {default: 0}

    def number(self, value: T) -> int:
        """Return the number of `value`, the same for equal values."""
        number = self._numbers.get(value)
        if number is None:
            number = len(self._values)
            self._values.append(value)
            self._numbers[value] = number
        return number

    def value(self, number: int) -> T:
        """Return what `number` stands for; the default for numbers never given out."""
        return self._values[number if 0 < number < len(self._values) else 0]


class FormatTable:
    """The values behind the numbers of one Qt document's formats."""

    def __init__(self) -> None:
        self.marks: Interned[Marks] = Interned(NO_MARKS)
        self.frames: Interned[Frame] = Interned(Frame())
        self.objects: Interned[InlineObject | None] = Interned(None)
        self.heads: Interned[tuple[str, ...]] = Interned(())
        self._serial = 0

    def serial(self) -> int:
        """Return a number never given out before: it keeps equal neighbouring chips apart."""
        self._serial += 1
        return self._serial
