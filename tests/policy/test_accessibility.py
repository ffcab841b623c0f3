"""What the audit may find: each rule of axe once, each check with its words."""

from pathlib import Path

import pytest

from composer import rules
from composer.policy import Policy, PolicyError
from composer.policy.accessibility import read_accessibility
from composer.policy.table import Table

CHECK = """
[[check]]
id = "contrast"
axe = ["color-contrast"]
severity = "must-fix"
wcag = "1.4.3"
level = "AA"
title = "Too similar"
help = "Take the colours away."
question = "Is it?"
"""
OFF = '[[off]]\nreason = "Judges a page."\naxe = ["region"]\n'


def read(tmp_path: Path, toml: str) -> object:
    """The checks of a file."""
    file = tmp_path / "accessibility.toml"
    file.write_text(toml, encoding="utf-8")
    return read_accessibility(Table.load(file))


def test_checks_are_found_by_the_ids_of_axe(policy: Policy) -> None:
    """A rule of axe leads to our words and weights."""
    check = policy.accessibility.by_axe["color-contrast"]
    assert (check.wcag, check.level, check.severity) == ("1.4.3", "AA", "must-fix")
    assert check is policy.accessibility.checks["contrast"]
    assert "region" in policy.accessibility.off


def test_what_is_only_advised_never_blocks(policy: Policy) -> None:
    """AAA asks for more than the guidelines do."""
    aaa = [it for it in policy.accessibility.checks.values() if it.level == "AAA"]
    assert aaa
    assert {it.severity for it in aaa} == {"advice"}


def test_checks_give_way_to_rules_that_exist(policy: Policy) -> None:
    """A rule renamed would have everything said twice."""
    known = {rule.id for rule in rules.load()}
    named = {name for it in policy.accessibility.checks.values() for name in it.covered_by}
    assert named
    assert named <= known


def test_words_are_written_as_everywhere(policy: Policy) -> None:
    """Titles are no sentences; help and questions are."""
    for check in policy.accessibility.checks.values():
        for words in (check.title, check.help, check.question):
            assert words[0].isupper(), check.id
        assert (check.help[-1], check.question[-1]) == (".", "?"), check.id
        assert check.title[-1] not in ".:!?", check.id


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        (CHECK + CHECK + OFF, "check contrast is there twice"),
        (CHECK + CHECK.replace('"contrast"', '"other"') + OFF, "color-contrast is there twice"),
        (CHECK + OFF.replace("region", "color-contrast"), "color-contrast checked and off"),
        (CHECK.replace("must-fix", "grave") + OFF, "check contrast: severity is none of"),
        (CHECK.replace("1.4.3", "contrast") + OFF, "name no criterion"),
        (CHECK.replace('"AA"', '"B"') + OFF, "name no criterion"),
        (CHECK.replace("question", "ask") + OFF, "question is missing"),
        (CHECK + OFF.replace("reason", "why"), "reason is missing"),
    ],
)
def test_damage_is_refused_with_its_place(tmp_path: Path, toml: str, message: str) -> None:
    """Who slips reads which check is meant."""
    with pytest.raises(PolicyError, match=message):
        read(tmp_path, toml)


def test_an_undamaged_file_is_read(tmp_path: Path) -> None:
    """The file that the damaged ones are made of is whole."""
    assert read(tmp_path, CHECK + OFF)
