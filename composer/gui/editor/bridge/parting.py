"""One long change as several shorter ones: Qt lays out anew all between a change's two ends."""

from collections.abc import Iterator

from composer.document import Block

Blocks = tuple[Block, ...]


def in_parts(old: Blocks, new: Blocks, size: int) -> Iterator[Blocks]:
    """Yield the blocks on the way from `old` to `new`, which comes last, changed front to back.

    From one to the next a stretch of about `size` characters changes, more where many blocks came.
    """
    reached, length = 0, 0  # blocks of `old` passed; characters since the last part
    changing = False
    for index, place in enumerate(_places(old, new)):
        if place is None:
            changing = True
        else:
            changing = changing or place > reached or new[index] is not old[place]
            if changing and length >= size:
                yield new[:index] + old[place:]
                changing, length = new[index] is not old[place], 0
            reached = place + 1
        if changing:
            length += len(new[index].text) + 1
    if changing or reached < len(old):
        yield new


def _places(old: Blocks, new: Blocks) -> Iterator[int | None]:
    """Yield for each block of `new` the place in `old` that it takes, None for one more than was.

    Those between two blocks that stay are taken in order.
    """
    numbers = {id(block): index for index, block in enumerate(old)}
    limits: list[int] = []  # where the next block that stays stands, from the end on
    limit = len(old)
    for block in reversed(new):
        limit = min(limit, numbers.get(id(block), limit))
        limits.append(limit)
    reached = 0
    for block, limit in zip(new, reversed(limits), strict=True):
        if numbers.get(id(block)) == limit >= reached:
            reached = limit
        elif reached >= limit:
            yield None
            continue
        yield reached
        reached += 1
