"""Benchmarks: files in tests/bench that define `main()`."""

import ast
from pathlib import Path

_LAUNCH = """\
import pathlib, runpy, sys
sys.argv = sys.argv[1:]
sys.path.insert(0, str(pathlib.Path(sys.argv[0]).parent))
sys.exit(runpy.run_path(sys.argv[0])["main"]())
"""


def find_benches(folder: Path) -> list[Path]:
    """The files in `folder` with a `main` at the top level, by name."""
    files = sorted(folder.glob("*.py")) if folder.is_dir() else []
    return [file for file in files if _has_main(file)]


def launch(file: Path) -> list[str]:
    """The interpreter's arguments that call the `main` of `file` with the files beside it."""
    return ["-c", _LAUNCH, str(file)]


def _has_main(file: Path) -> bool:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return any(isinstance(node, ast.FunctionDef) and node.name == "main" for node in tree.body)
