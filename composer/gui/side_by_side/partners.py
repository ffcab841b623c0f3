"""Which of the other templates a template is most likely to be compared with."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from pathlib import Path

from composer.library.files import StoredTemplate
from composer.library.folder import Unreadable
from composer.template import Template

_UNRELATED = 4


def by_likeness(
    entries: Iterable[StoredTemplate | Unreadable], template: Template, path: Path | None
) -> list[StoredTemplate]:
    """Return the others as likely partners of `template`, whose file is `path`: the best first.

    That is its original or the others of its group, then its namesake, then another language or
    store for the same reason with the most similar name, then any other for that reason.
    """

    def order(entry: StoredTemplate) -> tuple[int, float, str]:
        alike = SequenceMatcher(None, _name(entry), template.name.casefold()).ratio()
        return _distance(entry, template, path), -alike, _name(entry)

    others = (it for it in entries if isinstance(it, StoredTemplate) and it.path != path)
    return sorted(others, key=order)


def is_related(entry: StoredTemplate, template: Template, path: Path | None) -> bool:
    """Whether one is the other's original, or both say the same to others."""
    return _distance(entry, template, path) < _UNRELATED


def _distance(entry: StoredTemplate, template: Template, path: Path | None) -> int:
    other = entry.template
    if template.group and entry.path.stem == template.group:
        return 0  # the one that this was copied from
    groups = {template.group} | ({path.stem} if path else set())
    if other.group and other.group in groups:
        return 1
    if _name(entry) == template.name.casefold():
        return 2
    if not template.reason or other.reason != template.reason:
        return _UNRELATED + 1
    elsewhere = (other.language, other.marketplace) != (template.language, template.marketplace)
    return 3 if elsewhere else _UNRELATED


def _name(entry: StoredTemplate) -> str:
    return (entry.template.name or entry.path.stem).casefold()
