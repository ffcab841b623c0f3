"""`permitted fix`: makes the safe fixes in the files themselves."""

import argparse
import difflib
import sys
from collections import Counter
from pathlib import Path

from composer.cli.checker import Checker, make_checker
from composer.cli.collect import collect
from composer.cli.console import complain, write_out
from composer.cli.mend import Mended, Mender
from composer.cli.options import add_scene, scene_of
from composer.cli.source_edit import CannotPlaceError
from composer.document.errors import DocumentError
from composer.library.errors import LibraryError
from composer.library.files import write_bytes
from composer.library.settings import SettingsError
from composer.library.source_file import STANDARD_INPUT, OpenedFile
from composer.lint.finding import Severity
from composer.lint.set_aside import open_findings
from composer.policy import Policy

CLEAN, FINDINGS, FAILED = 0, 1, 2


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", policy: Policy) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "fix",
        help="make the safe fixes",
        description="Make the safe fixes in message files, changing nothing else in them.",
        epilog="Exit status: 0 nothing left to fix or review, 1 findings left, 2 failed.",
    )
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="file, folder, or - to fix from input to output"
    )
    parser.add_argument(
        "--canonical", action="store_true", help="write the whole file anew in one clean form"
    )
    parser.add_argument("--diff", action="store_true", help="show the changes")
    parser.add_argument("--dry-run", action="store_true", help="write nothing")
    add_scene(parser, policy)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Fix what the arguments name and return the exit status."""
    collected = collect(arguments.paths)
    for error in collected.errors:
        complain(f"{error.path}: {error.message}")
    fixer = _Fixer(make_checker(scene_of(arguments)), arguments)
    statuses = [FAILED] if collected.errors else [CLEAN]
    statuses += [fixer.fix(path) for path in collected.paths]
    return max(statuses)


class _Fixer:
    """Fixes files one by one and tells what it did."""

    def __init__(self, checker: Checker, arguments: argparse.Namespace) -> None:
        self._checker = checker
        self._canonical: bool = arguments.canonical
        self._diff: bool = arguments.diff
        self._write: bool = not arguments.dry_run

    def fix(self, path: str) -> int:
        """Fix one file and return the exit status it asks for."""
        try:
            opened = self._checker.open(path)
            mended = self._mended(opened)
            self._keep(path, opened, mended)
        except OSError as error:
            complain(f"{path}: {(error.strerror or str(error)).lower()}")
        except (DocumentError, SettingsError, LibraryError, CannotPlaceError) as error:
            complain(f"{path}: {error}")
        else:
            return FINDINGS if open_findings(mended.left) else CLEAN
        return FAILED

    def _mended(self, opened: OpenedFile) -> Mended:
        if opened.decoded is None:
            raise CannotPlaceError("email files are checked, not changed")
        mender = Mender(self._checker.linter, self._checker.scene, opened.kind)
        source = opened.messages[0].source
        return mender.rewrite(source) if self._canonical else mender.mend(source)

    def _keep(self, path: str, opened: OpenedFile, mended: Mended) -> None:
        before = opened.messages[0].source
        if self._diff:
            write_out(_diff(path, before, mended.text), None)
        if path == STANDARD_INPUT:
            if not self._diff:
                write_out(mended.text, None)
            print(_told(path, mended), file=sys.stderr)
            return
        if self._write and mended.text != before and opened.decoded is not None:
            write_bytes(Path(path), opened.decoded.encode(mended.text))
        print(_told(path, mended), file=sys.stderr if self._diff else sys.stdout)


def _diff(path: str, before: str, after: str) -> str:
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), path, path
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _told(path: str, mended: Mended) -> str:
    made = ", ".join(
        title if count == 1 else f"{title} ({count})"
        for title, count in Counter(mended.applied).items()
    )
    lines = [f"{path}: {made}" if made else f"{path}: nothing to fix"]
    left = [it for it in mended.left if it.severity is not Severity.ADVICE and it.set_aside is None]
    lines += [f"  left: {it.message} ({it.rule}, {it.clause})" for it in left]
    if mended.unplaced:
        count = len(mended.unplaced)
        lines.append(f"  {count} more can be made with --canonical, which writes the file anew")
    return "\n".join(lines)
