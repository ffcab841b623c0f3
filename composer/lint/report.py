"""What a check of files came to, as values; one writer per format turns it into text."""

from collections.abc import Iterator
from dataclasses import dataclass

from composer.lint.finding import Finding, Severity


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file was checked as: what decides which rules apply."""

    language: str
    reason: str
    channel: str
    marketplace: str


@dataclass(frozen=True, slots=True)
class Place:
    """A range of a source: code points from 0, lines and columns from 1, ends after the last."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True, slots=True)
class Related:
    """Another place a finding names, and the words there."""

    part: str
    field: str
    place: Place
    excerpt: str


@dataclass(frozen=True, slots=True)
class Located:
    """A finding with its place in the file; `line_start` and `source` are for showing it.

    `part` is the finding's own, or ``text-body`` for the plain text of an email that has both.
    """

    finding: Finding
    part: str
    place: Place
    related: tuple[Related, ...]
    source: str
    line_start: int


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file checked; `notes` tell what was assumed or left out while reading it."""

    path: str
    facts: Facts
    findings: tuple[Located, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileError:
    """A file that could not be checked, and why."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Report:
    """All files of one run, under one edition; `edition_sentence` is its name for people."""

    edition: str
    edition_sentence: str
    files: tuple[FileReport, ...]
    errors: tuple[FileError, ...]

    def located(self) -> Iterator[tuple[FileReport, Located]]:
        """Yield each finding with its file, in order."""
        for file in self.files:
            for found in file.findings:
                yield file, found

    def count(self, severity: Severity) -> int:
        """Return how many findings of `severity` are open."""
        return sum(
            found.finding.severity is severity and found.finding.set_aside is None
            for _, found in self.located()
        )

    def reaches(self, severity: Severity) -> bool:
        """Whether an open finding weighs as much as `severity` or more."""
        return any(self.count(each) for each in Severity if each.rank <= severity.rank)


def changes(report: Report, before: Report) -> Iterator[str]:
    """Yield a line for each finding that only one of two reports has, and what they compare."""
    yield f"Under the {report.edition_sentence}, compared with the {before.edition_sentence}:"
    new, old = _keys(report), _keys(before)
    for key, told in new.items():
        if key not in old:
            yield f"+ {told}"
    for key, told in old.items():
        if key not in new:
            yield f"- {told}"


def _keys(report: Report) -> dict[tuple[object, ...], str]:
    return {
        (file.path, found.part, found.place, found.finding.rule, found.finding.severity): (
            f"{file.path}:{found.place.line}:{found.place.column}: {found.finding.severity}: "
            f"{found.finding.message} ({found.finding.rule}, {found.finding.clause})"
        )
        for file, found in report.located()
    }
