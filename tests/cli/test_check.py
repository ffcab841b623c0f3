import json
from collections.abc import Callable
from pathlib import Path

import pytest

from composer.policy import Policy

Run = Callable[..., tuple[int, str, str]]
Checked = Callable[..., dict]
Write = Callable[..., Path]

CLEAN = "<p>Your order {{order_id}} is late.</p>"
EMOJI = "<p>Your order {{order_id}} is late 😊.</p>"
KEYS = {
    "rule",
    "clause",
    "severity",
    "message",
    "part",
    "field",
    "start",
    "end",
    "text",
    "excerpt",
    "line",
    "column",
    "end_line",
    "end_column",
    "related",
    "set_aside",
    "fixes",
}


def slices(report: dict, source: str) -> list[str]:
    """Return the source under each finding of the first file."""
    return [source[it["start"] : it["end"]] for it in report["files"][0]["findings"]]


def findings(report: dict) -> list[tuple[str, str]]:
    """Return rule and part of each finding of the first file."""
    return [(it["rule"], it["part"]) for it in report["files"][0]["findings"]]


def test_json_is_the_documented_contract(checked: Checked, write: Write) -> None:
    """Every field of the contract is there, with its type and no other name."""
    path = write("a.html", EMOJI)

    report = checked(path)

    assert set(report) == {"version", "edition", "files", "errors"}
    assert (report["version"], report["edition"]) == (1, Policy.load().edition.id)
    (file,) = report["files"]
    assert set(file) == {"path", "template", "findings", "notes"}
    assert file["path"] == str(path)
    assert file["template"] == {
        "lang": "en",
        "reason": "",
        "channel": "email",
        "marketplace": "amazon.com",
    }
    (finding,) = file["findings"]
    assert set(finding) == KEYS
    assert finding["rule"], finding["clause"] == ("emoji", "S-EMOJI")
    assert finding["severity"] == "must-fix"
    assert finding["fixes"] == [{"title": "Remove emoji", "safe": True}]
    assert (finding["set_aside"], finding["related"]) == (None, [])


def test_example_in_the_contract_is_true(checked: Checked, write: Write) -> None:
    """The example of the documentation has just the fields that are written."""
    page = (Path(__file__).parents[2] / "composer/cli/json-format.md").read_text(encoding="utf-8")
    example = json.loads(page.partition("```json")[2].partition("```")[0])
    source = (
        '<p>See it on <a href="http://www.amazon.com/orders">your order page</a>. {{order_id}}</p>'
    )

    report = checked(write("late.html", source), "--reason", "order-problem")

    shown, real = example["files"][0]["findings"][0], report["files"][0]["findings"][0]
    assert set(shown) == set(real)
    assert {
        key: real[key] for key in ("rule", "clause", "severity", "field", "text", "excerpt")
    } == {key: shown[key] for key in ("rule", "clause", "severity", "field", "text", "excerpt")}
    assert set(example) == set(report)
    assert set(example["files"][0]) == set(report["files"][0])


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("a.html", "<p>Order {{order_id}}</p>\r\n<p>注文 😊 now</p>"),
        ("a.html", "\ufeff<p>Order {{order_id}}</p>\n\n<p>a &amp; b 😊</p>"),
        ("a.txt", "Order {{order_id}}\r\n\r\nlate 😊 now\r\n"),
        ("a.md", "# Order {{order_id}}\n\n- one\n- late 😊 now\n"),
    ],
)
def test_offsets_count_code_points_of_the_source(
    checked: Checked, write: Write, name: str, source: str
) -> None:
    """CRLF counts two, a mark none, and the slice is the words flagged."""
    report = checked(write(name, source))

    text = source.removeprefix("\ufeff")
    assert slices(report, text) == ["😊"]
    (finding,) = report["files"][0]["findings"]
    line = text.replace("\r\n", "\n").split("\n")[finding["line"] - 1]
    assert line[finding["column"] - 1] == "😊"
    assert finding["end_column"] == finding["column"] + 1


def test_attribute_finding_points_at_the_value(checked: Checked, write: Write) -> None:
    """A link's finding is placed on its address and shows the visible words."""
    source = '<p>{{order_id}} <a href="http://www.amazon.com/orders">your page</a></p>'

    report = checked(write("a.html", source))

    assert slices(report, source) == ["http://www.amazon.com/orders"]
    assert report["files"][0]["findings"][0]["excerpt"] == "your page"


def test_subject_of_html_is_its_title(checked: Checked, write: Write) -> None:
    """What stands in the title is found there, behind references too."""
    source = f"<html><head><title>A &amp; B 😊</title></head><body>{CLEAN}</body></html>"

    report = checked(write("a.html", source))

    assert findings(report) == [("emoji", "subject")]
    assert slices(report, source) == ["😊"]


@pytest.mark.parametrize(
    "label",
    ["Subject:", "Betreff :", "件名：", "Objet\u00a0:", "الموضوع:", "subject:", "**Subject:**"],
)
def test_first_line_of_a_text_can_be_the_subject(
    checked: Checked, write: Write, label: str
) -> None:
    """A subject line in any of our languages is the subject, not the body."""
    source = f"{label} Hello 😊\n\nOrder {{{{order_id}}}}\n"

    report = checked(write("a.txt", source))

    assert findings(report) == [("emoji", "subject")]
    assert slices(report, source) == ["😊"]


def test_both_parts_of_an_email_are_checked(checked: Checked, write: Write) -> None:
    """The plain text beside the HTML has findings of its own, the subject's come once."""
    source = (
        "Subject: =?utf-8?q?Hi_=F0=9F=98=8A?=\nMIME-Version: 1.0\n"
        'Content-Type: multipart/alternative; boundary="b"\n\n'
        "--b\nContent-Type: text/plain; charset=utf-8\n\nOrder {{order_id}} plain 😊\n"
        "--b\nContent-Type: text/html; charset=utf-8\n\n"
        "<p>Order {{order_id}} rich 😊</p>\n--b--\n"
    )

    report = checked(write("a.eml", source))

    assert findings(report) == [("emoji", "subject"), ("emoji", "body"), ("emoji", "text-body")]


@pytest.mark.parametrize(
    ("name", "channel"), [("a.html", "email"), ("a.txt", "contact-form"), ("a.md", "contact-form")]
)
def test_channel_follows_the_kind_of_file(
    checked: Checked, write: Write, name: str, channel: str
) -> None:
    """HTML goes by email, text by the contact form, unless told otherwise."""
    path = write(name, CLEAN)

    assert checked(path)["files"][0]["template"]["channel"] == channel
    assert checked(path, "--channel", "api")["files"][0]["template"]["channel"] == "api"


def test_file_says_what_it_is_and_options_win(checked: Checked, write: Write) -> None:
    """Metas of a template file set the scene; options override them."""
    source = (
        '<html lang="de"><head><meta name="permitted:reason" content="reply">'
        '<meta name="permitted:marketplace" content="amazon.de"></head><p>Hallo</p></html>'
    )
    path = write("a.html", source)

    own = checked(path)["files"][0]["template"]
    told = checked(path, "--reason", "invoice", "--lang", "fr")["files"][0]["template"]

    assert own == {
        "lang": "de",
        "reason": "reply",
        "channel": "email",
        "marketplace": "amazon.de",
    }
    assert (told["reason"], told["lang"]) == ("invoice", "fr")


def test_marketplace_decides_over_a_language_nobody_named(checked: Checked, write: Write) -> None:
    """A text for amazon.de without a language is taken for German."""
    report = checked(write("a.txt", "Hallo"), "--marketplace", "amazon.de")

    assert report["files"][0]["template"]["lang"] == "de-DE"


def test_set_aside_findings_carry_their_reason(checked: Checked, run: Run, write: Write) -> None:
    """What a template file accepts is reported with its reason and fails nothing."""
    entry = {
        "rule": "external-link",
        "part": "body",
        "text": "https://parcels.kitchen-friends.net/1",
        "before": "\ufffc ",
        "after": "",
        "reason": "our carrier",
    }
    meta = f"<meta name='permitted:set-aside' content='{json.dumps(entry)}'>"
    link = '<p>{{order_id}} <a href="https://parcels.kitchen-friends.net/1">the parcel service page</a></p>'
    path = write("a.html", f"<html><head>{meta}</head><body>{link}</body></html>")

    report = checked(path)

    accepted = {it["rule"]: it["set_aside"] for it in report["files"][0]["findings"]}
    assert accepted["external-link"] == "our carrier"
    assert "set aside: our carrier" in run("check", path)[1]


def test_exit_status_tells_what_came_of_it(run: Run, write: Write) -> None:
    """0 without findings, 1 with, 2 where a file could not be checked."""
    clean, found = write("clean.html", CLEAN), write("found.html", EMOJI)

    assert run("check", clean)[0] == 0
    assert run("check", clean, found)[0] == 1
    assert run("check", found, "missing.html")[0] == 2


def test_fail_on_sets_the_bar(run: Run, write: Write) -> None:
    """A review finding fails by default, and not where only must-fix ones count."""
    link = '<a href="https://parcels.kitchen-friends.net/1">the parcel service page</a>'
    path = write("a.html", f"<p>{{{{order_id}}}} {link}</p>")

    assert run("check", path)[0] == 1
    assert run("check", path, "--fail-on", "must-fix")[0] == 0


def test_broken_files_do_not_hide_the_others(checked: Checked, run: Run, write: Write) -> None:
    """Binary, missing and huge files are errors; the rest is checked."""
    good = write("good.html", EMOJI)
    binary = write("bad.html", b"\x89PNG\r\n\0\0")
    huge = write("huge.txt", b"x" * 5_000_001)

    report = checked(good, binary, huge, "missing.html")

    assert [it["path"] for it in report["files"]] == [str(good)]
    told = {Path(it["path"]).name: it["message"] for it in report["errors"]}
    assert told == {
        "missing.html": "no such file or folder",
        "bad.html": "not a text file",
        "huge.txt": "larger than 5 MB; a message is a few thousand characters",
    }
    assert run("check", good, binary)[0] == 2
