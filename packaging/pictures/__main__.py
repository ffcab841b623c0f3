"""Take pictures of the real app in every state, look and size.

    python3 packaging/dev.py pictures                          all, in build/pictures
    python3 packaging/dev.py pictures FOLDER --only card       those of one state
    python3 packaging/dev.py pictures FOLDER --in dark-1440x900 light-1024x700

No display is needed, and the user's own settings and library stay alone.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from pictures.variants import VARIANTS, Variant


def main(arguments: Sequence[str]) -> int:
    """Take the pictures and return the exit status."""
    parser = argparse.ArgumentParser(prog="dev.py pictures", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", default=Path("build", "pictures"))
    parser.add_argument("--only", nargs="+", default=[], metavar="STATE")
    parser.add_argument("--in", nargs="+", dest="variants", metavar="VARIANT")
    parser.add_argument("--here", help=argparse.SUPPRESS)  # in this process, which has its scale
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    if options.here:
        from pictures.scenes import take_all  # noqa: PLC0415 - Qt reads its scale at import

        return take_all(Variant.named(options.here), options.only, options.folder)
    names = options.variants or [variant.name for variant in VARIANTS]
    return max(_take(Variant.named(name), options.only, options.folder) for name in names)


def _take(variant: Variant, only: Sequence[str], folder: Path) -> int:
    """Take the pictures of one variant in a process of its own."""
    command = [sys.executable, "-m", "pictures", str(folder), "--here", variant.name]
    if only:
        command += ["--only", *only]
    return subprocess.run(command, env=os.environ | variant.environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
