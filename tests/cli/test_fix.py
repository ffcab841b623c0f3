import io
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from composer import rules
from composer.cli.mend import Mender
from composer.library.source_file import Scene
from composer.lint.engine import Linter
from composer.policy import Policy

Run = Callable[..., tuple[int, str, str]]
Write = Callable[..., Path]

ID = "{{order_id}}"


@pytest.fixture(scope="module")
def linter() -> Linter:
    """All rules under the newest edition."""
    return Linter(Policy.load(), rules.load())


def mended(linter: Linter, source: str, suffix: str = ".html") -> str:
    """Return `source` with small changes only."""
    return Mender(linter, Scene(reason="order-problem"), suffix).mend(source).text


@pytest.mark.parametrize(
    ("source", "fixed"),
    [
        (f"<P>{ID}  late 😊 now</P >", f"<P>{ID}  late now</P >"),
        (f"<p>{ID} <b>late&nbsp;😊</b>!</p>", f"<p>{ID} <b>late</b>!</p>"),
        (
            f"<p>{ID} <a  href='http://www.amazon.com/x?a=1&amp;b=2' title=x>your page</a></p>",
            f"<p>{ID} <a  href='https://www.amazon.com/x?a=1&amp;b=2' title=x>your page</a></p>",
        ),
        (
            f"<p>{ID} <a href=http://www.amazon.com/x>your page</a></p>",
            f'<p>{ID} <a href="https://www.amazon.com/x">your page</a></p>',
        ),
        (
            f"<p>{ID} <a href='http://www.amazon.com/x'>http://www.amazon.com/x</a></p>",
            f"<p>{ID} <a href='https://www.amazon.com/x'>https://www.amazon.com/x</a></p>",
        ),
        (
            f'<p style="margin: 0; color:red;font-weight:bold">{ID} x</p>',
            f'<p style="margin: 0; font-weight:bold">{ID} x</p>',
        ),
        (f'<p style="color: red">{ID} x</p>', f"<p>{ID} x</p>"),
        (
            f"<p style='font-family: &quot;Arial&quot;; font-size: 14px'>{ID} x</p>",
            f"<p style='font-size: 14px'>{ID} x</p>",
        ),
        (
            f"<style>p {{ color: red; margin: 0 }}</style>\n<p>{ID} x</p>\n<p>y</p>",
            f"<style>p {{  margin: 0 }}</style>\n<p>{ID} x</p>\n<p>y</p>",
        ),
        (f'<p align="center" class="x">{ID} x</p>', f'<p class="x">{ID} x</p>'),
        (f"<CENTER><p>{ID} x</p></CENTER>", f"<div><p>{ID} x</p></div>"),
        (
            f"<p>{ID} <font color=red face='Arial'>x</font></p>",
            f"<p>{ID} <font>x</font></p>",
        ),
        (f"<p>{ID}</p><p>one<br><br>\n<br><br>two</p>", f"<p>{ID}</p><p>one<br><br>\ntwo</p>"),
        (
            "<div><p>Late.</p>\n</div>",
            f"<div><p>Late.</p>\n<p>Order {ID}</p>\n</div>",
        ),
        (
            "<p>Order <!-- keep --> late 😊</p><!-- me too -->",
            f"<p>Order <!-- keep --> late</p>\n<p>Order {ID}</p><!-- me too -->",
        ),
    ],
)
def test_only_the_offence_changes(linter: Linter, source: str, fixed: str) -> None:
    """Everything else in the source stays as it was written, to the character."""
    assert mended(linter, source) == fixed


@pytest.mark.parametrize(
    ("suffix", "source", "fixed"),
    [
        (".txt", f"Order {ID}\r\n\r\nlate 😊 now\r\n", f"Order {ID}\r\n\r\nlate now\r\n"),
        (".txt", "Late.\r\n", f"Late.\r\n\r\nOrder {ID}\r\n"),
        (".txt", f"Subject: Hi 😊\n\nOrder {ID}\n", f"Subject: Hi\n\nOrder {ID}\n"),
        (".txt", f"Order {ID}\n\n\n\nlate\n", f"Order {ID}\n\nlate\n"),
        (
            ".md",
            f"# Order {ID}\n\n* late 😊 now\n* **b**\n",
            f"# Order {ID}\n\n* late now\n* **b**\n",
        ),
    ],
)
def test_text_files_keep_their_form(linter: Linter, suffix: str, source: str, fixed: str) -> None:
    """Line ends, list marks and the subject line stay as they were."""
    assert mended(linter, source, suffix) == fixed


def test_fixing_again_changes_nothing(linter: Linter) -> None:
    """What was mended is a fixed point."""
    source = (
        f'<p style="color:red; line-height: 2">{ID} 😊 http://amazon.com/x</p><center>y</center>'
    )
    once = mended(linter, source)

    assert mended(linter, once) == once != source


def test_files_are_changed_in_place(run: Run, write: Write) -> None:
    """The file has the change, its encoding and mark, and the run says what was done."""
    path = write("a.html", f"\ufeff<p>café {ID} 😊</p>\r\n".encode())

    status, out, _ = run("fix", path)

    assert path.read_bytes() == f"\ufeff<p>café {ID}</p>\r\n".encode()
    assert (status, out) == (0, f"{path}: Remove emoji\n")


def test_what_is_left_is_told(run: Run, write: Write) -> None:
    """Findings without a safe fix are listed, and the exit status says so."""
    path = write("a.html", f"<p>{ID} Call +1 212 555 0123 😊</p>")

    status, out, _ = run("fix", path)

    assert status == 1
    assert "left: Telephone number “+1 212 555 0123” (telephone-number, C-TEL)" in out


def test_old_encodings_are_kept(run: Run, write: Write) -> None:
    """A file in Windows-1252 stays one."""
    path = write("a.html", f"<p>Gr\u00fc\u00dfe {ID} &#128522;</p>".encode("cp1252"))

    run("fix", path)

    assert path.read_bytes() == f"<p>Gr\u00fc\u00dfe {ID}</p>".encode("cp1252")


def test_dry_run_writes_nothing(run: Run, write: Write) -> None:
    """--dry-run says what would be done and leaves the file alone."""
    path = write("a.html", f"<p>{ID} 😊</p>")
    before = path.read_bytes()

    _, out, _ = run("fix", path, "--dry-run")

    assert "Remove emoji" in out
    assert path.read_bytes() == before


def test_diff_shows_the_change(run: Run, write: Write) -> None:
    """--diff prints a unified diff alone on standard output."""
    path = write("a.html", f"<p>{ID} 😊</p>\n<p>x</p>\n")

    _, out, error = run("fix", path, "--diff", "--dry-run")

    assert out == (
        f"--- {path}\n+++ {path}\n@@ -1,2 +1,2 @@\n-<p>{ID} 😊</p>\n+<p>{ID}</p>\n <p>x</p>\n"
    )
    assert "Remove emoji" in error


def test_canonical_rewrites_the_file(run: Run, write: Write) -> None:
    """--canonical writes our own form, title and language kept."""
    source = f"<html lang=de><head><title>Ihre Bestellung</title></head><P>{ID} 😊<BR>x"
    path = write("a.html", source)

    run("fix", path, "--canonical")

    text = path.read_text(encoding="utf-8")
    assert text.startswith('<!DOCTYPE html>\n<html lang="de">')
    assert "<title>Ihre Bestellung</title>" in text
    assert f"<p>{ID}<br>x</p>" in text


def test_canonical_keeps_a_template_a_template(run: Run, write: Write) -> None:
    """The metas of a template file survive being written anew."""
    meta = (
        '<meta name="permitted:version" content="1"><meta name="permitted:reason" content="reply">'
    )
    path = write("a.html", f"<html lang=en><head>{meta}</head><p>Yes 😊</p></html>")

    run("fix", path, "--canonical")

    text = path.read_text(encoding="utf-8")
    assert '<meta name="permitted:reason" content="reply">' in text
    assert "<p>Yes</p>" in text


def test_email_files_are_not_changed(run: Run, write: Write) -> None:
    """An .eml is refused with a sentence and stays as it is."""
    path = write("a.eml", "Subject: x\n\nOrder {{order_id}} 😊\n".encode())
    before = path.read_bytes()

    status, _, error = run("fix", path)

    assert status == 2
    assert "email files are checked, not changed" in error
    assert path.read_bytes() == before


def test_standard_input_is_fixed_to_output(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """`fix -` is a filter."""
    source = f"<p>{ID} 😊</p>"
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(source.encode())))

    _, out, error = run("fix", "-")

    assert out == f"<p>{ID}</p>"
    assert "Remove emoji" in error


def test_set_aside_words_are_left(run: Run, write: Write) -> None:
    """A review finding that the seller accepted is not fixed."""
    entry = (
        '{"rule":"emoticon","part":"body","text":":)","before":"Yes ","after":"","reason":"ours"}'
    )
    meta = f"<meta name='permitted:set-aside' content='{entry}'>"
    source = f'<html lang="en"><head>{meta}</head><p>Yes :)</p></html>'
    path = write("a.html", source)

    run("fix", path, "--reason", "reply")

    assert path.read_text(encoding="utf-8") == source
