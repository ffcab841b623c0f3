import json
from collections.abc import Callable
from pathlib import Path

from composer import rules

Run = Callable[..., tuple[int, str, str]]
Write = Callable[..., Path]


def sarif(run: Run, *arguments: str | Path) -> dict:
    """Check and return the SARIF log."""
    return json.loads(run("check", *arguments, "--format", "sarif")[1])


def test_log_has_the_structure_of_the_standard(run: Run, write: Write) -> None:
    """Version, one run, a driver with rules, results that refer to them (SARIF 2.1.0, 3.13)."""
    log = sarif(run, write("a b.html", "<p>Order {{order_id}} 😊</p>"))

    assert log["version"] == "2.1.0"
    assert "sarif-2.1.0" in log["$schema"]
    (only,) = log["runs"]
    assert only["columnKind"] == "unicodeCodePoints"
    driver = only["tool"]["driver"]
    assert driver["name"] == "Permitted"
    assert [it["id"] for it in driver["rules"]] == [rule.id for rule in rules.load()]
    for it in driver["rules"]:
        assert it["shortDescription"]["text"]
        assert it["help"]["text"]
        assert it["defaultConfiguration"]["level"] in {"error", "warning", "note"}
        assert it["properties"]["tags"]
    (result,) = only["results"]
    assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "emoji"
    assert (result["level"], result["message"]) == ("error", {"text": "Emoji “😊”"})
    assert "S-EMOJI" in result["properties"]["tags"]


def test_region_is_given_both_ways(run: Run, write: Write) -> None:
    """Lines and columns count from 1, the offset from 0; a path is a file URI (3.30, 3.4)."""
    path = write("a b.html", "<p>Order {{order_id}}</p>\n<p>😊 x</p>")

    location = sarif(run, path)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]

    assert location["artifactLocation"]["uri"] == path.as_uri()
    assert location["region"] == {
        "startLine": 2,
        "startColumn": 4,
        "endLine": 2,
        "endColumn": 5,
        "charOffset": 29,
        "charLength": 1,
    }


def test_relative_paths_stay_relative(run: Run, write: Write, tmp_path: Path, monkeypatch) -> None:
    """A file named relatively is a relative reference, so that logs fit any checkout."""
    write("x/a b.html", "<p>Order {{order_id}} 😊</p>")
    monkeypatch.chdir(tmp_path)

    location = sarif(run, "x")["runs"][0]["results"][0]["locations"][0]["physicalLocation"]

    assert location["artifactLocation"]["uri"] == "x/a%20b.html"


def test_files_not_checked_are_notifications(run: Run) -> None:
    """What could not be checked makes the invocation unsuccessful (3.20)."""
    (invocation,) = sarif(run, "missing.html")["runs"][0]["invocations"]

    assert invocation["executionSuccessful"] is False
    (notification,) = invocation["toolExecutionNotifications"]
    assert notification["level"] == "error"
    assert notification["message"]["text"] == "no such file or folder"
