"""What `permitted preview` and `permitted proof` refuse, before any engine starts."""

from pathlib import Path

import pytest

COMMANDS = [("preview", "--png", "out.png"), ("proof", "--pdf", "out.pdf")]
commands = pytest.mark.parametrize(("command", "option", "name"), COMMANDS)


@commands
def test_what_is_no_message_is_told_with_what_to_do(
    run, write, tmp_path: Path, command: str, option: str, name: str
) -> None:
    """One sentence that names the file, and exit status 2."""
    out = tmp_path / name
    empty, binary = write("empty.txt", ""), write("a.html", b"\x89PNG\r\n\x1a\n\0\0\0")
    for path, reason in (
        (tmp_path / "gone.html", "no such file; name a message (.eml, .htm, .html, .md, .txt)"),
        (tmp_path, "this is a folder; name one file in it"),
        (empty, "there is no message in this file; write one first"),
        (binary, "not a text file"),
    ):
        status, said, complained = run(command, path, option, out)
        assert (status, said, complained) == (2, "", f"permitted: {path}: {reason}\n")
    assert not out.exists()


@commands
def test_the_result_goes_to_a_file_of_its_kind_alone(
    run, write, tmp_path: Path, command: str, option: str, name: str
) -> None:
    """A message named in its place by mistake is not written over."""
    message = write("late.html", "<p>Your order is late.</p>")
    for out, reason in (
        (message, f"{message} has to end in {Path(name).suffix}"),
        (tmp_path / "no" / name, f"there is no folder {tmp_path / 'no'}; make it first"),
    ):
        status, _, complained = run(command, message, option, out)
        assert status == 2
        assert complained.endswith(f"error: argument {option}: {reason}\n")
    assert run(command, message)[0] == 2  # where to, is for the caller to say
    assert message.read_text("utf-8") == "<p>Your order is late.</p>"


@commands
def test_an_order_that_is_not_there_is_told(
    run, write, tmp_path: Path, command: str, option: str, name: str
) -> None:
    """With those there are, and nothing is drawn with another."""
    message, out = write("late.html", "<p>{{order_id}} is late.</p>"), tmp_path / name
    status, _, complained = run(command, message, option, out, "--order", "tpyical")
    assert status == 2
    assert "no sample order “tpyical”; there are typical, short, " in complained
    assert not out.exists()


@pytest.mark.parametrize("width", ["0", "239", "1201", "wide", "-600", "6e2"])
def test_a_width_that_no_mail_has_is_refused(run, write, width: str) -> None:
    """What is offered is said."""
    message = write("late.html", "<p>Late.</p>")
    status, _, complained = run("preview", message, "--png", "a.png", f"--width={width}")
    assert status == 2
    assert "must be a number from 240 to 1200" in complained


def test_help_lists_both(run) -> None:
    """With a line on each."""
    _, said, _ = run("--help")
    assert "draw a message as buyers will see it" in said
    assert "print a message and what is known of it as a PDF" in said
