"""The cascade: which declaration wins for each property of an element."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from composer.document.css import parse_style
from composer.document.css_validity import is_valid
from composer.document.errors import DocumentError
from composer.document.html.hints import Hint, hints
from composer.document.html.selectors import Specificity
from composer.document.html.sheet import Setting, Sheet, SheetRule, settings
from composer.document.html.tree import Element
from composer.document.source_map import Span
from composer.document.style import IMPORTANT, PLAIN, Style
from composer.phrase import Phrase

# Well under a second; real messages come to a few thousand.
MAX_MATCHINGS = 300_000

_Entry = tuple[Specificity, int, int, SheetRule]


class Winner(NamedTuple):
    """The value that won, and where it is set: a declaration, or an attribute's value."""

    value: str
    important: bool
    span: Span


@dataclass(frozen=True, slots=True)
class PlacedSheet:
    """A sheet and where its text starts in the source."""

    sheet: Sheet
    offset: int


class Cascade:
    """The style of each element from hints, sheets and its own attribute."""

    def __init__(self, sheets: Iterable[PlacedSheet]) -> None:
        self._rules: dict[str, list[_Entry]] = {}
        self._matchings = 0
        order = 0
        for placed in sheets:
            for rule in placed.sheet.rules:
                entry = (rule.selector.specificity, order, placed.offset, rule)
                self._rules.setdefault(rule.selector.key, []).append(entry)
                order += 1

    def style(self, element: Element) -> Style:
        """Return what is declared for `element`: longhands, none of them inherited.

        Raises:
            DocumentError: where too many rules were looked at for too many elements.
        """
        matched: list[tuple[int, SheetRule]] = []
        if self._rules:
            likely = self._likely(element)
            self._matchings += len(likely)
            if self._matchings > MAX_MATCHINGS:
                raise DocumentError(Phrase("The message has too many style rules."))
            matched = _matching(element, likely)
        declared = hints(element)
        if not matched and not declared:
            if not element.attributes:
                return PLAIN
            text = element.value("style")
            return parse_style(text) if text else PLAIN
        found = _winners(element, declared, matched)
        return Style.of(
            (name, f"{winner.value} {IMPORTANT}" if winner.important else winner.value)
            for name, winner in found.items()
        )

    def winner(self, element: Element, name: str) -> Winner | None:
        """Return the declaration that sets the property `name` on `element`, if any."""
        matched = _matching(element, self._likely(element))
        return _winners(element, hints(element), matched).get(name)

    def _likely(self, element: Element) -> list[_Entry]:
        return [entry for key in _keys(element) for entry in self._rules.get(key, ())]


def _winners(
    element: Element, declared: tuple[Hint, ...], matched: list[tuple[int, SheetRule]]
) -> dict[str, Winner]:
    found = {hint.name: Winner(hint.value, False, hint.span) for hint in declared}  # noqa: FBT003 -- a value
    for offset, rule in matched:
        _lay(found, ((s, (offset + s.start, offset + s.end)) for s in rule.settings))
    attribute = element.attribute("style")
    if attribute is not None:
        _lay(found, ((setting, attribute.span) for setting in settings(attribute.value)))
    return found


def _matching(element: Element, likely: list[_Entry]) -> list[tuple[int, SheetRule]]:
    found = [entry for entry in likely if entry[3].selector.matches(element)]
    found.sort(key=lambda entry: entry[:2])
    return [(offset, rule) for _, _, offset, rule in found]


def _keys(element: Element) -> Iterator[str]:
    yield element.name
    yield "*"
    if not element.attributes:
        return
    for name in dict.fromkeys((element.value("class") or "").split()):
        yield "." + name
    if identifier := element.value("id"):
        yield "#" + identifier


def _lay(found: dict[str, Winner], placed: Iterable[tuple[Setting, Span]]) -> None:
    """Lay declarations over those found before; important ones yield only to important ones."""
    for setting, span in placed:
        for name in setting.resets:
            if name in found and (setting.important or not found[name].important):
                del found[name]
        for name, value in setting.pairs:
            before = found.get(name)
            if before is not None and not is_valid(name, value):
                continue
            if before is None or setting.important or not before.important:
                found[name] = Winner(value, setting.important, span)
