"""A long change in parts: the way from one document to another."""

import random

import pytest

from composer.document import Block, Text
from composer.gui.editor.bridge.parting import in_parts

LONG = tuple(Block(inlines=(Text(f"{number:03} " + "x" * 95),)) for number in range(100))


def other(*numbers: int, blocks: tuple[Block, ...] = LONG) -> tuple[Block, ...]:
    """The long message with other words in some blocks."""
    return tuple(
        Block(inlines=(Text("other"),)) if index in numbers else block
        for index, block in enumerate(blocks)
    )


def test_each_part_goes_on_from_the_one_before_and_the_last_is_the_whole() -> None:
    """Ends changed at last, and between two parts only a stretch of the asked length differs."""
    new = other(0, 30, 60, 99)
    parts = list(in_parts(LONG, new, 2_000))
    assert parts[-1] == new
    assert [sum(a is not b for a, b in zip(LONG, part, strict=True)) for part in parts] == [
        1,
        2,
        3,
        4,
    ]


def test_what_is_near_is_changed_at_once() -> None:
    """A short stretch is one part."""
    new = other(3, 4, 9)
    assert list(in_parts(LONG, new, 2_000)) == [new]


def test_where_no_block_stays_the_stretch_is_as_short() -> None:
    """Every paragraph differs, none came or went."""
    new = other(*range(100))
    assert len(list(in_parts(LONG, new, 18))) == 34


def test_without_a_change_there_is_no_part() -> None:
    """Nothing to do."""
    assert list(in_parts(LONG, LONG, 100)) == []


@pytest.mark.parametrize(
    "new",
    [LONG[:-1], LONG[1:], LONG[:40] + LONG[60:], LONG[:50] + other(0)[:1] + LONG[50:], LONG[:1]],
    ids=["last gone", "first gone", "middle gone", "one more", "all but one gone"],
)
def test_blocks_come_and_go(new: tuple[Block, ...]) -> None:
    """Whatever differs, the last part is the new document."""
    assert list(in_parts(LONG, new, 500))[-1] == new


def test_any_mixture_ends_as_wanted() -> None:
    """Blocks changed, moved, inserted and deleted at random, in parts of any size."""
    dice = random.Random(4)
    for _ in range(200):
        new = list(other(*dice.sample(range(100), dice.randint(1, 30))))
        for _ in range(dice.randint(0, 5)):
            new.insert(dice.randrange(len(new)), new.pop(dice.randrange(len(new))))
            del new[dice.randrange(len(new))]
        parts = list(in_parts(LONG, tuple(new), dice.choice((1, 700, 5_000))))
        assert parts[-1] == tuple(new)
