"""Files that a command makes: where the caller says, and of the kind they say they are."""

import argparse
from collections.abc import Callable
from pathlib import Path


def output_path(suffix: str) -> Callable[[str], Path]:
    """Return what reads the name of a file to make, which has to end in `suffix`.

    So a message that was named in its place by mistake is never written over.
    """

    def read(text: str) -> Path:
        path = Path(text)
        if path.suffix.lower() != suffix:
            raise argparse.ArgumentTypeError(f"{text} has to end in {suffix}")
        if not path.parent.is_dir():
            raise argparse.ArgumentTypeError(f"there is no folder {path.parent}; make it first")
        return path

    return read
