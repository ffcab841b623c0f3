"""A report as SARIF 2.1.0, the OASIS format that code hosts and editors read."""

import json
from collections.abc import Sequence
from pathlib import PurePath
from urllib.parse import quote

from composer.lint.finding import Severity
from composer.lint.report import FileError, FileReport, Located, Place, Report
from composer.lint.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.MUST_FIX: "error", Severity.REVIEW: "warning", Severity.ADVICE: "note"}

Json = dict[str, object]


def sarif_text(report: Report, rules: Sequence[Rule], version: str) -> str:
    """Return `report` as one SARIF log; `rules` are all that ran, `version` is the program's."""
    indexes = {rule.id: index for index, rule in enumerate(rules)}
    driver = {"name": "Permitted", "version": version, "rules": [_rule(rule) for rule in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not report.errors,
                "toolExecutionNotifications": [_notification(error) for error in report.errors],
            }
        ],
        "results": [_result(file, found, indexes) for file, found in report.located()],
        "properties": {"edition": report.edition},
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> Json:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "help": {"text": rule.explanation or rule.title},
        "defaultConfiguration": {"level": LEVELS[rule.severity]},
        "properties": {"tags": [rule.clause]},
    }


def _result(file: FileReport, found: Located, indexes: dict[str, int]) -> Json:
    finding = found.finding
    result: Json = {
        "ruleId": finding.rule,
        "level": LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(file.path, found.place, found.part)],
        "properties": {"tags": [finding.clause], "field": finding.location.field},
    }
    if finding.rule in indexes:
        result["ruleIndex"] = indexes[finding.rule]
    if found.related:
        result["relatedLocations"] = [
            {"id": number, **_location(file.path, each.place, each.part)}
            for number, each in enumerate(found.related, start=1)
        ]
    if finding.set_aside is not None:
        accepted = {"kind": "external", "status": "accepted", "justification": finding.set_aside}
        result["suppressions"] = [accepted]
    return result


def _location(path: str, place: Place, part: str) -> Json:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
        "charOffset": place.start,
        "charLength": place.end - place.start,
    }
    artifact = {"artifactLocation": {"uri": _uri(path)}, "region": region}
    return {"physicalLocation": artifact, "logicalLocations": [{"name": part}]}


def _notification(error: FileError) -> Json:
    where = {"physicalLocation": {"artifactLocation": {"uri": _uri(error.path)}}}
    return {"level": "error", "message": {"text": error.message}, "locations": [where]}


def _uri(path: str) -> str:
    """Return a relative path as a URI reference, an absolute one as a file URI (RFC 3986)."""
    pure = PurePath(path)
    return pure.as_uri() if pure.is_absolute() else quote(pure.as_posix())
