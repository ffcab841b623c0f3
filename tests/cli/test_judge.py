import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
Write = Callable[..., Path]

ID = "{{order_id}}"


def row(name: str, text: str, *labels: str, **more: object) -> dict[str, object]:
    """Return one labelled message."""
    return {"id": name, "lang": "en", "text": text, "labels": list(labels), "soft": [], **more}


@pytest.fixture
def folder(write: Write) -> Path:
    """Messages with one hit, one miss and one false hit of each kind."""
    rows = [
        row("hit", f"{ID} late 😊", "emoji"),
        row("miss", f"{ID} late", "emoji", spans=[{"label": "emoji", "quote": "late"}]),
        row("false", f"{ID} yes 😊"),
        row("soft", f"{ID} ok 😊", soft=[{"label": "emoji"}]),
        row("none", "late", "missing-order-id"),
        row("reply", "No order here.", kind="reply"),
        row("part", "late", kind="proactive", complete=False),
        row("plain", f"{ID} plain", "font-color"),
    ]
    path = write("labelled/a.jsonl", "\n".join(json.dumps(it) for it in rows) + "\n")
    write("labelled/b.html", f'<p style="color:red">{ID}</p>')
    html = {"id": "page", "lang": "de", "file": "b.html", "labels": ["font-color"], "soft": []}
    write("labelled/b.jsonl", json.dumps(html))
    return path.parent


def test_counts_are_those_of_the_labels(run: Run, folder: Path) -> None:
    """Hits, misses and false hits are counted by message; soft labels count neither way."""
    status, out, _ = run("judge", folder, "--format", "json")

    found = json.loads(out)
    emoji = found["labels"]["emoji"]
    assert status == 0
    assert found["messages"] == 9
    assert (emoji["tp"], emoji["fp"], emoji["fn"]) == (1, 1, 1)
    assert (emoji["precision"], emoji["recall"], emoji["f1"]) == (0.5, 0.5, 0.5)
    assert found["clauses"]["S-EMOJI"] == emoji


def test_order_id_is_judged_on_whole_messages_sellers_start(run: Run, folder: Path) -> None:
    """Replies and fragments say nothing about a missing order ID."""
    found = json.loads(run("judge", folder, "--format", "json")[1])

    score = found["labels"]["missing-order-id"]
    assert (score["tp"], score["fp"], score["fn"]) == (1, 0, 0)


def test_styling_is_judged_on_html_alone(run: Run, folder: Path) -> None:
    """Plain text cannot hold a colour, whatever its label."""
    found = json.loads(run("judge", folder, "--format", "json")[1])

    assert (found["labels"]["font-color"]["tp"], found["labels"]["font-color"]["fn"]) == (1, 0)
    assert found["languages"]["de"]["tp"] == 1


def test_errors_are_listed_with_words(run: Run, folder: Path) -> None:
    """Each miss shows what was quoted, each false hit what was flagged."""
    _, out, _ = run("judge", folder)

    assert "Missed: 1" in out
    listed = out.partition("Missed")[2].split("\n")
    missed, false = (next(line for line in listed if f" {it} " in line) for it in ("miss", "false"))
    assert missed.split() == ["emoji", "miss", "late"]
    assert false.split() == ["emoji", "false", "emoji:", "Emoji", "“😊”", "·", "😊"]


def test_label_without_a_rule_is_not_scored(run: Run, folder: Path, write: Write) -> None:
    """What nothing looks for yet has no figure, good or bad."""
    write("labelled/c.jsonl", json.dumps(row("x", f"{ID} x", "no-such-label")))

    found = json.loads(run("judge", folder, "--format", "json")[1])

    assert "no-such-label" not in found["labels"]
    assert found["messages"] == 10


def test_label_may_be_a_clause(run: Run, write: Write) -> None:
    """Messages may be labelled by the ids of clauses; soft ones count neither way."""
    rows = [
        row("hit", f"{ID} late 😊", "S-EMOJI"),
        row("miss", f"{ID} late", "S-EMOJI"),
        row("soft", f"{ID} late 😊", soft=["S-EMOJI"]),
        row("clean", f"{ID} late"),
    ]
    path = write("by-clause/a.jsonl", "\n".join(map(json.dumps, rows)))

    found = json.loads(run("judge", path.parent, "--format", "json")[1])

    emoji = found["clauses"]["S-EMOJI"]
    assert (emoji["tp"], emoji["fp"], emoji["fn"]) == (1, 0, 1)
    assert [(it["id"], it["label"]) for it in found["misses"]] == [("miss", "S-EMOJI")]
    assert found["false_hits"] == []


def test_figure_below_its_floor_fails(run: Run, folder: Path, write: Write) -> None:
    """A floor that is not reached, or not measured any more, gives exit status 1."""
    kept = write("kept.toml", "[labels.emoji]\nprecision = 0.5\nrecall = 0.5\n")
    broken = write("broken.toml", "[labels.emoji]\nrecall = 0.6\n[labels.gone]\nrecall = 0.1\n")

    assert run("judge", folder, "--floors", kept)[0] == 0
    status, _, error = run("judge", folder, "--floors", broken)

    assert status == 1
    assert "emoji: recall is 0.500, at least 0.600 is asked for" in error
    assert "gone: recall is not measured" in error


@pytest.mark.parametrize("content", ["{", "[]", '{"id": 1}', '{"id": "x", "lang": "en"}'])
def test_line_that_is_not_labelled_is_told(run: Run, write: Write, content: str) -> None:
    """A damaged line stops with its file and number."""
    path = write("bad/a.jsonl", f"\n{content}\n")

    status, _, error = run("judge", path.parent)

    assert status == 2
    assert "a.jsonl, line 2" in error


def test_empty_folder_is_told(run: Run, tmp_path: Path) -> None:
    """A folder without labelled messages measures nothing."""
    status, _, error = run("judge", tmp_path)

    assert status == 2
    assert "no .jsonl file" in error
