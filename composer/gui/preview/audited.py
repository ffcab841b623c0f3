"""What axe-core says it found, as facts about the blocks of the document."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from composer.document import Block
from composer.document.filling import Filled
from composer.lint.rendered import Violation


@dataclass(frozen=True, slots=True)
class Audit:
    """An audit of one message; `done` is false where it was too large, or broke down."""

    done: bool
    violations: Mapping[Block, tuple[Violation, ...]] = field(default_factory=dict)


def audit_of(answer: Mapping[str, Any], source: Filled) -> Audit:
    """Return the audit in `answer`, what ``permittedAudit`` gave for the page of `source`."""
    if "found" not in answer:
        return Audit(done=False)
    found: dict[Block, dict[Violation, None]] = {}
    for each in answer["found"]:
        index = int(each["block"])
        if index < len(source.original.blocks):
            own = found.setdefault(source.original.blocks[index], {})
            own[_violation(index, each, source)] = None
    return Audit(done=True, violations={block: tuple(own) for block, own in found.items()})


def _violation(index: int, answer: Mapping[str, Any], source: Filled) -> Violation:
    start, end = int(answer["start"]), int(answer["end"])
    if start < end:
        start, end = (
            source.original_place(index, start)[0],
            source.original_place(index, end - 1)[1],
        )
    reason = answer["reason"]
    return Violation(
        check=answer["check"],
        start=start,
        end=end,
        certain=bool(answer["certain"]),
        data=(("reason", reason),) if reason else (),
    )
