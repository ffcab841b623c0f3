"""Findings: what a rule saw, where, and what would mend it."""

from dataclasses import dataclass, replace
from enum import StrEnum

from composer.document.edits import Edit


class Severity(StrEnum):
    """How much a finding weighs, the heaviest first."""

    MUST_FIX = "must-fix"
    REVIEW = "review"
    ADVICE = "advice"

    @property
    def rank(self) -> int:
        """0 for must fix, 1 for review, 2 for advice."""
        return _RANKS[self]


_RANKS = {severity: rank for rank, severity in enumerate(Severity)}


@dataclass(frozen=True, slots=True)
class Location:
    """A range of one part, in code points of its text; an empty one is the whole message.

    `field` says what of the range is meant: ``text``, ``href``, ``src``, ``alt`` or ``style``;
    with ``style``, `name` is the CSS property or attribute.
    """

    part: str = "body"
    start: int = 0
    end: int = 0
    field: str = "text"
    name: str = ""

    def moved(self, part: str, offset: int) -> "Location":
        """Return this location `offset` code points further on, in `part`."""
        return Location(part, self.start + offset, self.end + offset, self.field, self.name)


@dataclass(frozen=True, slots=True)
class Fix:
    """A titled set of edits in one part; `safe` ones may be applied together unseen.

    `title` says what will happen ("Remove emoji"), `short` the same in a few words where a title is
    long. `also` is what it does in other parts at once; one with that is not `safe`. One with a
    `language` leaves the words alone: it says that the message is in the language with this BCP 47
    tag.
    """

    title: str
    edits: tuple[Edit, ...]
    safe: bool = False
    part: str = "body"
    language: str = ""
    short: str = ""
    also: tuple["Fix", ...] = ()

    @property
    def in_parts(self) -> tuple["Fix", ...]:
        """What it does, part by part."""
        return (self, *self.also)

    def moved(self, part: str, offset: int) -> "Fix":
        """Return this fix `offset` code points further on, in `part`."""
        edits = tuple(
            replace(edit, start=edit.start + offset, end=edit.end + offset) for edit in self.edits
        )
        return replace(self, edits=edits, part=part)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a clause forbids or demands, at one place.

    `text` is what the location covers (for an attribute its value), `excerpt` the visible words
    there. `set_aside` is the seller's reason for accepting it, or None while it is open.
    `remember` is the list of the library's settings, and the entry in it, that would say for good
    that this is fine. `dictionary` is the language whose dictionary can suggest other words.
    `covered_by` are further rules whose findings at the same place make this one needless. `help`
    says more than the rule's own help, where there is something to say.
    """

    rule: str
    clause: str
    severity: Severity
    message: str
    location: Location
    text: str = ""
    excerpt: str = ""
    fixes: tuple[Fix, ...] = ()
    related: tuple[Location, ...] = ()
    set_aside: str | None = None
    remember: tuple[str, str] | None = None
    dictionary: str = ""
    covered_by: tuple[str, ...] = ()
    help: str = ""

    def moved(self, part: str, offset: int) -> "Finding":
        """Return this finding `offset` code points further on, in `part`."""
        return Finding(
            self.rule,
            self.clause,
            self.severity,
            self.message,
            self.location.moved(part, offset),
            self.text,
            self.excerpt,
            tuple([fix.moved(part, offset) for fix in self.fixes]),
            tuple([location.moved(part, offset) for location in self.related]),
            self.set_aside,
            self.remember,
            self.dictionary,
            self.covered_by,
            self.help,
        )

    def described(self, text: str, excerpt: str) -> "Finding":
        """Return this finding with its text and excerpt; much faster than `replace`."""
        return Finding(
            self.rule,
            self.clause,
            self.severity,
            self.message,
            self.location,
            text,
            excerpt,
            self.fixes,
            self.related,
            self.set_aside,
            self.remember,
            self.dictionary,
            self.covered_by,
            self.help,
        )
