"""Which templates of a library need a badge to be told apart."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from composer.gui.library.model import Badge, TemplateRow


def with_badges(rows: tuple[TemplateRow, ...]) -> tuple[TemplateRow, ...]:
    """Return `rows` with the badges that tell something, as the same in every row tells nothing.

    That is the language where there is more than one, and the store where templates of the same
    name are for different ones.
    """
    speaks = len({row.language for row in rows if row.language}) > 1
    stores: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        stores[row.name.casefold()].add(row.store)
    return tuple(
        replace(row, badge=Badge(*_told(row, speaks, len(stores[row.name.casefold()]) > 1)))
        for row in rows
    )


def _told(row: TemplateRow, speaks: bool, sells: bool) -> Iterable[str]:
    yield row.language.upper() if speaks else ""
    yield row.store if sells else ""
