"""The engine: findings of a template under a set of rules, unchanged blocks remembered."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import chain
from typing import Any, NamedTuple

from composer.document import Block
from composer.document.edits import Edit
from composer.language.grammar import Grammar
from composer.language.spelling import Speller
from composer.lint.block_rules import BlockRules
from composer.lint.context import Context, Message, Settings
from composer.lint.emptied import with_emptied_lines
from composer.lint.filled import FilledCheck
from composer.lint.finding import Finding, Location, Severity
from composer.lint.rendered import NOTHING, Rendered, Seen
from composer.lint.rule import PARTS, MessageCheck, RenderedCheck, Rule
from composer.lint.set_aside import with_set_asides
from composer.phrase import Phrase
from composer.policy import Policy
from composer.template import Template

REMEMBERED_BLOCKS = 3_000


# What was found out about a block, by all who ask, and its findings.
_Checked = tuple[dict[object, Any], tuple[Finding, ...]]


class _Scene(NamedTuple):
    """All that a block's findings hinge on beside the block and the policy."""

    part: str
    language: str
    reason: str
    channel: str
    marketplace: str
    settings: Settings


class SupersededError(Exception):
    """Nobody waits for the findings any more: the check ended without them."""


def _always() -> bool:
    return True


def _go_on(wanted: Callable[[], bool]) -> None:
    if not wanted():
        raise SupersededError


class Linter:
    """Checks templates under one policy, one set of rules and one seller's settings.

    Without a `speller` no spelling is checked, without a `grammar` no grammar. `settings` may be
    replaced between checks. Not safe for use from two threads at once; make one for each.
    """

    def __init__(
        self,
        policy: Policy,
        rules: Iterable[Rule],
        settings: Settings | None = None,
        speller: Speller | None = None,
        grammar: Grammar | None = None,
    ) -> None:
        self.policy = policy
        self.speller = speller
        self.grammar = grammar
        self.rules = tuple(rules)
        self.settings = settings or Settings()
        self._block_rules = {
            (part, html): BlockRules(self.rules, part, html=html)
            for part in PARTS
            for html in (False, True)
        }
        self._message_rules = tuple((rule, rule.whole) for rule in self.rules if rule.whole)
        self._rendered_rules = tuple((rule, rule.rendered) for rule in self.rules if rule.rendered)
        self._remembered: dict[_Scene, dict[Block, _Checked]] = {}
        self._count = 0

    def lint(
        self, template: Template, seen: Seen = NOTHING, wanted: Callable[[], bool] = _always
    ) -> tuple[Finding, ...]:
        """Return all findings in text order, subject first, whole-message ones before others.

        What was `seen` of the message, as by rendering it, is judged as well. Findings that the
        template sets aside carry the seller's reason. A rule that fails becomes a must-fix finding:
        what could not be checked never counts as clean. `wanted` is asked now and then whether
        anybody still waits for the findings.

        Raises:
            SupersededError: once nobody does.
        """
        message = Message(template, self.context(template, "body"))
        findings = self._found(message, wanted=wanted)
        if seen.rendered is not None and message.context.html:
            findings += self._rendered_findings(message, seen.rendered, findings)
        if seen.order is not None:
            check = FilledCheck(self.policy.filled, self._filled_findings)
            local = self.policy.local_samples
            order = local.order_for(seen.order, template.language, template.marketplace)
            findings += check.findings(template, order, findings)
        return with_set_asides(template, sorted(findings, key=_text_order))

    def context(self, template: Template, part: str = "body") -> Context:
        """Return the scene in which the rules see one part of `template`."""
        return Context(
            policy=self.policy,
            part=part,
            language=template.language,
            reason=template.reason,
            channel=template.channel,
            marketplace=template.marketplace,
            settings=self.settings,
            speller=self.speller,
            grammar=self.grammar,
        )

    def _found(
        self,
        message: Message,
        without: Collection[str] = (),
        wanted: Callable[[], bool] = _always,
    ) -> list[Finding]:
        """Return what the text holds, in no order; message rules named `without` are not asked."""
        findings = [
            found
            for part in PARTS
            for found in self._block_findings(message.template, part, wanted)
        ]
        for rule, check in self._message_rules:
            _go_on(wanted)
            if rule.id not in without and (message.context.html or not rule.html_only):
                findings += _message_findings(rule, check, message)
        return findings

    def _filled_findings(self, filled: Template, without: Collection[str]) -> list[Finding]:
        return self._found(Message(filled, self.context(filled, "body")), without)

    def _rendered_findings(
        self, message: Message, rendered: Rendered, known: list[Finding]
    ) -> Iterator[Finding]:
        """What only rendering shows: a place that a rule has found without it is left out."""
        places: defaultdict[str, list[Location]] = defaultdict(list)
        for finding in known:
            places[finding.rule].append(finding.location)
        for rule, check in self._rendered_rules:
            for finding in _measured(rule, check, message, rendered):
                seen_before = (places[each] for each in (rule.id, *finding.covered_by))
                if not any(_overlap(finding.location, it) for it in chain(*seen_before)):
                    yield finding

    def _block_findings(
        self, template: Template, part: str, wanted: Callable[[], bool]
    ) -> Iterator[Finding]:
        document, context = template.part(part), self.context(template, part)
        rules = self._block_rules[part, context.html]
        remembered = self._remembered.setdefault(_scene(context), {})
        for start, block in zip(document.starts, document.blocks, strict=True):
            known = remembered.get(block)
            if known is None:
                _go_on(wanted)
                known = remembered[block] = block.memo, _check_block(block, context, rules)
                self._count += 1
            facts, found = known
            if not block.memo:
                block.memo.update(facts)  # message rules ask every block, and it is read anew
            for finding in found:
                yield with_emptied_lines(finding.moved(part, start), document)
        if self._count > REMEMBERED_BLOCKS:
            self._remembered.clear()
            self._count = 0


def _check_block(block: Block, context: Context, rules: BlockRules) -> tuple[Finding, ...]:
    findings: list[Finding] = []
    text = block.text
    for rule, check in rules.of(block, context.language):
        try:
            for finding in check(block, context):
                findings.append(_described(finding, text))  # noqa: PERF401 - keeps those before an error
        except Exception as error:  # noqa: BLE001 - the gate must fail closed
            findings.append(_unchecked(rule, error, len(text)))
    return tuple(findings)


def _scene(context: Context) -> _Scene:
    return _Scene(
        context.part,
        context.language,
        context.reason,
        context.channel,
        context.marketplace,
        context.settings,
    )


def _message_findings(rule: Rule, check: MessageCheck, message: Message) -> list[Finding]:
    return _whole_findings(rule, lambda: check(message, message.context), message)


def _measured(
    rule: Rule, check: RenderedCheck, message: Message, rendered: Rendered
) -> list[Finding]:
    return _whole_findings(rule, lambda: check(message, rendered, message.context), message)


def _overlap(one: Location, other: Location) -> bool:
    return one.part == other.part and one.start < other.end and other.start < one.end


def _whole_findings(
    rule: Rule, checked: Callable[[], Iterable[Finding]], message: Message
) -> list[Finding]:
    try:
        found = list(checked())
        return found and [
            _described(finding, _part_text(message.template, finding.location.part))
            for finding in found
        ]
    except Exception as error:  # noqa: BLE001 - the gate must fail closed
        return [_unchecked(rule, error, 0)]


def _part_text(template: Template, part: str) -> str:
    return template.part(part).text if part in PARTS else ""


def _described(finding: Finding, text: str) -> Finding:
    """Fill in what the location covers; raises ValueError for a range that is not in `text`."""
    where = finding.location
    _check_ranges(finding, len(text))
    visible = text[where.start : where.end]
    own = finding.text or (visible if where.field == "text" else "")
    return finding.described(own, finding.excerpt or visible)


def _check_ranges(finding: Finding, length: int) -> None:
    """Refuse positions out of the text here: later they would point at other words."""
    part = finding.location.part
    places: list[Location | Edit] = [finding.location]
    places += [it for it in finding.related if it.part == part]
    places += [edit for fix in finding.fixes if fix.part == part for edit in fix.edits]
    for place in places:
        if not 0 <= place.start <= place.end <= length:
            raise ValueError(f"{finding.rule} points at {place.start} to {place.end} of {length}")


def _unchecked(rule: Rule, error: Exception, length: int) -> Finding:
    return Finding(
        rule=rule.id,
        clause=rule.clause,
        severity=Severity.MUST_FIX,
        message=Phrase(
            "“{rule}” could not be checked here ({error})",
            rule=Phrase(rule.title, f"rule.{rule.id}.title"),
            error=type(error).__name__,
        ),
        location=Location(end=length),
    )


def _text_order(finding: Finding) -> tuple[int, str, int, int, int, str, str, str, str]:
    where = finding.location
    known = PARTS.index(where.part) if where.part in PARTS else len(PARTS)
    rank = finding.severity.rank
    place = (known, where.part, where.start, where.end)
    return (*place, rank, finding.rule, where.field, where.name, finding.message)
