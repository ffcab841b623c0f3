"""`permitted check`: what the guidelines forbid or demand in message files."""

import argparse
import sys
from collections.abc import Iterator, Sequence

from composer import __version__
from composer.cli.checker import Checker, check_all, make_checker
from composer.cli.collect import collect
from composer.cli.console import complain, in_color, progress_line, write_out
from composer.cli.garbage import rest_collector
from composer.cli.options import add_order, add_scene, jobs_number, scene_of
from composer.language.grammar import is_installed
from composer.lint.finding import Severity
from composer.lint.report import FileError, FileReport, Report, changes
from composer.lint.report_json import json_pieces
from composer.lint.report_sarif import sarif_text
from composer.lint.report_text import TextReport
from composer.policy import Policy

CLEAN, FINDINGS, FAILED = 0, 1, 2
FORMATS = ("text", "json", "sarif")


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", policy: Policy) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "check",
        help="check message files",
        description="Check message files against the Communication Guidelines.",
        epilog="Exit status: 0 no findings, 1 findings, 2 something could not be checked.",
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="file, folder, or - for standard input"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    add_scene(parser, policy)
    parser.add_argument(
        "--edition",
        choices=tuple(policy.editions),
        metavar="DATE",
        help=f"guidelines to check under: {', '.join(policy.editions)}; default: the newest",
    )
    parser.add_argument(
        "--compare",
        choices=tuple(policy.editions),
        metavar="DATE",
        help="list only what differs from a check under this edition",
    )
    add_order(
        parser,
        policy,
        "check also with the values of {orders} in place of placeholders; what made-up orders "
        "bring is advice, what your own bring is for review; default: none",
    )
    parser.add_argument(
        "--grammar", action="store_true", help="check English grammar too, which takes longer"
    )
    parser.add_argument(
        "--fail-on",
        choices=[str(severity) for severity in Severity],
        default=str(Severity.REVIEW),
        help="the lightest finding that gives exit status 1; default: review",
    )
    parser.add_argument("--output", metavar="FILE", help="write the report to FILE")
    parser.add_argument(
        "--jobs", type=jobs_number, default=1, metavar="N", help="check in N processes at once"
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Check what the arguments name and return the exit status."""
    if arguments.grammar and not is_installed():
        complain("grammar is not checked: install permitted[grammar]")
    grammar, order = arguments.grammar, arguments.order
    checker = make_checker(scene_of(arguments), arguments.edition, grammar=grammar, order=order)
    rest_collector()
    report = _report(checker, arguments.paths, arguments.jobs)
    if arguments.compare:
        before = make_checker(scene_of(arguments), arguments.compare, grammar=grammar, order=order)
        return _tell_changes(report, _report(before, arguments.paths, arguments.jobs))
    text = _formatted(report, checker, arguments)
    try:
        write_out(text, arguments.output)
    except OSError as error:
        if arguments.output is None:
            raise
        complain(f"{arguments.output}: {(error.strerror or str(error)).lower()}")
        return FAILED
    if report.errors:
        return FAILED
    return FINDINGS if report.reaches(Severity(arguments.fail_on)) else CLEAN


def _report(checker: Checker, names: Sequence[str], jobs: int) -> Report:
    collected = collect(names)
    progress = progress_line(len(collected.paths))
    checked = list(check_all(checker, collected.paths, jobs, progress))
    return Report(
        edition=checker.policy.edition.id,
        edition_sentence=checker.policy.edition.sentence,
        files=tuple(each for each in checked if isinstance(each, FileReport)),
        errors=(*collected.errors, *(each for each in checked if isinstance(each, FileError))),
    )


def _tell_changes(report: Report, before: Report) -> int:
    """Print what one edition finds and the other does not; 1 where anything differs."""
    lines = list(changes(report, before))
    write_out("".join(f"{line}\n" for line in lines), None)
    if report.errors:
        return FAILED
    return FINDINGS if len(lines) > 1 else CLEAN


def _formatted(
    report: Report, checker: Checker, arguments: argparse.Namespace
) -> str | Iterator[str]:
    if arguments.format == "json":
        return json_pieces(report)
    if arguments.format == "sarif":
        return sarif_text(report, checker.linter.rules, __version__)
    color = arguments.output is None and in_color(sys.stdout)
    return TextReport(color=color).pieces(report)
