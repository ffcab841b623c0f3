"""`permitted explain --text`: which rules nearly flag words, and what keeps them from it."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from composer.cli.checker import make_checker
from composer.cli.options import scene_of
from composer.document.text import read_text
from composer.language.detection import detect
from composer.library.settings import settings_for
from composer.lint.near_misses import Cause, NearMiss, NotFlagged, near_misses
from composer.template import Template

_SENTENCES = {
    Cause.SET_ASIDE: "set aside: {because}",
    Cause.REASON: "not under this reason: {because}",
    Cause.CHANNEL: "not over this channel: {because}",
    Cause.QUOTED: "stands in quoted text",
    Cause.OWN_WORDS: "one of your words",
    Cause.OWN_BRANDS: "one of your brands",
    Cause.OWN_HOSTS: "its site is one you declared",
    Cause.OWN_PLACEHOLDERS: "your tool fills it in",
    Cause.OWN_PICTURES: "you answered for this image",
    Cause.UNREAD: "codes, addresses and words in capitals are not looked up",
    Cause.ABBREVIATION: "a known abbreviation",
    Cause.NAME: "looks like a name or a foreign word",
    Cause.EXCUSED: "read as fine: “{because}”",
    Cause.EXCUSED_ELSEWHERE: "the message also says “{because}”",
    Cause.APART: "the words are too far apart, or in another order",
    Cause.MISSING: "nothing on its own",
}
_EXCUSED = frozenset({Cause.EXCUSED, Cause.EXCUSED_ELSEWHERE})


def explain_text(arguments: argparse.Namespace) -> str:
    """Return what is to be said of the text in the arguments.

    Raises:
        SettingsError: where the settings of the working directory cannot be read.
    """
    scene = scene_of(arguments)
    checker = make_checker(scene)
    checker.linter.settings = settings_for(Path())
    language = scene.language or detect(arguments.text) or "en"
    template = Template(
        body=read_text(arguments.text, checker.policy.placeholder_table()).document,
        reason=scene.reason or "",
        channel=scene.channel or "email",
        marketplace=scene.marketplace or checker.policy.store_for(language),
        language=language,
    )
    answer = near_misses(checker.linter, template, "body", 0, len(template.body.text))
    return "\n".join(_lines(answer)) + "\n"


def _lines(answer: NotFlagged) -> Iterator[str]:
    for finding in answer.flagged:
        yield f"{finding.message} ({finding.rule})"
        yield "  is flagged"
    for near in answer.near:
        yield f"{near.rule.title} ({near.rule.id})"
        yield from _reasons(near)
    if answer.unread:
        yield f"Wording is not judged in this language: {answer.unread}"
    elif not answer.flagged and not answer.near:
        yield "No rule looks for anything like this."


def _reasons(near: NearMiss) -> Iterator[str]:
    because = near.because or "none chosen"
    yield f"  “{near.words}”: {_SENTENCES[near.cause].format(because=because)}"
    if near.example:
        yield f"  {'✓' if near.cause in _EXCUSED else '✗'} {near.example}"
