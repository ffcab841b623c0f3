import json
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]
Write = Callable[..., Path]

MARKED = (
    '<html lang="en"><head><title>[Important] Order {{order_id}}</title>'
    '<meta name="permitted:reason" content="order-problem"></head>'
    "<body><p>Order {{order_id}} comes a day late.</p></body></html>"
)


def test_a_check_runs_under_the_edition_asked_for(run: Run, write: Write) -> None:
    """The report names the edition; a clause that changed since weighs as it did then."""
    path = write("a.html", MARKED)

    old = json.loads(run("check", path, "--edition", "2020-11-06", "--format", "json")[1])
    new = json.loads(run("check", path, "--format", "json")[1])

    assert (old["edition"], new["edition"]) == ("2020-11-06", "2025-04-25")
    found = [report["files"][0]["findings"][0] for report in (old, new)]
    assert [it["severity"] for it in found] == ["review", "must-fix"]


def test_editions_are_compared(run: Run, write: Write) -> None:
    """What one edition says and the other does not is listed, nothing else."""
    path = write("a.html", MARKED)
    same = write("b.html", MARKED.replace("[Important] ", ""))

    status, out, _ = run("check", path, "--compare", "2020-11-06")
    assert status == 1
    signs = [line[0] for line in out.splitlines()[1:]]
    assert signs == ["+", "-"]
    assert "must-fix: Subject is marked as [Important]" in out

    assert run("check", same, "--compare", "2020-11-06")[0] == 0
