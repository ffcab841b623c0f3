"""A report for people: each finding with its place, its clause, the line and what mends it."""

from collections.abc import Iterator

from composer.lint.codeframe import frame
from composer.lint.finding import Severity
from composer.lint.report import Located, Report

COLORS = {Severity.MUST_FIX: "31", Severity.REVIEW: "33", Severity.ADVICE: "36"}
WORDS = {Severity.MUST_FIX: "must fix", Severity.REVIEW: "review", Severity.ADVICE: "advice"}
BOLD, DIM = "1", "2"


class TextReport:
    """Writes reports as text, in colour where `color` is set."""

    def __init__(self, *, color: bool = False) -> None:
        self._color = color

    def text(self, report: Report) -> str:
        """Return the whole report, the summary last."""
        return "".join(self.pieces(report))

    def pieces(self, report: Report) -> Iterator[str]:
        """Yield the same text line by line."""
        return (f"{line}\n" for line in self._lines(report))

    def _lines(self, report: Report) -> Iterator[str]:
        for file in report.files:
            yield from (f"{file.path}: {note}" for note in file.notes)
            for found in file.findings:
                yield from self._finding(file.path, found)
                yield ""
        for error in report.errors:
            word = self._painted("not checked", COLORS[Severity.MUST_FIX])
            yield f"{error.path}: {word}: {error.message}"
        yield from _summary(report)

    def _finding(self, path: str, found: Located) -> Iterator[str]:
        finding, place = found.finding, found.place
        color = COLORS[finding.severity]
        where = self._painted(f"{path}:{place.line}:{place.column}", BOLD)
        word = "set aside" if finding.set_aside is not None else WORDS[finding.severity]
        rule = self._painted(f"{finding.rule}, {finding.clause}", DIM)
        yield f"{where}: {self._painted(word, color)}: {finding.message} ({rule})"
        if place.start != place.end:
            shown = frame(found.source, place.start, place.end, place.line, found.line_start)
            code, carets = shown.lines(len(str(place.line)) + 2)
            yield code
            yield carets.replace(shown.carets.strip(), self._painted(shown.carets.strip(), color))
        for related in found.related:
            yield f"    also {related.place.line}:{related.place.column}"
        if finding.set_aside is not None:
            yield f"    set aside: {finding.set_aside}"
        for fix in finding.fixes:
            yield f"    fix: {fix.title}" if fix.safe else f"    possible fix: {fix.title}"

    def _painted(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._color else text


def _summary(report: Report) -> Iterator[str]:
    counts = {severity: report.count(severity) for severity in Severity}
    files = _counted(len(report.files), "file")
    aside = sum(found.finding.set_aside is not None for _, found in report.located())
    if not any(counts.values()) and report.files:
        yield f"No findings under the {report.edition_sentence}: {files} checked."
    elif report.files:
        told = ", ".join(f"{count} {WORDS[each]}" for each, count in counts.items() if count)
        total = _counted(sum(counts.values()), "finding")
        yield f"{total} in {files} under the {report.edition_sentence}: {told}."
    if aside:
        yield f"{_counted(aside, 'finding')} set aside."
    safe = sum(
        found.finding.set_aside is None and any(fix.safe for fix in found.finding.fixes)
        for _, found in report.located()
    )
    if safe:
        yield f"`permitted fix` can mend {safe} of them."
    if report.errors:
        yield f"{_counted(len(report.errors), 'file')} could not be checked."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
