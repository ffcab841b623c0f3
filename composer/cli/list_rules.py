"""`permitted rules`: every rule with its severity, clause and title."""

import argparse
import json
from collections.abc import Iterator, Sequence

from composer import rules
from composer.cli.console import write_out
from composer.lint.rule import Invalid, Rule
from composer.policy import Clause, Policy


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", _policy: Policy) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "rules", help="list the rules", description="List every rule with its clause."
    )
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the rules and return the exit status."""
    found = rules.load()
    match arguments.format:
        case "json":
            text = _json(found)
        case "markdown":
            text = clause_page(found, Policy.load())
        case _:
            text = _table(found)
    write_out(text, None)
    return 0


def has_fix(rule: Rule) -> bool:
    """Whether an example of `rule` shows a fix."""
    return any(isinstance(each, Invalid) and each.fixed is not None for each in rule.examples)


def clause_page(found: Sequence[Rule], policy: Policy) -> str:
    """Return the page on which rules hold each clause, or what is confirmed instead."""
    lines = [
        "# What holds each clause",
        "",
        "Made by `permitted rules --format markdown`. A clause without a rule is confirmed by you",
        "when you approve a template, or is beyond what a template can show.",
        "",
        f"Edition: {policy.edition.sentence}.",
        "",
        "| clause | what it says | rules | confirmed by you |",
        "| --- | --- | --- | --- |",
    ]
    for clause in policy.clauses.values():
        held = ", ".join(f"`{it.id}` ({it.severity})" for it in found if it.clause == clause.id)
        stated = " ".join(_statements(clause)) or (
            "" if held else "nothing: no template can show it"
        )
        lines.append(f"| {clause.id} | {clause.text} | {held} | {stated} |")
    return "\n".join(lines) + "\n"


def _statements(clause: Clause) -> Iterator[str]:
    if clause.statement:
        yield clause.statement
    yield from (f"For {reason}: {text}" for reason, text in clause.statements.items())


def _json(found: tuple[Rule, ...]) -> str:
    listed = [
        {
            "rule": rule.id,
            "severity": str(rule.severity),
            "clause": rule.clause,
            "title": rule.title,
            "fix": has_fix(rule),
        }
        for rule in found
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2) + "\n"


def _table(found: tuple[Rule, ...]) -> str:
    rows = [("RULE", "SEVERITY", "CLAUSE", "TITLE")]
    rows += [(rule.id, str(rule.severity), rule.clause, rule.title) for rule in found]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = (
        "  ".join((*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[3]))
        for row in rows
    )
    return "\n".join(lines) + "\n"
