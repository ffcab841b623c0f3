"""What a terminal can show: colour, width of a progress line, characters."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TextIO

MANY = 50


def in_color(stream: TextIO) -> bool:
    """Whether to write in colour: a terminal that did not ask for none (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write_out(text: str | Iterable[str], output: str | None) -> None:
    """Write `text`, whole or in pieces, as UTF-8 to the file `output`, or to standard output.

    Raises:
        OSError: where the system refuses.
    """
    if output is not None:
        with Path(output).open("w", encoding="utf-8", newline="\n") as file:
            file.writelines([text] if isinstance(text, str) else text)
        return
    # what is piped into another program is UTF-8 everywhere; a terminal shows what it can
    encoding = None if sys.stdout.isatty() else "utf-8"
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:
        reconfigure(encoding=encoding, errors="backslashreplace")
    sys.stdout.writelines([text] if isinstance(text, str) else text)


def progress_line(total: int) -> Callable[[int], None]:
    """Return what shows on a terminal how many of `total` files are done."""
    if total < MANY or not sys.stderr.isatty():
        return lambda _: None

    def show(done: int) -> None:
        end = "\r" if done < total else "\r\x1b[K"
        print(f"Checked {done} of {total}", end=end, file=sys.stderr, flush=True)

    return show


def complain(message: str) -> None:
    """Say on standard error what went wrong."""
    print(f"permitted: {message}", file=sys.stderr)
