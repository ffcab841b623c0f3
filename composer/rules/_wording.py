"""Findings of rules that understand text: what a topic's entries say, with neutral rewrites."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from composer.document import Document
from composer.document.edits import Edit, ReplaceText
from composer.language.phrases import Hit, Passage, Place, Rewrite
from composer.lint.context import Message
from composer.lint.finding import Finding, Fix, Location, Severity
from composer.lint.rule import Rule
from composer.phrase import Phrase
from composer.rules._review_reasons import may_ask_for_review, neutral_requests
from composer.rules._sentences import removals, without_sentences

SHOWN = 80
_FEW = 3  # sentences that are each offered to be removed alone
_UNDER_A_REASON = frozenset({"return_without_question"})  # says nothing under another reason
REWRITES = 3
_ANSWERS = frozenset({"review_change_request", "feedback_change_request"})
"""Topics whose neutral sentences ask for nothing; all others' are about a review."""


def worded(
    rule: Rule, message: Message, *, but: str = "", lacking: bool = False
) -> Iterator[Finding]:
    """Yield what the topic named after `rule` finds in every language of the message.

    Sentences in which the topic `but` marks something are left to the rule of that name, where they
    run on only its words. Nothing is taken out of a message that is `lacking` something.
    """
    for passage in message.passages:
        spaced = passage.lexicon.script.spaced
        hits = passage.hits(but) if but else ()
        taken = [it for hit in hits for it in (hit.places if spaced else _marked(hit))]
        for hit in passage.hits(rule.topic):
            if not any(_share(it, other, sentence=spaced) for it in hit.places for other in taken):
                found = finding_of(rule, message, passage, hit)
                yield replace(found, fixes=()) if lacking else found
    for position, text, passage in message.alternative_texts:
        for hit in passage.hits(rule.topic):
            yield _in_picture(rule, position, text, hit)


def _in_picture(rule: Rule, position: int, text: str, hit: Hit) -> Finding:
    """The finding of a hit in the alternative text of the picture at `position`."""
    where = _marked(hit)[0]
    return rule.finding(
        position,
        position + 1,
        at=("alt", ""),
        text=text,
        severity=None if hit.entry.hard else Severity.REVIEW,
        shown=cut(text[where.start : where.end], SHOWN),
    )


def worded_at_all(
    rule: Rule, message: Message, *, alone_but: tuple[str, ...] | None = None
) -> Iterator[Finding]:
    """Yield one finding for the whole message where the topic named after `rule` finds anything.

    With `alone_but` only where no topic beside those does: what breaks another rule has a purpose,
    if not a good one.
    """
    if alone_but is not None and _says_more(message, {rule.topic, *alone_but}):
        return
    for passage in message.passages:
        for hit in passage.hits(rule.topic)[:1]:
            related = [Location(it.part, it.start, it.end) for it in hit.places]
            yield rule.finding(
                severity=None if hit.entry.hard else Severity.REVIEW, related=related
            )
            return


def _says_more(message: Message, topics: AbstractSet[str]) -> bool:
    return any(
        passage.hits(other)
        for passage in message.passages
        for other in passage.lexicon.topics.keys() - topics - _UNDER_A_REASON
    )


def finding_of(rule: Rule, message: Message, passage: Passage, hit: Hit) -> Finding:
    """Return the finding of a hit: its words, the sentences to put a neutral one in place of."""
    neutral = _neutral_sentences(rule, message, passage, hit)
    where, *others = sorted(_marked(hit), key=lambda it: it.sentence in neutral)
    severity = None if hit.entry.hard else Severity.REVIEW
    return rule.finding(
        where.start,
        where.end,
        part=where.part,
        related=[Location(it.part, it.start, it.end) for it in others],
        fixes=_fixes(rule, message, passage, hit),
        severity=severity,
        shown=_shown(message, where),
    )


def _neutral_sentences(rule: Rule, message: Message, passage: Passage, hit: Hit) -> frozenset[int]:
    """The sentences of a hit that say what a neutral one says: what is wrong stands beside them."""
    offered = {it.text for it in passage.lexicon.rewrites if rule.topic in it.topics}
    return frozenset(
        it.sentence
        for it in hit.sentences
        if message.template.part(it.part).text[it.start : it.end].strip() in offered
    )


def _marked(hit: Hit) -> tuple[Place, ...]:
    """The range of all cues where they share a sentence, else each on its own, the first first."""
    first = hit.places[0]
    if all((it.part, it.sentence) == (first.part, first.sentence) for it in hit.places):
        start, end = min(it.start for it in hit.places), max(it.end for it in hit.places)
        return (Place(first.sentence, first.part, start, end),)
    return hit.places


def _share(one: Place, other: Place, *, sentence: bool) -> bool:
    """Whether two places are in one sentence, or have words in common."""
    if sentence:
        return one.sentence == other.sentence
    return one.part == other.part and one.start < other.end and other.start < one.end


def _shown(message: Message, where: Place) -> str:
    return cut(
        " ".join(message.template.part(where.part).text[where.start : where.end].split()), SHOWN
    )


def cut(text: str, most: int) -> str:
    """`text`, or as many whole words of it as `most` characters take."""
    if len(text) <= most:
        return text
    head = text[:most].rpartition(" ")[0] or text[: most - 1]
    return head.rstrip(" ,;:") + "…"


def _fixes(rule: Rule, message: Message, passage: Passage, hit: Hit) -> Iterator[Fix]:
    """Neutral sentences in place of what was found, the message's own tone first; or nothing."""
    sentences = [it for it in hit.sentences if it.part == hit.places[0].part]
    # Under another reason the neutral sentence would be found next; one request is enough.
    may_ask = may_ask_for_review(message.context) and not any(neutral_requests(passage))
    rewrites = [
        it
        for it in passage.lexicon.rewrites
        if rule.topic in it.topics and (_ANSWERS.issuperset(it.topics) or may_ask)
    ]
    register = "informal" if passage.has("informal") else "formal"
    rewrites.sort(key=lambda it: it.register not in {"", register})
    document = message.template.part(sentences[0].part)
    text = document.text
    for rewrite in rewrites[:REWRITES]:
        there = [it for it in sentences if text[it.start : it.end].strip() == rewrite.text]
        if there and len(sentences) > 1:
            yield _removing_others(document, sentences, there[0])
        else:
            yield _saying(message, sentences, rewrite)
    if 1 < len(sentences) <= _FEW:  # what they say together may be said by one of them
        for sentence in sentences:
            yield _removing(document, sentence)
    yield without_sentences(document, _ranges(sentences), sentences[0].part)


def _saying(message: Message, sentences: list[Place], rewrite: Rewrite) -> Fix:
    """Say it neutrally instead of in `sentences`: the title tells of more than one."""
    text, count = rewrite.text, len(sentences)
    answers = _ANSWERS.issuperset(rewrite.topics)
    title = Phrase("Say “{text}”", text=text)
    short = Phrase("Use a neutral sentence") if answers else Phrase("Ask in neutral words")
    if count > 1:
        title = Phrase("Replace {count} sentences: “{text}”", count=count, text=text)
        short = Phrase("Replace these {count} sentences", count=count)
    return Fix(title, _edits(message, sentences, text), part=sentences[0].part, short=short)


def _ranges(sentences: Iterable[Place]) -> list[tuple[int, int]]:
    return [(it.start, it.end) for it in sentences]


def _removing_others(document: Document, sentences: list[Place], kept: Place) -> Fix:
    """Keep the neutral sentence that is there already; the others go."""
    others = [it for it in sentences if it is not kept]
    if len(others) == 1:
        return _removing(document, others[0])
    title = Phrase("Remove the other {count} sentences", count=len(others))
    return Fix(title, removals(document, _ranges(others)), part=kept.part)


def _removing(document: Document, sentence: Place) -> Fix:
    text = cut(document.text[sentence.start : sentence.end].strip(), SHOWN)
    title = Phrase("Remove “{text}”", text=text)
    return Fix(title, removals(document, _ranges([sentence])), part=sentence.part)


def _edits(message: Message, sentences: list[Place], text: str) -> tuple[Edit, ...]:
    """Put `text` in place of sentences in a row; those apart from them go."""
    body = message.template.part(sentences[0].part)
    end = sentences[0].end
    rest: list[Place] = []
    for place in sentences[1:]:
        if "\n" in body.text[end : place.start] or body.text[end : place.start].strip():
            rest.append(place)
        else:
            end = place.end
    return (ReplaceText(sentences[0].start, end, text), *removals(body, _ranges(rest)))
