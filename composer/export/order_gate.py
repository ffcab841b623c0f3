"""The gate for one order: an approved template leaves with the values that the seller gives.

What leaves is checked as any export is. A finding that its values make is told with their names;
what was found, and accepted, without them is known.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from composer.document import Document
from composer.document.filling import Filled, fill
from composer.export.filling import Values, fill_template
from composer.export.formats import Exported, Format, ImageReader, render
from composer.export.gate import GateClosedError, export, read_back
from composer.lint.engine import Linter
from composer.lint.finding import Finding
from composer.lint.rule import PARTS
from composer.lint.set_aside import open_findings
from composer.phrase import Phrase
from composer.template import Template

_Place = tuple[int, str]
"""Where in the template, and the name of, a placeholder that was filled in."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """What is found in a filled message, and the placeholders whose values make it.

    There are no `names` where only all values together do.
    """

    finding: Finding
    names: tuple[str, ...]


class ValuesRefusedError(GateClosedError):
    """The values of an order may not leave; `refusals` say which, and why."""

    def __init__(self, refusals: tuple[Refusal, ...]) -> None:
        self.refusals = refusals
        found = tuple(it.finding for it in refusals)
        names = "; ".join(dict.fromkeys(finding.message for finding in found))
        super().__init__(Phrase("Still open: {names}.", names=names), found)


class OrderGate:
    """Lets one template leave in one format with the values of orders."""

    def __init__(
        self, template: Template, kind: Format, linter: Linter, read_image: ImageReader
    ) -> None:
        """Take an approved template.

        Raises:
            NotApprovedError: it is not approved, or was changed since.
            GateClosedError: what would leave without any values has open findings.
        """
        self._template = template
        self._kind = kind
        self._linter = linter
        self._read_image = read_image
        self._plain = export(template, kind, linter, read_image)

    def export(self, values: Values) -> Exported:
        """Return the template with `values`.

        Raises:
            ValuesRefusedError: what would leave has findings that they make.
        """
        refusals = self.refusals(values)
        if refusals:
            raise ValuesRefusedError(refusals)
        return self.filled(values)

    def filled(self, values: Values) -> Exported:
        """Return the same, unchecked: to be looked at."""
        if self._kind is Format.TEXT:
            text = values.in_text(self._plain.text)
            return replace(self._plain, text=text, data=text.encode("utf-8"))
        direction = self._linter.policy.languages.html_direction(self._template.language)
        filled = fill_template(self._template, values)
        return render(filled, self._kind, self._read_image, direction)

    def refusals(self, values: Values) -> tuple[Refusal, ...]:
        """Return what `values` bring into the message, each rule once for the same placeholders."""
        found: dict[tuple[str, tuple[str, ...]], Refusal] = {}
        for finding, names in self._brought(values) if values.by_name else ():
            told = Refusal(finding, names or self._makers(finding, values))
            found.setdefault((finding.rule, told.names), told)
        return tuple(found.values())

    def _brought(self, values: Values) -> Iterator[tuple[Finding, tuple[str, ...]]]:
        """Yield what is open because of `values`, and the placeholders that it is found in."""
        sent = self._read(fill_template(self._template, values), self.filled(values))
        for before, after in zip(self._before, sent, strict=True):
            yield from self._brought_to(before, after, values)

    def _brought_to(
        self, before: "_Read", sent: Template, values: Values
    ) -> Iterator[tuple[Finding, tuple[str, ...]]]:
        policy = self._linter.policy
        parts = {part: _Part(before.message.part(part), sent.part(part), values) for part in PARTS}
        for finding in open_findings(self._linter.lint(sent)):
            part = parts.get(finding.location.part)
            places = part.places(finding) if part else ()
            names = tuple(dict.fromkeys(name for _, name in places))
            spared = policy.filled.spares(
                finding.rule, names or values.by_name, policy.placeholders
            )
            if not spared and not _is_known(finding, places, before.found):
                yield finding, names

    def _makers(self, finding: Finding, values: Values) -> tuple[str, ...]:
        """Return the placeholders without whose values the rule of `finding` finds nothing."""
        return tuple(
            name
            for name in values.by_name
            if finding.rule not in {it.rule for it, _ in self._brought(values.without(name))}
        )

    @cached_property
    def _before(self) -> tuple["_Read", ...]:
        """The messages that a reader finds in what leaves without values."""
        messages = self._read(self._template, self._plain)
        return tuple(_Read(message, self._linter.lint(message)) for message in messages)

    def _read(self, template: Template, exported: Exported) -> tuple[Template, ...]:
        found = read_back(template, exported, self._linter.policy)
        return tuple(message for message, _ in found)


@dataclass(frozen=True, slots=True)
class _Read:
    """A message as somebody reads it, and what is found in it."""

    message: Template
    found: tuple[Finding, ...]


def _is_known(finding: Finding, places: Iterable[_Place], before: Iterable[Finding]) -> bool:
    """Whether as much was found without values, at one of `places` if there are any."""
    alike = [it for it in before if it.rule == finding.rule and _as_grave(it, finding)]
    where = [it.location for it in alike if it.location.part == finding.location.part]
    positions = [position for position, _ in places]
    if not positions:
        return bool(alike)
    return any(it.start <= position < it.end for it in where for position in positions)


def _as_grave(one: Finding, other: Finding) -> bool:
    return one.severity.rank <= other.severity.rank


class _Part:
    """Subject or body as it is `sent`, and where in it the values are."""

    def __init__(self, before: Document, sent: Document, values: Values) -> None:
        filled = fill(before, values.get)
        # Where a reader finds other words, nobody can say which of them are values.
        self._filled = filled if filled.document.text == sent.text else None
        self._values = values

    def places(self, finding: Finding) -> tuple[_Place, ...]:
        """Return the placeholders that `finding` is about."""
        where = finding.location
        if self._filled is None or where.start == where.end:
            return ()
        hidden = self._hidden(self._filled, where.start, where.end)
        return (*self._filled.chips_in(where.start, where.end), *hidden)

    def _hidden(self, filled: Filled, start: int, end: int) -> Iterator[_Place]:
        """Yield those in the links and descriptions behind a range."""
        first, last = filled.original_range(start, end)
        for begin, stop, inline in filled.original.runs():
            if begin < last and first < stop:
                yield from ((begin, name) for name in self._values.names_behind(inline))
