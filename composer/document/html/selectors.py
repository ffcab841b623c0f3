"""CSS selectors of the simple kinds: type, class, id, attribute, descendant, child."""

import re
from collections.abc import Callable
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
      | (?P<child>\s*>\s*)
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
class Compound:
    """What one element must be; `child` says that the next outer one must be its parent."""

    type: str
    tests: tuple[Test, ...]
    child: bool = False

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
        for test in subject.tests:
            if test.attribute == "id" and test.operator == "=":
                return "#" + test.value
        for test in subject.tests:
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
        outer = element.parent
        while outer is not None:
            if compound.fits(outer) and self._outward(outer, index + 1):
                return True
            if self.compounds[index].child:
                return False
            outer = outer.parent
        return False


def parse_selector(text: str) -> Selector | None:
    """Return the selector, or None where it is of a kind that is not resolved here."""
    compounds: list[Compound] = []
    kind = ""
    tests: list[Test] = []
    specificity = [0, 0, 0]
    text = text.strip()
    position = 0
    while position < len(text):
        match = _PART.match(text, position)
        if match is None:
            return None
        position = match.end()
        if match["child"] or match["descendant"]:
            if not (kind or tests):
                return None
            child = match["child"] is not None
            compounds.append(Compound(kind.removeprefix("*"), tuple(tests), child))
            kind, tests = "", []
        elif match["type"]:
            if kind or tests:
                return None
            kind = match["type"].lower()
            specificity[2] += kind != "*"
        else:
            tests.append(_test(match))
            specificity[0 if match["id"] else 1] += 1
    if not (kind or tests):
        return None
    compounds.append(Compound(kind.removeprefix("*"), tuple(tests)))
    ids, classes, types = specificity
    return Selector(_outward(compounds), (ids, classes, types))


def _outward(compounds: list[Compound]) -> tuple[Compound, ...]:
    """From the subject outward; a combinator, written behind the outer one, goes to the inner."""
    ties = [False, *(compound.child for compound in compounds[:-1])]
    turned = [
        Compound(compound.type, compound.tests, tie)
        for compound, tie in zip(compounds, ties, strict=True)
    ]
    return tuple(reversed(turned))


def _test(match: re.Match[str]) -> Test:
    if match["id"]:
        return Test("id", "=", match["id"], folded=False)
    if match["class"]:
        return Test("class", "~=", match["class"], folded=False)
    name = match["attribute"].lower()
    value = match["double"] or match["single"] or match["bare"] or ""
    return Test(name, match["operator"] or "", value, bool(match["flag"]) or name in _FOLDED)
