"""How well the checks judge labelled messages: precision and recall, misses and false hits.

A folder holds ``.jsonl`` files, one message a line: ``id``, ``lang``, ``labels``, ``soft`` and
``text``, or ``file`` for an HTML body beside it; optional ``kind``, ``complete``, ``spans``,
``reason``, ``channel`` and ``marketplace``. Soft labels count neither as hit nor as miss.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from pathlib import Path

from composer.cli.judge_labels import Label
from composer.library.decoding import decode
from composer.library.source_file import Scene, open_text
from composer.lint.engine import Linter
from composer.lint.finding import Finding

REPLIES = frozenset({"reply", "public-reply"})
EXCERPT = 80


class LabelledError(ValueError):
    """Labelled messages that cannot be read; the text is one clear sentence."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """One labelled message; `quotes` are the words a label was given for."""

    id: str
    language: str
    text: str
    html: bool
    hard: frozenset[str]
    soft: frozenset[str]
    quotes: tuple[tuple[str, str], ...]
    kind: str
    complete: bool
    scene: Scene

    def scores(self, label: Label) -> bool:
        """Whether the message says anything about how well `label` is judged."""
        if label.name in self.soft and label.name not in self.hard:
            return False
        if label.html_only and not self.html:
            return False
        if label.name == "missing-order-id":
            return self.kind == "proactive" and self.complete
        return label.name != "thanks-only" or self.complete


@dataclass(frozen=True, slots=True)
class Error:
    """A label missed, or given where it is not due; `excerpt` shows the words."""

    id: str
    language: str
    label: str
    excerpt: str


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of hits, false hits and misses."""

    tp: int = 0
    fp: int = 0
    fn: int = 0

    def __add__(self, other: "Score") -> "Score":
        return Score(self.tp + other.tp, self.fp + other.fp, self.fn + other.fn)

    @property
    def precision(self) -> float | None:
        """The share of hits that are due, None without any."""
        return self.tp / (self.tp + self.fp) if self.tp + self.fp else None

    @property
    def recall(self) -> float | None:
        """The share of what is due that was hit, None where nothing is."""
        return self.tp / (self.tp + self.fn) if self.tp + self.fn else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both, None where neither is known."""
        whole = 2 * self.tp + self.fp + self.fn
        return 2 * self.tp / whole if whole else None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of judging a folder: scores by label, clause and language."""

    messages: int
    labels: dict[str, Score]
    clauses: dict[str, Score]
    languages: dict[str, Score]
    misses: tuple[Error, ...]
    false_hits: tuple[Error, ...]


def read_labelled(folder: Path) -> Iterator[Labelled]:
    """Yield the labelled messages of `folder`.

    Raises:
        LabelledError: where there are none, or a line is not as it should be.
    """
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise LabelledError(f"no .jsonl file in {folder}")
    for file in files:
        lines = file.read_text(encoding="utf-8").split("\n")
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    yield _labelled(json.loads(line), folder)
                except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
                    message = f"{file.name}, line {number}: {type(error).__name__}: {error}"
                    raise LabelledError(message) from error


def judge(messages: Iterable[Labelled], linter: Linter, labels: Sequence[Label]) -> Judgement:
    """Check each message and compare what was found with its labels.

    Only what a rule looks for is scored. A label may also be a clause's id; then the message says
    nothing about the named labels of that clause.
    """
    covered = {rule.clause for rule in linter.rules}
    scored = [label for label in labels if label.clauses[0] in covered]
    by_label = {label.name: Score() for label in scored}
    by_language: dict[str, Score] = {}
    by_clause: dict[str, Score] = {}
    misses: list[Error] = []
    false_hits: list[Error] = []
    count = 0
    for message in messages:
        count += 1
        findings = _findings(message, linter)
        asked = message.hard | message.soft
        named = [
            it
            for it in scored
            if message.scores(it)
            and not asked.intersection(it.clauses)
            and not _said_otherwise(it, message, scored)
        ]
        by_id = [Label(it, (it,)) for it in sorted(message.hard & covered)]
        for label in (*named, *by_id):
            hits = [finding for finding in findings if _means(label, finding, labels)]
            score = _score(label.name in message.hard, bool(hits))
            by_label[label.name] = by_label.get(label.name, Score()) + score
            language = by_language.get(message.language, Score())
            by_language[message.language] = language + score
            if score.fn:
                misses.append(_miss(message, label.name))
            false_hits += [_false_hit(message, label.name, hit) for hit in hits if score.fp]
        for clause, score in _clause_scores(message, scored, findings, covered):
            by_clause[clause] = by_clause.get(clause, Score()) + score
    return Judgement(count, by_label, by_clause, by_language, tuple(misses), tuple(false_hits))


def _said_otherwise(label: Label, message: Labelled, labels: Sequence[Label]) -> bool:
    """Whether another label for the same clauses is due: no rule tells the two apart."""
    kin = {it.name for it in labels if (it.clauses, it.rules) == (label.clauses, label.rules)}
    return label.name not in message.hard and bool(kin & (message.hard | message.soft))


def _means(label: Label, finding: Finding, labels: Sequence[Label]) -> bool:
    """Whether `finding` says what `label` does; clauses that share a label stand for each other."""
    if label.name != label.clauses[0]:
        return label.means(finding)
    kin = {label.name}.union(*(it.clauses for it in labels if label.name in it.clauses))
    return Label(label.name, tuple(kin)).means(finding)


def _clause_scores(
    message: Labelled,
    labels: Sequence[Label],
    findings: Sequence[Finding],
    covered: AbstractSet[str],
) -> Iterator[tuple[str, Score]]:
    """Score the labels that share their first clause as one, and clauses named by their id."""
    groups: dict[str, list[Label]] = {}
    for label in labels:
        groups.setdefault(label.clauses[0], []).append(label)
    for clause in sorted(message.hard & covered - groups.keys()):
        groups[clause] = [Label(clause, (clause,))]
    for clause, group in groups.items():
        if clause in message.soft - message.hard or not all(map(message.scores, group)):
            continue
        due = clause in message.hard or any(label.name in message.hard for label in group)
        hit = any(_means(label, finding, labels) for label in group for finding in findings)
        yield clause, _score(due, hit)


def _score(due: bool, hit: bool) -> Score:  # noqa: FBT001 - two facts, no options
    return Score(tp=int(due and hit), fp=int(hit and not due), fn=int(due and not hit))


def _findings(message: Labelled, linter: Linter) -> tuple[Finding, ...]:
    suffix = ".html" if message.html else ".txt"
    opened = open_text(message.text, suffix, linter.policy, message.scene)
    return linter.lint(opened.messages[0].template)


def _miss(message: Labelled, label: str) -> Error:
    quotes = [quote for name, quote in message.quotes if name == label]
    return Error(message.id, message.language, label, _short(" … ".join(quotes)))


def _false_hit(message: Labelled, label: str, finding: Finding) -> Error:
    where = finding.text or finding.excerpt
    shown = f"{finding.rule}: {finding.message}" + (f" · {where}" if where else "")
    return Error(message.id, message.language, label, _short(shown))


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= EXCERPT else flat[: EXCERPT - 1] + "…"


def _labelled(row: dict[str, object], folder: Path) -> Labelled:
    file = row.get("file")
    html = file is not None
    path = folder / str(file)
    text = decode(path.read_bytes(), html=True).text if html else str(row["text"])
    kind = str(row.get("kind") or "proactive")
    reason = "reply" if kind in REPLIES else ""
    return Labelled(
        id=str(row["id"]),
        language=str(row["lang"]),
        text=text,
        html=html,
        hard=frozenset(_names(row.get("labels"))),
        soft=frozenset(_names(row.get("soft"))),
        quotes=tuple(_quotes(row.get("spans"))),
        kind=kind,
        complete=bool(row.get("complete", True)),
        scene=Scene(
            reason=str(row.get("reason") or reason),
            channel=str(row.get("channel") or ("email" if html else "contact-form")),
            marketplace=str(row["marketplace"]) if row.get("marketplace") else None,
            language=str(row["lang"]),
        ),
    )


def _names(values: object) -> Iterator[str]:
    for value in values if isinstance(values, list) else ():
        yield str(value["label"] if isinstance(value, dict) else value)


def _quotes(values: object) -> Iterator[tuple[str, str]]:
    for value in values if isinstance(values, list) else ():
        yield str(value["label"]), str(value.get("quote") or value.get("why") or "")
