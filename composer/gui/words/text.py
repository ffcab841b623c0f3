"""The words on screen, by stable id.

Every string goes through Qt's translation with its id as the source text, so a translator works
from ids that outlive a change of wording; English is the table in `resources/i18n/en.toml`.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache, reduce
from string import Formatter

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from composer.gui.words.wordbook import ENGLISH, read_words

CONTEXT = "permitted"


def tr_(key: str, /, count: int | None = None, **values: object) -> str:
    """Return the text called `key` in the interface's language, with `values` filled in.

    With `count` the entry may have the forms ``one`` and ``other``; ``{count}`` is filled in too.

    Raises:
        KeyError: the English table has no such text, or a value is missing.
    """
    text = translation(key, count)
    if text is None:
        text = _english(key, count)
    if count is not None:
        values["count"] = count
    return filled(text, values)


def translation(key: str, count: int | None = None) -> str | None:
    """Return what an installed translation says for `key`, before values are filled in."""
    number = -1 if count is None else count
    text = QCoreApplication.translate(CONTEXT, key, None, number)
    return None if not text or text == key else text


def filled(template: str, values: dict[str, object]) -> str:
    """Return `template` with `values`, numbers written as the interface's language does."""
    return _LocalNumbers().vformat(template, (), values)


def plain(title: str) -> str:
    """Return the title of a command without its underlined letter, "查找(&F)…" too, and dots."""
    return re.sub(r"\(&.\)|&", "", title).rstrip("…")


def listed(parts: Iterable[str]) -> str:
    """Return `parts` as the interface's language lists them: "2 must fix, 1 to check"."""
    said = tuple(parts)
    return reduce(lambda one, more: tr_("number.list", one=one, more=more), said) if said else ""


def day_text(day: date) -> str:
    """Return a day as the interface's language writes it: "6 November 2020"."""
    return QLocale().toString(QDate(day.year, day.month, day.day), tr_("date.day"))


def time_text(at: datetime) -> str:
    """Return a time of day as the interface's language writes it: "10:31"."""
    return QLocale().toString(QTime(at.hour, at.minute), tr_("date.time"))


@cache
def english() -> dict[str, str]:
    """Every English text by its id; the forms of a plural end in ``.one`` and ``.other``."""
    return read_words(ENGLISH)


def _english(key: str, count: int | None) -> str:
    table = english()
    if count is None or key in table:
        return table[key]
    return table[f"{key}.one" if count == 1 else f"{key}.other"]


class _LocalNumbers(Formatter):
    """Python's format with the decimal point, the groups and the percent sign of a language."""

    def format_field(self, value: object, format_spec: str) -> str:
        if not format_spec or not isinstance(value, int | float):
            return str(format(value, format_spec))
        locale = QLocale()
        if format_spec.endswith("%"):
            number = format(value, format_spec).removesuffix("%")
            return tr_("number.percent", number=number.replace(".", locale.decimalPoint()))
        if format_spec == ",":
            return locale.toString(value)
        return format(value, format_spec).replace(".", locale.decimalPoint())
