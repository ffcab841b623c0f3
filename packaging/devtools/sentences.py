"""Everything that is said on screen in English, by the id translators know it under."""

import ast
import errno
import os
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path

import composer
import composer.rules
from composer import rules
from composer.gui.words.wordbook import ENGLISH, read_words
from composer.lint import engine, filled
from composer.phrase import key_of
from composer.policy import Policy
from composer.policy.order import worst_case

# Why a system refuses a file mostly; other reasons stay in its own words.
_REFUSALS = (errno.EACCES, errno.ENOENT, errno.ENOSPC, errno.EEXIST, errno.EROFS, errno.ENOTDIR)


@cache
def english_sentences() -> dict[str, str]:
    """Return the words of the interface, the rules and the policy, by id.

    Raises:
        ValueError: two sentences have one id, so no table could tell them apart.
    """
    words: dict[str, str] = {}
    sources = (_rules(), _sentences(), _problems(), _policy(), _vocabularies(), _clauses())
    for key, text in chain(read_words(ENGLISH).items(), *sources):
        if words.setdefault(key, text).casefold() != text.casefold():
            reason = f"{key} is both “{words[key]}” and “{text}”"
            raise ValueError(reason)
    return words


def _rules() -> Iterator[tuple[str, str]]:
    for rule in rules.load():
        yield f"rule.{rule.id}.title", rule.title
        yield f"rule.{rule.id}.explanation", rule.explanation
        yield f"rule.{rule.id}.message", rule.message


def _sentences() -> Iterator[tuple[str, str]]:
    """Yield what the rules' code says beside their messages.

    Titles of fixes, and what several rules say, have one id for all rules.
    """
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    files = sorted(Path(composer.rules.__file__).parent.glob("*.py"))
    for file in (*files, Path(engine.__file__), Path(filled.__file__)):
        shared = file.stem.startswith("_") or file not in files
        rule = "all" if shared else file.stem.replace("_", "-")
        for sentence, is_fix in _said(ast.parse(file.read_text(encoding="utf-8"))):
            found[key_of(sentence)]["all" if is_fix else rule] = sentence
    for key, by_rule in found.items():
        area = next(iter(by_rule)) if len(by_rule) == 1 else "all"
        yield from ((f"rule.{area}.{key}", sentence) for sentence in by_rule.values())


def _problems() -> Iterator[tuple[str, str]]:
    """Yield what is said of files, pastes and searches that did not work."""
    root = Path(composer.__file__).parent
    for folder in ("document", "export", "library", "gui"):
        for file in sorted((root / folder).rglob("*.py")):
            for sentence, _ in _said(ast.parse(file.read_text(encoding="utf-8"))):
                yield f"problem.{key_of(sentence)}", sentence
    for code in _REFUSALS:
        yield f"problem.{key_of(os.strerror(code))}", os.strerror(code)


def _said(tree: ast.AST) -> Iterator[tuple[str, bool]]:
    """Yield the sentences written in a module, and whether each is the title of a fix."""
    titles: set[ast.AST] = set()
    for call in ast.walk(tree):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "id", getattr(call.func, "attr", ""))
        told: list[ast.expr] = []
        if name in {"Fix", "override_findings"}:
            title = call.args[0 if name == "Fix" else 3]
            titles.add(title)
            told.append(title)
        elif name == "Phrase" and len(call.args) == 1:
            told.append(call.args[0])
        elif name == "finding":
            told += [each.value for each in call.keywords if each.arg == "message"]
        for sentence in told:
            parts = [sentence]
            if isinstance(sentence, ast.IfExp):
                parts = [sentence.body, sentence.orelse]
            for part in parts:
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value, name in {"Fix", "override_findings"} or call in titles


def _policy() -> Iterator[tuple[str, str]]:
    policy = Policy.load()
    for reason in policy.reasons.values():
        for what in ("title", "description", "window", "hint", "instead"):
            if text := getattr(reason, what):
                yield f"policy.reason.{reason.id}.{what}", text
    for channel in policy.channels.values():
        yield f"policy.channel.{channel.id}.title", channel.title
        yield f"policy.channel.{channel.id}.description", channel.description
        for reason in policy.reasons.values():
            limit = policy.channel_limit(reason.id, channel.id)
            if limit and not limit.offered:
                yield f"policy.limit.{reason.id}.{channel.id}.note", limit.note or ""


def _vocabularies() -> Iterator[tuple[str, str]]:
    policy = Policy.load()
    for kind in policy.attachment_kinds.values():
        yield f"policy.attachment.{kind.id}.title", kind.title
    for check in policy.accessibility.checks.values():
        for what in ("title", "help", "question"):
            yield f"policy.accessibility.{check.id}.{what}", getattr(check, what)
    for edition in policy.editions.values():
        yield f"policy.edition.{edition.id}.sentence", edition.sentence
        yield f"policy.edition.{edition.id}.changes", edition.changes
    for name, placeholder in policy.placeholders.items():
        yield f"policy.placeholder.{name}.title", placeholder.title
        yield f"policy.placeholder.{name}.meaning", placeholder.meaning
        if placeholder.form:
            yield f"policy.placeholder.{name}.form", placeholder.form
    for order in (*policy.orders, worst_case(policy.orders)):
        yield f"policy.order.{order.id}.title", order.title
    for tag, language in policy.languages.by_tag.items():
        yield f"policy.language.{tag}.name", language.name
    for code, region in policy.languages.regions.items():
        yield f"policy.region.{code}", region


def _clauses() -> Iterator[tuple[str, str]]:
    """A wording that another edition than the first brought has an id with its date."""
    first, *_ = editions = tuple(Policy.load().editions)
    for edition in editions:
        for clause in Policy.load(edition).clauses.values():
            yield f"policy.group.{clause.group}.heading", clause.heading
            name = clause.id if clause.since == first else f"{clause.id}-{clause.since}"
            for what in ("text", "note", "statement"):
                if text := getattr(clause, what):
                    yield f"policy.clause.{name}.{what}", text
            for reason, text in clause.statements.items():
                yield f"policy.clause.{name}.statement_for.{reason}", text
