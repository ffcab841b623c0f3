"""The engine: findings of a template under a set of rules, unchanged blocks remembered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from composer.document import Block, Document
from composer.lint.context import Context, Message, Settings
from composer.lint.finding import Finding, Location, Severity
from composer.lint.rule import PARTS, Rule
from composer.policy import Policy
from composer.template import Template

REMEMBERED_BLOCKS = 20_000


@dataclass(frozen=True, slots=True)
class _Scene:
    """All that a block's findings hinge on beside the block; hashes fast."""

    part: str
    language: str
    reason: str
    channel: str
    marketplace: str


class Linter:
    """Checks templates under one policy, one set of rules and one seller's settings.

    Not safe for use from two threads at once; make one for each.
    """

    def __init__(
        self, policy: Policy, rules: Iterable[Rule], settings: Settings | None = None
    ) -> None:
        self.policy = policy
        self.rules = tuple(rules)
        self.settings = settings or Settings()
        self._block_rules = tuple(rule for rule in self.rules if rule.block)
        self._message_rules = tuple(rule for rule in self.rules if rule.whole)
        self._remembered: dict[tuple[_Scene, Block], tuple[Finding, ...]] = {}

    def lint(self, template: Template) -> tuple[Finding, ...]:
        """Return all findings in text order: subject first, whole-message ones before others."""
        findings = [
            found
            for part in PARTS
            for found in self._block_findings(template, part, template.part(part))
        ]
        message = Message(template, self._context(template, "body"))
        for rule in self._message_rules:
            if message.context.html or not rule.html_only:
                findings += self._message_findings(rule, message)
        return tuple(sorted(findings, key=_text_order))

    def _context(self, template: Template, part: str) -> Context:
        return Context(
            policy=self.policy,
            part=part,
            language=template.language,
            reason=template.reason,
            channel=template.channel,
            marketplace=template.marketplace,
            settings=self.settings,
        )

    def _block_findings(
        self, template: Template, part: str, document: Document
    ) -> Iterator[Finding]:
        context = self._context(template, part)
        scene = _Scene(
            part, context.language, context.reason, context.channel, context.marketplace
        )
        for start, block in zip(document.starts, document.blocks, strict=True):
            found = self._remembered.get((scene, block))
            if found is None:
                found = self._check_block(block, context)
                if len(self._remembered) >= REMEMBERED_BLOCKS:
                    self._remembered.clear()
                self._remembered[scene, block] = found
            for finding in found:
                yield finding.moved(part, start)

    def _check_block(self, block: Block, context: Context) -> tuple[Finding, ...]:
        findings: list[Finding] = []
        for rule in self._block_rules:
            if context.part not in rule.parts or (rule.html_only and not context.html):
                continue
            assert rule.block is not None
            try:
                for finding in rule.block(block, context):
                    findings.append(_described(finding, block.text))
            except Exception as error:  # noqa: BLE001 - the gate must fail closed
                findings.append(_unchecked(rule, error))
        return tuple(findings)

    def _message_findings(self, rule: Rule, message: Message) -> list[Finding]:
        assert rule.whole is not None
        try:
            return [
                _described(finding, message.template.part(finding.location.part).text)
                for finding in rule.whole(message, message.context)
            ]
        except Exception as error:  # noqa: BLE001 - the gate must fail closed
            return [_unchecked(rule, error)]


def _described(finding: Finding, text: str) -> Finding:
    visible = text[finding.location.start : finding.location.end]
    own = finding.text or (visible if finding.location.field == "text" else "")
    return replace(finding, text=own, excerpt=finding.excerpt or visible)


def _unchecked(rule: Rule, error: Exception) -> Finding:
    return Finding(
        rule=rule.id,
        clause=rule.clause,
        severity=Severity.MUST_FIX,
        message=f"“{rule.title}” could not be checked here ({type(error).__name__})",
        location=Location(),
    )


def _text_order(finding: Finding) -> tuple[int, int, int, int, str]:
    where = finding.location
    part = PARTS.index(where.part) if where.part in PARTS else len(PARTS)
    return (part, where.start, where.end, finding.severity.rank, finding.rule)
