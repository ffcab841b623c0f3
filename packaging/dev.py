"""Run, test, check and measure Permitted from a checkout; sets up what is missing first.

    python3 packaging/dev.py run      the app on the starter library
    python3 packaging/dev.py test     everything: checks, headless tests, window tests
    python3 packaging/dev.py check    formatting, lint, types, import contracts
    python3 packaging/dev.py bench    the benchmarks
    python3 packaging/dev.py pictures  pictures of the app in every state
    python3 packaging/dev.py words     note that the translations follow the English again
    python3 packaging/dev.py setup    only what the others need

Standard library only: it runs before anything is installed.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - what follows cannot be read by an older Python
    sys.exit(f"Permitted needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

from devtools.benches import find_benches, launch
from devtools.display import virtual_display
from devtools.environment import Environment
from devtools.lock import CHECKERS, QT
from devtools.problem import Problem
from devtools.system import ensure_packages, has_display, is_root

ROOT = Path(__file__).resolve().parent.parent
APP = Environment(ROOT, ".venv")
HEADLESS = Environment(ROOT, ".venv-headless", leave_out=QT | CHECKERS)
_NOTHING_MATCHED = 5  # pytest's status; an error only when all tests were asked for


def main(arguments: Sequence[str] | None = None) -> int:
    """Do one command and return its exit status."""
    parser = argparse.ArgumentParser(prog="dev.py", description="Work on Permitted.")
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="passed on: run, test")
    options = parser.parse_args(arguments)
    try:
        ensure_packages(windows=options.command != "check")
        APP.ensure()
        return COMMANDS[options.command](options.rest)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(rest: Sequence[str]) -> int:
    """Open the app."""
    needs_display = sys.platform.startswith("linux") and not has_display()
    with virtual_display() if needs_display else nullcontext() as display:
        if display is None:
            return _python(APP, "-m", "composer", *rest)
        told = f"There is no display here, so the window opens on a virtual one, {display}."
        print(told, flush=True)
        return _python(APP, "-m", "composer", *rest, DISPLAY=display, QT_QPA_PLATFORM="xcb")


def test(rest: Sequence[str]) -> int:
    """Check the code, then run the tests: the headless ones where PySide6 is not installed."""
    HEADLESS.ensure()
    headless = ["tests", "--ignore=tests/gui", "-n", "2"]
    windows = ["tests/gui", "-n", "2"]
    steps = [
        ("checks", lambda: check([])),
        ("headless tests", lambda: _pytest(HEADLESS, headless, rest)),
        ("window tests", lambda: _pytest(APP, windows, rest, QT_QPA_PLATFORM="offscreen")),
    ]
    return _all(steps if not rest else steps[1:])


def check(_rest: Sequence[str]) -> int:
    """Formatting, lint, types, import contracts."""
    tools = APP.python.parent
    return _all(
        [
            ("format", lambda: _python(APP, "-m", "ruff", "format", "--check", "--quiet", ".")),
            ("lint", lambda: _python(APP, "-m", "ruff", "check", "--quiet", ".")),
            ("types", lambda: _python(APP, "-m", "mypy")),
            ("contracts", lambda: _call([str(tools / "lint-imports"), "--no-cache", "--no-logo"])),
        ]
    )


def bench(rest: Sequence[str]) -> int:
    """Run every benchmark, or those whose names are given, with nothing kept from before."""
    benches = [file for file in find_benches(ROOT / "tests" / "bench") if _asked(file, rest)]
    if not benches:
        print("There are no benchmarks to run.")
    offscreen = partial(
        _python,
        APP,
        QT_QPA_PLATFORM=os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        PERMITTED_CACHE="",
    )
    return _all([(file.stem, partial(offscreen, *launch(file))) for file in benches])


def pictures(rest: Sequence[str]) -> int:
    """Take pictures of the app in every state, look and size."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
    return _python(APP, "-m", "pictures", *rest, PYTHONPATH=path)


def words(_rest: Sequence[str]) -> int:
    """Note that the translations say what English says now."""
    path = os.pathsep.join([str(ROOT), str(ROOT / "packaging")])
    return _python(APP, "-m", "devtools.translated", PYTHONPATH=path)


def setup(_rest: Sequence[str]) -> int:
    """Make both environments."""
    HEADLESS.ensure()
    return 0


COMMANDS: Mapping[str, Callable[[Sequence[str]], int]] = {
    "run": run,
    "test": test,
    "check": check,
    "bench": bench,
    "pictures": pictures,
    "words": words,
    "setup": setup,
}


def _asked(file: Path, names: Sequence[str]) -> bool:
    return not names or file.stem in names


def _all(steps: Sequence[tuple[str, Callable[[], int]]]) -> int:
    """Do every step, also after one failed; 0 only if all of them passed."""
    failed = []
    for name, step in steps:
        started = time.monotonic()
        print(f"== {name}", flush=True)
        if step():
            failed.append(name)
        print(f"== {name}: {time.monotonic() - started:.1f} s", flush=True)
    if failed:
        print(f"Failed: {', '.join(failed)}.", file=sys.stderr)
    return 1 if failed else 0


def _pytest(
    environment: Environment, where: Sequence[str], rest: Sequence[str], **variables: str
) -> int:
    status = _python(environment, "-m", "pytest", "-q", *where, *rest, **variables)
    return 0 if rest and status == _NOTHING_MATCHED else status


def _python(environment: Environment, *arguments: str, **variables: str) -> int:
    return _call([str(environment.python), *arguments], **variables)


def _call(command: Sequence[str], **variables: str) -> int:
    # Chromium refuses to sandbox for the administrator; for anybody else the sandbox stays
    sandbox = {"QTWEBENGINE_DISABLE_SANDBOX": "1"} if is_root() else {}
    environment = {**os.environ, **sandbox, **variables}
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
