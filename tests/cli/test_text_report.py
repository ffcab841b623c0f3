import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
Write = Callable[..., Path]

EMOJI = "<p>Order {{order_id}}</p>\n<p>注文 😊 now</p>\n"


def test_finding_is_shown_with_its_line(run: Run, write: Write) -> None:
    """Place, severity, sentence, rule and clause; the line with carets; what mends it."""
    path = write("a.html", EMOJI)

    _, out, _ = run("check", path)

    assert out.startswith(
        f"{path}:2:7: must fix: Emoji “😊” (emoji, S-EMOJI)\n"
        "  2 │ <p>注文 😊 now</p>\n"
        "    │         ^^\n"
        "    fix: Remove emoji\n"
    )


def test_summary_counts_and_names_the_guidelines(run: Run, write: Write) -> None:
    """The last lines say how much, under which guidelines, and what can be mended."""
    _, out, _ = run("check", write("a.html", EMOJI))

    *_, summary, hint = out.rstrip().split("\n")
    assert summary.startswith("1 finding in 1 file under the guidelines of ")
    assert summary.endswith(": 1 must fix.")
    assert hint == "`permitted fix` can mend 1 of them."


def test_clean_run_promises_nothing(run: Run, write: Write) -> None:
    """Without findings it says so, under which guidelines, and no more."""
    _, out, _ = run("check", write("a.html", "<p>Order {{order_id}} is late.</p>"))

    assert out.startswith("No findings under the guidelines of ")
    assert out.endswith(": 1 file checked.\n")


@pytest.mark.parametrize(
    ("terminal", "environment", "colored"),
    [
        (True, {}, True),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"TERM": "dumb"}, False),
        (False, {}, False),
    ],
)
def test_color_only_for_terminals_that_want_it(
    run: Run,
    write: Write,
    monkeypatch: pytest.MonkeyPatch,
    terminal: bool,
    environment: dict[str, str],
    colored: bool,
) -> None:
    """Colour goes to a terminal, unless NO_COLOR or a dumb one says otherwise."""
    path = write("a.html", EMOJI)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)

    _, out, _ = run("check", path)

    assert ("\x1b[31m^^\x1b[0m" in out) is colored
    assert ("\x1b[" in out) is colored
