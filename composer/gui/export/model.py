"""What can be exported, and what the user decided."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from composer.gui.theme.marks import Mark


@dataclass(frozen=True, slots=True)
class ExportNote:
    """One sentence under the preview; its mark says how much it weighs.

    Where another channel is to be checked instead, `channel` is its id and `answer` says so.
    """

    mark: Mark
    text: str
    channel: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class FillField:
    """A placeholder by name, what it is called, a `sample` of it, and what stands in it first.

    One that is the seller's `own` is the same in every order.
    """

    name: str
    title: str
    sample: str = ""
    value: str = ""
    own: bool = False


@dataclass(frozen=True, slots=True)
class ExportChoice:
    """One format, with the exact `text` it would give; empty where only the look is pasted.

    `suffix` is the file's (".eml"), empty where there is nothing to save; `copyable` is off where
    nobody could paste it. `page` is the HTML of a message with a look, with the width of images in
    px, and `subject` what it is sent with. `fields` are what is filled in before it is copied.
    """

    id: str
    title: str
    subtitle: str
    text: str
    notes: tuple[ExportNote, ...] = ()
    suffix: str = ""
    copyable: bool = True
    page: str = ""
    subject: str = ""
    fields: tuple[FillField, ...] = ()


class ExportAction(StrEnum):
    """Where the exported text goes."""

    COPY = "copy"
    SAVE = "save"


@dataclass(frozen=True, slots=True)
class ExportAnswer:
    """The format the user took, what for, and what was filled in, by placeholder."""

    choice: ExportChoice
    action: ExportAction
    values: Mapping[str, str] = field(default_factory=dict)
