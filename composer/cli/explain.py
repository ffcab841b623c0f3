"""`permitted explain`: a rule's help, the clause behind it, examples; or why text is fine."""

import argparse
import difflib
import textwrap
from collections.abc import Iterator

from composer import rules
from composer.cli.console import complain, write_out
from composer.cli.explain_text import explain_text
from composer.cli.options import add_scene
from composer.library.settings import SettingsError
from composer.lint.rule import Invalid, Rule
from composer.policy import Clause, Policy
from composer.policy.source import Grade

FAILED = 2
WIDTH = 88
# How far each kind of source can be trusted.
_GRADES = {
    Grade.AMAZON: "Amazon's own text.",
    Grade.REPUBLISHED: "Amazon's text, as another site gives it: Amazon's own page cannot be read "
    "in full without a seller's login.",
    Grade.PARAPHRASE: "Others say it in other words, not Amazon.",
    Grade.UNVERIFIED: "This cannot be verified.",
}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]", policy: Policy) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "explain",
        help="explain a rule, or why a text is not flagged",
        description="Explain a rule: what it looks for, the clause behind it, examples. "
        "Or explain why a text is not flagged: the rules that nearly are about it.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("rule", nargs="?", metavar="RULE", help="name of a rule, or id of a clause")
    what.add_argument(
        "--text", metavar="TEXT", help="say which rules nearly flag TEXT, and why not"
    )
    add_scene(parser, policy)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the help of a rule, or of all rules of a clause, or on a text; return the status."""
    if arguments.text is not None:
        try:
            write_out(explain_text(arguments), None)
        except SettingsError as error:
            complain(str(error))
            return FAILED
        return 0
    policy = Policy.load()
    known = rules.load()
    name = arguments.rule.lower().replace("_", "-")
    found = [rule for rule in known if name in (rule.id, rule.clause.lower())]
    if not found:
        near = difflib.get_close_matches(name, [rule.id for rule in known], n=1)
        meant = f"did you mean {near[0]}? " if near else ""
        complain(f"no rule {arguments.rule}; {meant}`permitted rules` lists them")
        return FAILED
    pages = ("\n".join(_page(rule, policy.clauses[rule.clause])) for rule in found)
    write_out("\n\n".join(pages) + "\n", None)
    return 0


def _page(rule: Rule, clause: Clause) -> Iterator[str]:
    yield rule.title
    yield f"{rule.id}, {rule.severity}"
    yield ""
    for paragraph in rule.explanation.split("\n\n"):
        yield from (*textwrap.wrap(paragraph, WIDTH), "")
    yield f"Clause {clause.id}: {clause.heading}"
    yield from _indented(clause.text)
    if clause.quote:
        yield from _indented(f"“{clause.quote}”")
    source = clause.source
    dated = clause.date or source.date
    since = f"in force since {dated:%Y-%m-%d}" if dated else "undated"
    yield from _indented(f"Source: {source.name}, {since}")
    yield from _indented(_GRADES[source.grade])
    if source.url:
        yield f"  {source.url}"
    if clause.note:
        yield from _indented(f"Our reading: {clause.note}")
    yield ""
    yield "Examples"
    for example in rule.examples:
        yield from _indented(("✗ " if isinstance(example, Invalid) else "✓ ") + example.html)
        if isinstance(example, Invalid) and example.fixed is not None:
            yield from _indented(f"→ {example.fixed}", "    ")


def _indented(text: str, indent: str = "  ") -> list[str]:
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
