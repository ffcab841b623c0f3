"""What of a block a buyer sees as words."""

from composer.document.block import Block
from composer.document.inline import Placeholder, Text
from composer.document.used.facts import fact
from composer.document.used.text import UsedText, used_text

WrittenRun = tuple[int, int, Text | Placeholder, UsedText]


@fact
def written_runs(block: Block) -> tuple[WrittenRun, ...]:
    """Return (start, end, inline, used style) for the words and placeholders in `block`."""
    return tuple(
        [
            (start, end, inline, used_text(block, inline))
            for start, end, inline in block.runs()
            if isinstance(inline, (Text, Placeholder))
        ]
    )


@fact
def visible_runs(block: Block) -> tuple[WrittenRun, ...]:
    """Return the runs that a buyer sees: neither hidden nor blank."""
    runs = written_runs(block)
    seen = [run for run in runs if _is_seen(run[2], run[3])]
    return runs if len(seen) == len(runs) else tuple(seen)


def has_text(block: Block) -> bool:
    """Whether `block` shows any words or placeholders; pictures and hidden text do not count."""
    return bool(visible_runs(block))


def _is_seen(inline: Text | Placeholder, used: UsedText) -> bool:
    return not (used.hidden or (isinstance(inline, Text) and inline.text.isspace()))
