"""What a channel accepts for a reason: length, attachments, and whether Amazon offers it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from composer.policy.source import Source, cited
from composer.policy.table import PolicyError, Table


class Verdict(StrEnum):
    """How the guidelines see a kind of attachment (C-ATT)."""

    PERMITTED = "permitted"
    CHECK = "check"
    NOT_PERMITTED = "not-permitted"


@dataclass(frozen=True, slots=True)
class AttachmentKind:
    """What an attachment is, as the seller declares it."""

    id: str
    title: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class AttachmentFiles:
    """Files the contact form and the API accept; extensions without dot, lower case."""

    max_megabytes: int
    extensions: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation of the Messaging API; `characters` 0 means that it takes no text."""

    id: str
    path: str
    characters: int
    min_attachments: int
    max_attachments: int
    critical: bool
    withdrawn: date | None


@dataclass(frozen=True, slots=True)
class ChannelLimit:
    """One pair of reason and channel.

    `characters` is the longest text: 0 means no text of the seller's own, None no known limit.
    `max_attachments` is None where no limit is known. `assumed` marks a limit no source states.
    `kinds` are the attachment kinds that fit the pair. `operation` is the Messaging API's, `also`
    further ones of the same reason. Where `offered` is false, `note` says what to do instead.
    """

    reason: str
    channel: str
    offered: bool
    title: str | None
    operation: str | None
    also: tuple[str, ...]
    characters: int | None
    min_attachments: int
    max_attachments: int | None
    kinds: tuple[str, ...]
    assumed: bool
    note: str | None
    sources: tuple[Source, ...]


def read_kinds(file: Table) -> dict[str, AttachmentKind]:
    """Read the attachment kinds of limits.toml, by id; raises PolicyError."""
    kinds: dict[str, AttachmentKind] = {}
    for table in file.tables("attachment_kind"):
        kind = AttachmentKind(table.text("id"), table.text("title"), Verdict(table.text("verdict")))
        table.done()
        kinds[kind.id] = kind
    return kinds


def read_files(file: Table, sources: Mapping[str, Source]) -> AttachmentFiles:
    """Read the accepted files of limits.toml; raises PolicyError."""
    table = file.table("files")
    files = AttachmentFiles(
        table.whole("max_megabytes"), table.texts("extensions"), cited(table, sources)
    )
    table.done()
    return files


def read_operations(file: Table) -> dict[str, Operation]:
    """Read the API operations of limits.toml, by id; raises PolicyError."""
    operations: dict[str, Operation] = {}
    for table in file.tables("operation"):
        attachments = table.table("attachments")
        operation = Operation(
            id=table.text("id"),
            path=table.text("path"),
            characters=table.whole("characters"),
            min_attachments=attachments.whole("min"),
            max_attachments=attachments.whole("max"),
            critical=table.flag("critical"),
            withdrawn=table.optional_day("withdrawn"),
        )
        attachments.done()
        table.done()
        operations[operation.id] = operation
    return operations


def read_limits(file: Table, sources: Mapping[str, Source]) -> dict[tuple[str, str], ChannelLimit]:
    """Read the pairs of limits.toml, by reason and channel; raises PolicyError."""
    limits: dict[tuple[str, str], ChannelLimit] = {}
    for table in file.tables("limit"):
        limit = _limit(table, sources)
        pair = limit.reason, limit.channel
        if pair in limits:
            raise PolicyError(f"{table.place}: {limit.reason} by {limit.channel} is there twice")
        limits[pair] = limit
    return limits


def _limit(table: Table, sources: Mapping[str, Source]) -> ChannelLimit:
    attachments = table.table("attachments")
    limit = ChannelLimit(
        reason=table.text("reason"),
        channel=table.text("channel"),
        offered=table.flag("offered"),
        title=table.optional_text("title"),
        operation=table.optional_text("operation"),
        also=table.texts("also"),
        characters=table.optional_whole("characters"),
        min_attachments=attachments.optional_whole("min") or 0,
        max_attachments=attachments.optional_whole("max"),
        kinds=attachments.texts("kinds"),
        assumed=table.optional_flag("assumed") or False,
        note=table.optional_text("note"),
        sources=cited(table, sources),
    )
    attachments.done()
    table.done()
    return limit
