"""A report as JSON, the contract other tools read: see `composer/cli/json-format.md`."""

import json
from collections.abc import Iterator

from composer.lint.report import FileReport, Located, Place, Related, Report

VERSION = 1

Json = dict[str, object]


def json_text(report: Report) -> str:
    """Return `report` as one JSON object, indented."""
    return "".join(json_pieces(report))


def json_pieces(report: Report) -> Iterator[str]:
    """Yield the same text piece by piece: thousands of files take little memory at once."""
    errors = [{"path": error.path, "message": error.message} for error in report.errors]
    yield f'{{\n  "version": {VERSION},\n  "edition": {_dumped(report.edition)},\n  "files": ['
    for number, file in enumerate(report.files):
        yield (",\n    " if number else "\n    ") + _dumped(_file(file), "    ")
    close = "\n  " if report.files else ""
    yield f'{close}],\n  "errors": {_dumped(errors, "  ")}\n}}\n'


def _dumped(value: object, margin: str = "") -> str:
    # strings hold no newline of their own: JSON escapes them
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", f"\n{margin}")


def _file(file: FileReport) -> Json:
    facts = file.facts
    return {
        "path": file.path,
        "template": {
            "lang": facts.language,
            "reason": facts.reason,
            "channel": facts.channel,
            "marketplace": facts.marketplace,
        },
        "findings": [_finding(found) for found in file.findings],
        "notes": list(file.notes),
    }


def _finding(found: Located) -> Json:
    finding = found.finding
    return {
        "rule": finding.rule,
        "clause": finding.clause,
        "severity": str(finding.severity),
        "message": finding.message,
        "part": found.part,
        "field": finding.location.field,
        "start": found.place.start,
        "end": found.place.end,
        "text": finding.text,
        "excerpt": finding.excerpt,
        **_lines(found.place),
        "related": [_related(each) for each in found.related],
        "set_aside": finding.set_aside,
        "fixes": [{"title": fix.title, "safe": fix.safe} for fix in finding.fixes],
    }


def _related(related: Related) -> Json:
    return {
        "part": related.part,
        "field": related.field,
        "start": related.place.start,
        "end": related.place.end,
        "excerpt": related.excerpt,
        **_lines(related.place),
    }


def _lines(place: Place) -> Json:
    return {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
