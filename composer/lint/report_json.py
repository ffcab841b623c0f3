"""A report as JSON, the contract other tools read: see `composer/cli/json-format.md`."""

import json

from composer.lint.report import FileReport, Located, Place, Related, Report

VERSION = 1

Json = dict[str, object]


def json_text(report: Report) -> str:
    """Return `report` as one JSON object, indented."""
    files = [_file(file) for file in report.files]
    errors = [{"path": error.path, "message": error.message} for error in report.errors]
    whole = {"version": VERSION, "edition": report.edition, "files": files, "errors": errors}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


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
