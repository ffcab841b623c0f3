"""`permitted check --order`: what the values of a sample order bring into files."""

from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
Checked = Callable[..., dict]
Write = Callable[..., Path]

HTML = "<p>Your order {{order_id}} of {{product_name}} is late.</p>"


def found(report: dict) -> list[tuple[str, str]]:
    """Return rule and severity of each finding of the first file."""
    return [(it["rule"], it["severity"]) for it in report["files"][0]["findings"]]


def test_no_order_is_checked_unless_asked_for(checked: Checked, write: Write) -> None:
    """As before."""
    assert found(checked(write("a.html", HTML))) == []


def test_a_finding_points_at_the_placeholder_in_the_file(checked: Checked, write: Write) -> None:
    """The order is in the message, the words of the value in the excerpt."""
    report = checked(write("a.html", HTML), "--order", "very-long-product-name")

    assert found(report) == [("capital-letters", "advice"), ("emoji", "advice")]
    for finding in report["files"][0]["findings"]:
        assert HTML[finding["start"] : finding["end"]] == "{{product_name}}"
        assert finding["message"].startswith("With the sample order “Very long product name”: ")
        assert finding["fixes"] == []
    assert report["files"][0]["findings"][1]["excerpt"] == "☕"


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_own_orders_are_those_of_the_files_folder(
    checked: Checked, write: Write, tmp_path: Path, jobs: str
) -> None:
    """Each library has its own, found upwards as its words are."""
    own = '[[orders]]\nname = "Mine"\n[orders.values]\nproduct_name = "Tea {}"\n'
    write("one/permitted.toml", own.format("🎁"))
    write("two/permitted.toml", own.format("set"))
    files = [write("one/en/a.html", HTML), write("two/b.html", HTML)]

    report = checked(*files, "--order", "mine", "--jobs", jobs)

    assert [len(file["findings"]) for file in report["files"]] == [1, 0]
    assert found(report) == [("emoji", "review")]


def test_an_order_in_a_file(run: Run, write: Write) -> None:
    """Its findings count as the seller's own: for review, so that a script notices."""
    order = write("march.toml", '[values]\nproduct_name = "Tea 🎁"\n')
    template = write("a.html", HTML)

    assert run("check", template)[0] == 0
    status, out, _ = run("check", template, "--order", order)

    assert status == 1
    assert "With the sample order “march”: Emoji “🎁”" in out


def test_made_up_orders_fail_nothing(run: Run, write: Write) -> None:
    """Unless advice counts."""
    template = write("a.html", HTML)

    assert run("check", template, "--order", "worst-case")[0] == 0
    assert run("check", template, "--order", "worst-case", "--fail-on", "advice")[0] == 1


def test_an_unknown_order_is_an_error(run: Run, checked: Checked, write: Write) -> None:
    """A file that was not checked as asked for is never called clean."""
    template = write("a.html", HTML)

    (error,) = checked(template, "--order", "typcal")["errors"]

    assert error["message"].startswith("no sample order “typcal”; there are typical, short, ")
    assert run("check", template, "--order", "typcal")[0] == 2
