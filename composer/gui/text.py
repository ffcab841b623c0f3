"""The words on screen, by stable id.

Every string goes through Qt's translation with its id as the source text, so a translator works
from ids that outlive a change of wording; English is the table in `resources/i18n/en.toml`.
"""

import tomllib
from functools import cache

from PySide6.QtCore import QCoreApplication

from composer import resources

CONTEXT = "permitted"


def tr_(key: str, /, count: int | None = None, **values: object) -> str:
    """Return the text called `key` in the interface's language, with `values` filled in.

    With `count` the entry may have the forms ``one`` and ``other``; ``{count}`` is filled in too.

    Raises:
        KeyError: the English table has no such text, or a value is missing.
    """
    number = -1 if count is None else count
    text = QCoreApplication.translate(CONTEXT, key, None, number)
    if not text or text == key:
        text = _english(key, count)
    if count is not None:
        values["count"] = count
    return text.format(**values)


@cache
def english() -> dict[str, str]:
    """Every English text by its id; the forms of a plural end in ``.one`` and ``.other``."""
    with resources.path("i18n/en.toml").open("rb") as file:
        return dict(_flat("", tomllib.load(file)))


def _english(key: str, count: int | None) -> str:
    table = english()
    if count is None or key in table:
        return table[key]
    return table[f"{key}.one" if count == 1 else f"{key}.other"]


def _flat(prefix: str, table: dict[str, object]) -> list[tuple[str, str]]:
    pairs: list[tuple[str, str]] = []
    for name, value in table.items():
        key = f"{prefix}{name}"
        if isinstance(value, dict):
            pairs += _flat(f"{key}.", value)
        else:
            pairs.append((key, str(value)))
    return pairs
