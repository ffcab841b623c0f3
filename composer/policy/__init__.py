"""The guidelines as typed, read-only data: clauses, editions, vocabularies, limits, hosts."""

from composer.policy.accessibility import Accessibility, AccessibilityCheck
from composer.policy.channel_limit import (
    AttachmentFiles,
    AttachmentKind,
    ChannelLimit,
    Operation,
    Verdict,
)
from composer.policy.clause import Clause
from composer.policy.edition import Edition, Limits
from composer.policy.hosts import AmazonPath, Carrier, HostKind, Hosts, Tracker
from composer.policy.language import Direction, Language, Languages
from composer.policy.marketplace import Marketplace
from composer.policy.order import SampleOrder
from composer.policy.placeholder import Placeholder, PlaceholderKind
from composer.policy.policy import Policy, UnknownEditionError
from composer.policy.source import Grade, Source
from composer.policy.table import PolicyError
from composer.policy.vocabulary import Channel, Format, Reason

__all__ = [
    "Accessibility",
    "AccessibilityCheck",
    "AmazonPath",
    "AttachmentFiles",
    "AttachmentKind",
    "Carrier",
    "Channel",
    "ChannelLimit",
    "Clause",
    "Direction",
    "Edition",
    "Format",
    "Grade",
    "HostKind",
    "Hosts",
    "Language",
    "Languages",
    "Limits",
    "Marketplace",
    "Operation",
    "Placeholder",
    "PlaceholderKind",
    "Policy",
    "PolicyError",
    "Reason",
    "SampleOrder",
    "Source",
    "Tracker",
    "UnknownEditionError",
    "Verdict",
]
