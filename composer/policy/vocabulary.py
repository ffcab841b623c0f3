"""Reasons and channels: the words a template uses for why and how it is sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from composer.policy.source import Source, cited
from composer.policy.table import Table


@dataclass(frozen=True, slots=True)
class Reason:
    """Why Amazon lets a seller write; `policy` is the permitted reason of the guidelines.

    `reaches_opted_out` is None where no source says. `window` and `hint` are for people; `instead`
    says what Amazon does itself, without a template.
    """

    id: str
    policy: str
    title: str
    description: str
    proactive: bool
    reaches_opted_out: bool | None
    window: str
    hint: str
    instead: str | None
    sources: tuple[Source, ...]


class Format(StrEnum):
    """What a channel carries."""

    PLAIN = "plain"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Channel:
    """How a message is sent; without `free_subject` Amazon sets the subject itself.

    The text of one that is `pasted` is put into a message box by hand.
    """

    id: str
    title: str
    description: str
    format: Format
    free_subject: bool
    pasted: bool
    sources: tuple[Source, ...]


def read_reasons(file: Table, sources: Mapping[str, Source]) -> dict[str, Reason]:
    """Read reasons.toml, by id, in the order shown; raises PolicyError."""
    reasons: dict[str, Reason] = {}
    for table in file.tables("reason"):
        reason = Reason(
            id=table.text("id"),
            policy=table.text("policy"),
            title=table.text("title"),
            description=table.text("description"),
            proactive=table.flag("proactive"),
            reaches_opted_out=table.optional_flag("reaches_opted_out"),
            window=table.text("window"),
            hint=table.text("hint"),
            instead=table.optional_text("instead"),
            sources=cited(table, sources),
        )
        table.done()
        reasons[reason.id] = reason
    return reasons


def read_channels(file: Table, sources: Mapping[str, Source]) -> dict[str, Channel]:
    """Read channels.toml, by id, in the order shown; raises PolicyError."""
    channels: dict[str, Channel] = {}
    for table in file.tables("channel"):
        channel = Channel(
            id=table.text("id"),
            title=table.text("title"),
            description=table.text("description"),
            format=Format(table.text("format")),
            free_subject=table.flag("free_subject"),
            pasted=bool(table.optional_flag("pasted")),
            sources=cited(table, sources),
        )
        table.done()
        channels[channel.id] = channel
    return channels
