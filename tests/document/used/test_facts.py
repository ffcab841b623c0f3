"""What is remembered of a block with the block."""

from dataclasses import replace

from composer.document import Block, Text
from composer.document.used import fact


def test_fact_is_found_out_once_for_each_block() -> None:
    """A second question is answered from the block; an equal block is asked for itself."""
    asked: list[Block] = []

    @fact
    def length(block: Block) -> int:
        asked.append(block)
        return len(block.text)

    first, equal = Block(inlines=(Text("one"),)), Block(inlines=(Text("one"),))

    assert [length(first), length(first), length(equal)] == [3, 3, 3]
    assert len(asked) == 2


def test_fact_is_told_from_others_by_its_arguments() -> None:
    """The same function with another argument is another fact, and nothing is a fact too."""
    asked: list[str] = []

    @fact
    def missing(_block: Block, language: str) -> None:
        asked.append(language)

    block = Block()
    for language in ("en", "de", "en"):
        missing(block, language)

    assert asked == ["en", "de"]


def test_facts_are_no_part_of_the_value() -> None:
    """Blocks with and without facts are equal, and a changed block knows nothing of the old one."""

    @fact
    def length(block: Block) -> int:
        return len(block.text)

    known, fresh = Block(inlines=(Text("one"),)), Block(inlines=(Text("one"),))
    length(known)

    assert (known, repr(known), hash(known)) == (fresh, repr(fresh), hash(fresh))
    assert length(replace(known, inlines=(Text("longer"),))) == 6
