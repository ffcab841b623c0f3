"""CSS selectors of the simple kinds: type, class, id, attribute, descendant, child."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from composer.document.html.tree import Element

Specificity = tuple[int, int, int]

_PART = re.compile(
    r"""(?P<type>\*|-?[a-zA-Z_][\w-]*)
      | \#(?P<id>-?[\w-]+)
      | \.(?P<class>-?[a-zA-Z_][\w-]*)
      | \[\s*(?P<attribute>[\w:-]+)\s*
          (?:(?P<operator>[~|^$*]?=)\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[\w-]+))
          \s*(?P<flag>[iI])?\s*)?\]
      | :nth-child\(\s*(?P<nth>[^)]*?)\s*\)
      | :(?P<pseudo>[a-z-]+)(?![\w(-])
      | \s*(?P<tie>[>+~])\s*
      | (?P<descendant>\s+)""",
    re.VERBOSE,
)
# Attributes whose values compare without case (HTML Standard, "Case-sensitivity of selectors").
_FOLDED = frozenset({"align", "bgcolor", "color", "dir", "face", "lang", "media", "rel", "target"})
_FOLDED |= {"text", "type", "valign", "link", "vlink", "alink", "nowrap", "method", "shape"}


_OPERATORS: dict[str, Callable[[str, str], bool]] = {
    "=": lambda value, wanted: value == wanted,
    "~=": lambda value, wanted: wanted in value.split(),
    "|=": lambda value, wanted: value == wanted or value.startswith(wanted + "-"),
    "^=": lambda value, wanted: bool(wanted) and value.startswith(wanted),
    "$=": lambda value, wanted: bool(wanted) and value.endswith(wanted),
    "*=": lambda value, wanted: bool(wanted) and wanted in value,
}


@dataclass(frozen=True, slots=True)
class Test:
    """A condition on one attribute; an empty operator asks only whether it is there."""

    attribute: str
    operator: str
    value: str
    folded: bool

    def holds(self, element: Element) -> bool:
        """Whether `element` fulfils the condition."""
        value = element.value(self.attribute)
        if value is None or not self.operator:
            return value is not None
        wanted = self.value
        if self.folded:
            value, wanted = value.lower(), wanted.lower()
        return _OPERATORS[self.operator](value, wanted)


@dataclass(frozen=True, slots=True)
class Place:
    """A condition on where an element stands among those in the same parent."""

    first: bool
    last: bool

    def holds(self, element: Element) -> bool:
        """Whether `element` stands there."""
        siblings = _siblings(element)
        return (not self.first or siblings[:1] == [element]) and (
            not self.last or siblings[-1:] == [element]
        )


@dataclass(frozen=True, slots=True)
class Nth:
    """A condition that an element is one of every `step`, the first of them at `start`."""

    step: int
    start: int

    def holds(self, element: Element) -> bool:
        """Whether `element` is one of them."""
        siblings = _siblings(element)
        if element not in siblings:
            return False
        above = siblings.index(element) + 1 - self.start
        if not self.step:
            return above == 0
        return above % self.step == 0 and above // self.step >= 0


Condition = Test | Place | Nth

_NTH = re.compile(r"(?P<step>[+-]?\d*)n\s*(?:(?P<sign>[+-])\s*(?P<start>\d+))?\Z|(?P<only>\d+)\Z")
_PLACES = {
    "first-child": Place(first=True, last=False),
    "last-child": Place(first=False, last=True),
    "only-child": Place(first=True, last=True),
}
_LINKS = frozenset({"link", "any-link"})


def _siblings(element: Element) -> list[Element]:
    parent = element.parent
    return [] if parent is None else [it for it in parent.children if isinstance(it, Element)]


@dataclass(frozen=True, slots=True)
class Compound:
    """What one element must be; `tie` says how it stands to the next one: ``>``, ``+``, ``~``.

    Without a tie the next one is any element around it.
    """

    type: str
    tests: tuple[Condition, ...]
    tie: str = ""

    def fits(self, element: Element) -> bool:
        """Whether `element` is what this asks for."""
        if self.type and self.type != element.name:
            return False
        return all(test.holds(element) for test in self.tests)


@dataclass(frozen=True, slots=True)
class Selector:
    """Compounds from the element itself outward."""

    compounds: tuple[Compound, ...]
    specificity: Specificity

    @property
    def key(self) -> str:
        """What to look the selector up by: ``#id``, ``.class``, a type, or ``*``."""
        subject = self.compounds[0]
        tests = [test for test in subject.tests if isinstance(test, Test)]
        for test in tests:
            if test.attribute == "id" and test.operator == "=":
                return "#" + test.value
        for test in tests:
            if test.attribute == "class" and test.operator == "~=":
                return "." + test.value
        return subject.type or "*"

    def matches(self, element: Element) -> bool:
        """Whether `element` is selected."""
        return self.compounds[0].fits(element) and self._outward(element, 0)

    def _outward(self, element: Element, index: int) -> bool:
        if index + 1 == len(self.compounds):
            return True
        compound = self.compounds[index + 1]
        return any(
            compound.fits(outer) and self._outward(outer, index + 1)
            for outer in _tied(element, self.compounds[index].tie)
        )


def _tied(element: Element, tie: str) -> Iterator[Element]:
    """Yield the elements that stand to `element` as `tie` says, the nearest first."""
    if tie in {"+", "~"}:
        siblings = _siblings(element)
        before = siblings[: siblings.index(element)] if element in siblings else []
        yield from before[-1:] if tie == "+" else reversed(before)
        return
    outer = element.parent
    while outer is not None:
        yield outer
        outer = None if tie else outer.parent


def parse_selector(text: str) -> Selector | None:
    """Return the selector, or None where it is of a kind that is not resolved here."""
    compounds: list[Compound] = []
    kind = ""
    tests: list[Condition] = []
    specificity = [0, 0, 0]
    text = text.strip()
    position = 0
    while position < len(text):
        match = _PART.match(text, position)
        if match is None:
            return None
        position = match.end()
        if match["tie"] or match["descendant"]:
            if not (kind or tests):
                return None
            compounds.append(Compound(kind.removeprefix("*"), tuple(tests), match["tie"] or ""))
            kind, tests = "", []
        elif match["type"]:
            if kind or tests:
                return None
            kind = match["type"].lower()
            specificity[2] += kind != "*"
        else:
            test = _condition(match, kind)
            if test is None:
                return None
            tests.append(test)
            specificity[0 if match["id"] else 1] += 1
    if not (kind or tests):
        return None
    compounds.append(Compound(kind.removeprefix("*"), tuple(tests)))
    ids, classes, types = specificity
    return Selector(_outward(compounds), (ids, classes, types))


def _outward(compounds: list[Compound]) -> tuple[Compound, ...]:
    """From the subject outward; a combinator, written behind the outer one, goes to the inner."""
    ties = ["", *(compound.tie for compound in compounds[:-1])]
    turned = [
        Compound(compound.type, compound.tests, tie)
        for compound, tie in zip(compounds, ties, strict=True)
    ]
    return tuple(reversed(turned))


def _condition(match: re.Match[str], kind: str) -> Condition | None:
    """The condition in `match`, or None where it depends on what a reader does."""
    if match["nth"] is not None:
        return _nth(match["nth"].lower())
    if not match["pseudo"]:
        return _test(match)
    name = match["pseudo"]
    if name in _LINKS and kind == "a":
        return Test("href", "", "", folded=False)
    return _PLACES.get(name)


def _nth(text: str) -> Nth | None:
    text = {"odd": "2n+1", "even": "2n"}.get(text, text)
    found = _NTH.match(text)
    if found is None:
        return None
    if found["only"]:
        return Nth(0, int(found["only"]))
    step = found["step"]
    number = int(f"{step}1") if step in {"", "+", "-"} else int(step)
    return Nth(number, int((found["sign"] or "") + (found["start"] or "0")))


def _test(match: re.Match[str]) -> Test:
    if match["id"]:
        return Test("id", "=", match["id"], folded=False)
    if match["class"]:
        return Test("class", "~=", match["class"], folded=False)
    name = match["attribute"].lower()
    value = match["double"] or match["single"] or match["bare"] or ""
    return Test(name, match["operator"] or "", value, bool(match["flag"]) or name in _FOLDED)
