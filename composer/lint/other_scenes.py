"""A template as it would be under another reason, without the seller's settings, unquoted, ..."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from composer.document import Block, Document
from composer.document.edits import ReplaceText, apply
from composer.language.phrases.lexicon import lexicon_of
from composer.lint.context import Settings
from composer.lint.engine import Linter
from composer.template import Template

_LISTS = ("words", "brands", "hosts", "placeholders", "pictures")
_TOKEN = re.compile(r"[^\s\ufffc]+")
_BESIDE = ".,;:!?()[]“”‘’\"'"
_NO_LETTER = re.compile(r"[\W\d_]")


@dataclass(frozen=True, slots=True)
class Scene:
    """A template and settings that differ in one thing, `cause`, from how they are.

    `because` says how it is: the reason, the channel. `respelt` is a word that is written otherwise
    in it, as a dictionary would look it up: only what the dictionary says means anything then.
    """

    cause: str
    template: Template
    settings: Settings
    because: str = ""
    respelt: str = ""


def other_scenes(
    linter: Linter, template: Template, part: str, start: int, end: int
) -> Iterator[Scene]:
    """Yield what `template` could be otherwise, as far as it bears on a range of one part."""
    settings = linter.settings
    for name in _LISTS:
        if getattr(settings, name):
            bare = replace(settings, **{name: frozenset[str]()})
            yield Scene(f"own-{name}", template, bare)
    quoted = _unquoted(template, part, start, end)
    if quoted != template:
        yield Scene("quoted", quoted, settings)
    if template.channel != "email":
        sent = replace(template, channel="email")
        yield Scene("channel", sent, settings, template.channel)
    for reason in ("", *linter.policy.reasons):
        if reason != template.reason:
            yield Scene("reason", replace(template, reason=reason), settings, template.reason)
    yield from _respelt(linter, template, part, start, end)


def _unquoted(template: Template, part: str, start: int, end: int) -> Template:
    """The template with the blocks of the range as the seller's own words, positions kept."""
    document = template.part(part)
    first, last = document.block_index(start), document.block_index(max(start, end - 1))
    blocks = tuple(
        _own_words(block) if first <= index <= last else block
        for index, block in enumerate(document.blocks)
    )
    if blocks == document.blocks:
        return template
    if part == "subject":
        return replace(template, subject=replace(document, blocks=blocks))
    return replace(template, body=replace(document, blocks=blocks))


def _own_words(block: Block) -> Block:
    if any(container.tag == "blockquote" for container in block.path):
        block = replace(block, path=())
    if not block.text.startswith(">"):
        return block
    # as many spaces: the words stay where they are
    marks = len(block.text) - len(block.text.lstrip("> "))
    return apply(Document((block,)), [ReplaceText(0, marks, " " * marks)]).blocks[0]


def _respelt(
    linter: Linter, template: Template, part: str, start: int, end: int
) -> Iterator[Scene]:
    """The words of the range one by one, without what keeps them from being looked up."""
    text = template.part(part).text
    lexicon = lexicon_of(template.language)
    abbreviations = lexicon.abbreviations if lexicon else frozenset[str]()
    for match in _TOKEN.finditer(text, start, end):
        word = match[0].strip(_BESIDE)
        at = match.start() + match[0].index(word)
        stop = at + len(word)
        if text[stop : stop + 1] == "." and word.lower() in abbreviations:
            edit = ReplaceText(stop, stop + 1, " ")
            edited = template.edited(part, (edit,))
            yield Scene("abbreviation", edited, linter.settings, respelt=word)
        if word.istitle() and _is_unknown(linter, template, word):
            edit = ReplaceText(at, stop, word.lower())
            edited = template.edited(part, (edit,))
            yield Scene("name", edited, linter.settings, respelt=word)
        letters = _NO_LETTER.sub("", word).lower()
        if letters and letters not in {word, word.lower() if word.istitle() else ""}:
            # spaces keep what follows in its place
            edit = ReplaceText(at, stop, letters.ljust(len(word)))
            edited = template.edited(part, (edit,))
            yield Scene("unread", edited, linter.settings, respelt=word)


def _is_unknown(linter: Linter, template: Template, word: str) -> bool:
    """Whether no dictionary of the template's language has `word`, which is not flagged as such."""
    speller = linter.speller
    return speller is not None and bool(speller.unknown({word}, template.language))
