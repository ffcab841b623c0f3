"""The command `permitted`: its arguments, and which command they ask for."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path

from composer import __version__
from composer.cli.console import complain
from composer.policy import Policy

FAILED = 2
INTERRUPTED = 130
COMMANDS = {
    "check": "check",
    "fix": "fix",
    "preview": "preview",
    "proof": "proof",
    "rules": "list_rules",
    "explain": "explain",
    "judge": "judge",
}
"""The module of each command; one that is asked for is loaded without the others."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command in `argv` and return its exit status: 0 clean, 1 findings, 2 failed."""
    if sys.stdout is None:  # closed by the caller
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - as long as we run
    argv = sys.argv[1:] if argv is None else argv
    arguments = _parser(Policy.load(), argv[0] if argv else "").parse_args(argv)
    try:
        status: int = arguments.run(arguments)
        sys.stdout.flush()
    except OSError as error:
        # keep Python from trying again, and complaining, at exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):  # the reader of our output went away
            complain((error.strerror or str(error)).lower())
        return FAILED
    except KeyboardInterrupt:
        complain("interrupted")
        return INTERRUPTED
    return status


def _parser(policy: Policy, asked: str) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="permitted",
        description="Check Amazon seller message templates, offline. "
        f"Guidelines: {policy.edition.sentence}.",
    )
    parser.add_argument("--version", action="version", version=f"Permitted {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in [COMMANDS[asked]] if asked in COMMANDS else COMMANDS.values():
        import_module(f"composer.cli.{name}").add(commands, policy)
    return parser
