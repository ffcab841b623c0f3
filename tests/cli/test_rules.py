import json
from collections.abc import Callable
from pathlib import Path

import pytest

from composer import rules
from composer.lint.rule import Rule
from composer.policy import Policy

Run = Callable[..., tuple[int, str, str]]


def test_table_lists_every_rule(run: Run) -> None:
    """One line for each rule: id, severity, clause and title."""
    status, out, _ = run("rules")

    head, *lines = out.rstrip().split("\n")
    assert status == 0
    assert head.split() == ["RULE", "SEVERITY", "CLAUSE", "TITLE"]
    assert len(lines) == len(rules.load())
    for line, rule in zip(lines, rules.load(), strict=True):
        assert line.split(maxsplit=3) == [rule.id, str(rule.severity), rule.clause, rule.title]


def test_json_lists_the_same(run: Run) -> None:
    """Other programs get the same facts, and whether a fix is shown."""
    listed = json.loads(run("rules", "--format", "json")[1])

    assert [it["rule"] for it in listed] == [rule.id for rule in rules.load()]
    assert set(listed[0]) == {"rule", "severity", "clause", "title", "fix"}
    assert {it["rule"]: it["fix"] for it in listed}["emoji"] is True


@pytest.mark.parametrize("rule", rules.load(), ids=lambda rule: rule.id)
def test_every_rule_is_explained(run: Run, rule: Rule) -> None:
    """Help, clause with source and date, and each example are shown."""
    status, out, _ = run("explain", rule.id)

    clause = Policy.load().clauses[rule.clause]
    assert status == 0
    assert out.startswith(f"{rule.title}\n{rule.id}, {rule.severity}\n")
    assert f"Clause {clause.id}: {clause.heading}" in out
    assert clause.source.name.split()[0] in out
    assert out.count("✗ ") + out.count("✓ ") >= len(rule.examples)
    if clause.source.url:
        assert clause.source.url in out


def test_source_says_whose_words_it_gives(run: Run) -> None:
    """A text that others republished is named as that, in words, not by a letter."""
    _, republished, _ = run("explain", "wide-image")
    _, own, _ = run("explain", "misplaced-review-request")

    assert "as republished by EcommerceBytes,\n  in force since 2020-11-06" in republished
    assert "Amazon's text, as another site gives it" in republished
    assert "Amazon's own text." in own
    assert "grade" not in republished + own


def test_clause_explains_all_its_rules(run: Run) -> None:
    """The id of a clause shows every rule that looks for it."""
    _, out, _ = run("explain", "c-link")

    wanted = [rule.title for rule in rules.load() if rule.clause == "C-LINK"]
    assert len(wanted) > 1
    assert all(f"{title}\n" in out for title in wanted)


def test_unknown_rule(run: Run) -> None:
    """A name we do not know is told, with what lists them."""
    status, out, error = run("explain", "none")

    assert (status, out) == (2, "")
    assert error == "permitted: no rule none; `permitted rules` lists them\n"


@pytest.mark.parametrize("wrong", ["emojy", "Emojis", "unsecured_lnk"])
def test_slip_of_the_pen(run: Run, wrong: str) -> None:
    """Of a name that is nearly one of ours, ours is told."""
    status, _, error = run("explain", wrong)

    assert status == 2
    assert f"did you mean {'emoji' if 'moj' in wrong else 'unsecured-link'}?" in error


def test_version(run: Run) -> None:
    """--version names the program."""
    assert run("--version")[1].startswith("Permitted ")


def test_command_is_asked_for(run: Run) -> None:
    """Without a command the usage is shown and nothing runs."""
    status, _, error = run("--")

    assert status == 2
    assert "usage: permitted" in error


def test_page_of_clauses_is_up_to_date(run: Run) -> None:
    """Every clause stands in the page with its rules, or with what is asked instead."""
    page = Path(rules.__path__[0], "README.md")

    assert page.read_text(encoding="utf-8") == run("rules", "--format", "markdown")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["--text", "Thank you for the 5-star review."],
            (
                "Asks for a positive review (positive-review-request)\n"
                "  “5-star review”: read as fine: “Thank you for the 5-star review”\n"
            ),
        ),
        (
            ["--text", "Your order has shipped.", "--reason", "reply"],
            "“Your order has shipped”: not under this reason: reply\n",
        ),
        (["--text", "Leave us a 5-star review."], "(positive-review-request)\n  is flagged\n"),
        (["--text", "The weather is nice."], "No rule looks for anything like this.\n"),
        (["--text", "좋은 리뷰", "--lang", "ko"], "not judged in this language: ko\n"),
    ],
)
def test_a_text_is_explained(run: Run, arguments: list[str], said: str) -> None:
    """The rules that nearly flag it, each with what keeps it from that."""
    status, out, error = run("explain", *arguments)

    assert (status, error) == (0, "")
    assert said in out
