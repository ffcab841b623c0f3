"""Why something is not flagged: rules that nearly found it, and what kept each from it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from composer.language.detection import detect
from composer.language.phrases.lexicon import lexicon_of
from composer.language.phrases.near import NearHit, near_hit
from composer.lint.context import Message
from composer.lint.engine import Linter
from composer.lint.finding import Finding
from composer.lint.other_scenes import Scene, other_scenes
from composer.lint.rule import PARTS, Rule
from composer.template import Template

MOST = 3  # near misses of wording that lack words, told where nothing came nearer


class Cause(StrEnum):
    """What kept a rule from flagging words."""

    SET_ASIDE = "set-aside"
    REASON = "reason"
    CHANNEL = "channel"
    QUOTED = "quoted"
    OWN_WORDS = "own-words"
    OWN_BRANDS = "own-brands"
    OWN_HOSTS = "own-hosts"
    OWN_PLACEHOLDERS = "own-placeholders"
    OWN_PICTURES = "own-pictures"
    UNREAD = "unread"
    ABBREVIATION = "abbreviation"
    NAME = "name"
    EXCUSED = "excused"
    EXCUSED_ELSEWHERE = "excused-elsewhere"
    APART = "apart"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A rule that nearly flagged `words`.

    `because` is what the cause names: the seller's reason for setting it aside, the template's
    reason or channel, or the words that excuse it. `example` is a sentence that shows the same.
    """

    rule: Rule
    cause: Cause
    words: str
    because: str = ""
    example: str = ""


@dataclass(frozen=True, slots=True)
class NotFlagged:
    """What is known about a range: what flags it all the same, and what nearly does.

    `unread` is the language of the words where no lexicon reads it, else "".
    """

    text: str
    flagged: tuple[Finding, ...] = ()
    near: tuple[NearMiss, ...] = ()
    unread: str = ""


class _Range(NamedTuple):
    part: str
    start: int
    end: int

    def touches(self, finding: Finding) -> bool:
        """Whether a finding, or what it points at as well, has a character in common."""
        places = (finding.location, *finding.related)
        return any(
            it.part == self.part and it.start < self.end and self.start < it.end for it in places
        )


def near_misses(linter: Linter, template: Template, part: str, start: int, end: int) -> NotFlagged:
    """Return why `linter` flags no more than it does from `start` to `end` of one part.

    Checks the template again as it would be under another reason, without the seller's own
    settings and so on: what is found then, and only then, was kept back by that.
    """
    here = _Range(part, start, end)
    found = tuple(filter(here.touches, linter.lint(template)))
    flagged = tuple(it for it in found if it.set_aside is None)
    rules = {it.id: it for it in linter.rules}
    near = [
        NearMiss(rules[it.rule], Cause.SET_ASIDE, it.text or it.excerpt, it.set_aside)
        for it in found
        if it.set_aside is not None
    ]
    told = {it.rule for it in found}
    for miss in (*_kept_back(linter, template, here), *_wording(linter, template, here)):
        if miss.rule.id not in told:
            told.add(miss.rule.id)
            near.append(miss)
    text = template.part(part).text[start:end]
    return NotFlagged(text, flagged, _worth_telling(near), _unread(template, here))


def _kept_back(linter: Linter, template: Template, here: _Range) -> Iterator[NearMiss]:
    """What is found in other scenes; what is found as it is is among it."""
    rules = {it.id: it for it in linter.rules}
    for scene in other_scenes(linter, template, *here):
        for finding in filter(here.touches, _lint(linter, scene)):
            if finding.dictionary or not scene.respelt:
                words = scene.respelt or finding.excerpt or finding.text
                yield NearMiss(rules[finding.rule], Cause(scene.cause), words, scene.because)


def _lint(linter: Linter, scene: Scene) -> tuple[Finding, ...]:
    held = linter.settings
    linter.settings = scene.settings
    try:
        return linter.lint(scene.template)
    finally:
        linter.settings = held


def _wording(linter: Linter, template: Template, here: _Range) -> Iterator[NearMiss]:
    """Rules of wording some of whose words stand there, the nearest misses first."""
    message = Message(template, linter.context(template))
    found = [
        (near, rule)
        for passage in message.passages
        for rule in linter.rules
        if (near := near_hit(passage, rule.topic, *here)) is not None
    ]
    for near, rule in sorted(found, key=lambda it: it[0].weight):
        yield _wording_miss(near, rule, template)


def _wording_miss(near: NearHit, rule: Rule, template: Template) -> NearMiss:
    first = near.places[0]
    inside = [it for it in near.places if (it.part, it.sentence) == (first.part, first.sentence)]
    start, end = min(it.start for it in inside), max(it.end for it in inside)
    because = near.because
    return NearMiss(
        rule,
        Cause(near.obstacle),
        _words(template, first.part, start, end),
        _words(template, *because[1:]) if because else "",
        near.example,
    )


def _words(template: Template, part: str, start: int, end: int) -> str:
    return " ".join(template.part(part).text[start:end].split())


def _worth_telling(near: list[NearMiss]) -> tuple[NearMiss, ...]:
    """Words that lack others are far from anything: told only where nothing else is, and few."""
    nearer = [it for it in near if it.cause is not Cause.MISSING]
    return tuple(nearer or near[:MOST])


def _unread(template: Template, here: _Range) -> str:
    document = template.part(here.part) if here.part in PARTS else None
    block = document.blocks[document.block_index(here.start)].text if document else ""
    spoken = detect(block, template.language) or template.language
    read = lexicon_of(spoken) or lexicon_of(template.language)
    return "" if read else spoken
