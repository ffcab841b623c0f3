"""The strict tester: what every rule and each of its examples has to keep.

`Reader` and `writer` are passed in, so that any format can hold the examples.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from string import Formatter

from composer.document import Document
from composer.language.grammar import Grammar
from composer.language.spelling import Speller
from composer.lint.codeframe import frame
from composer.lint.context import Message
from composer.lint.engine import Linter
from composer.lint.examples import Reader, example_seen, example_template
from composer.lint.finding import Finding
from composer.lint.fix import PASSES, apply_fixes, choose, fix
from composer.lint.rendered import NOTHING, Seen
from composer.lint.rule import PARTS, Example, Invalid, Rule, Valid
from composer.policy import Policy
from composer.template import Template

Writer = Callable[[Document], str]

EACH_KIND = 2


class ExampleError(AssertionError):
    """A rule or one of its examples is not as it says."""


class ExampleTester:
    """Checks rules against their own examples, under one policy."""

    def __init__(
        self,
        policy: Policy,
        read: Reader,
        write: Writer,
        speller: Speller | None = None,
        grammar: Grammar | None = None,
    ) -> None:
        self._policy = policy
        self._speller = speller
        self._grammar = grammar
        self._read = read
        self._write = write

    def check_all(self, rules: Sequence[Rule]) -> None:
        """Check what rules must not share: ids and titles.

        Raises:
            ExampleError: naming what is there twice.
        """
        for name in ("id", "title"):
            values = [getattr(rule, name) for rule in rules]
            for value in values:
                _expect(values.count(value) == 1, f"two rules have the {name} “{value}”")

    def check_rule(self, rule: Rule) -> None:
        """Check the metadata of `rule` and that it has enough examples.

        Raises:
            ExampleError: naming what is missing.
        """
        _expect(bool(rule.title), f"{rule.id}: the docstring has no title line")
        _expect(bool(rule.explanation), f"{rule.id}: the docstring has no explanation")
        _expect(rule.clause in self._policy.clauses, f"{rule.id}: no clause {rule.clause}")
        _expect(bool(rule.block or rule.whole or rule.rendered), f"{rule.id}: no check function")
        kinds = [isinstance(example, Invalid) for example in rule.examples]
        for wanted, name in ((True, "Invalid"), (False, "Valid")):
            enough = kinds.count(wanted) >= EACH_KIND
            _expect(enough, f"{rule.id}: needs at least {EACH_KIND} {name} examples")
        scenes = [_scene(example) for example in rule.examples]
        for example, scene in zip(rule.examples, scenes, strict=True):
            _expect(scenes.count(scene) == 1, f"{rule.id}: there twice: {example.html}")

    def check_example(self, rule: Rule, example: Example) -> None:
        """Check that `rule` says and mends what `example` states.

        Raises:
            ExampleError: with the text and what was flagged in it.
        """
        template = example_template(example, self._read)
        linter = self._linter(rule)
        seen = example_seen(example, template)
        findings = linter.lint(template, seen)
        for finding in findings:
            self._check_finding(rule, finding, template)
        said = _told(template, findings)
        flags = example.flags if isinstance(example, Invalid) else ()
        _expect(
            not isinstance(example, Invalid) or bool(flags), f"{rule.id}: Invalid flags nothing"
        )
        flagged = tuple(map(_flag, findings))
        _expect(flagged == flags, f"{rule.id}: flagged {flagged}, not {flags}\n{said}")
        again = self._linter(rule).lint(template, seen)
        _expect(again == findings, f"{rule.id}: a second check finds something else\n{said}")
        fresh = example_template(example, self._read)
        _expect(repr(template) == repr(fresh), f"{rule.id}: the check changed the message")
        if isinstance(example, Invalid):
            self._check_fixes(rule, example, linter, template, seen)

    def findings(self, rule: Rule, example: Example) -> tuple[Finding, ...]:
        """Return what `rule` alone finds in `example`."""
        template = example_template(example, self._read)
        return self._linter(rule).lint(template, example_seen(example, template))

    def _check_finding(self, rule: Rule, finding: Finding, template: Template) -> None:
        said = _told(template, [finding])
        if finding.message.startswith(f"“{rule.title}” could not be checked"):
            _run_bare(rule, self._linter(rule), template)
            raise ExampleError(f"{rule.id}: points out of the text\n{said}")
        ours = (finding.rule, finding.clause) == (rule.id, rule.clause)
        _expect(ours, f"{rule.id}: speaks for {finding.rule}, {finding.clause}\n{said}")
        _expect(_filled(rule, finding), f"{rule.id}: an empty field in the message\n{said}")
        for each in finding.fixes:
            made = each.edits or each.language
            _expect(bool(each.title and made), f"{rule.id}: an empty fix\n{said}")

    def _check_fixes(
        self, rule: Rule, example: Invalid, linter: Linter, template: Template, seen: Seen
    ) -> None:
        fixed = _all_fixed(linter, template, seen)
        left = linter.lint(fixed, seen)
        said = _told(fixed, left)
        if example.fixed is None:
            _expect(fixed == template, f"{rule.id}: has a fix, `fixed` is missing\n{said}")
            return
        wanted = self._write(self._read(example.fixed))
        got = self._write(fixed.body)
        _expect(got == wanted, f"{rule.id}: fixed to\n    {got}\nnot\n    {wanted}")
        _expect(fixed != template, f"{rule.id}: `fixed` is the same as before")
        known = set(example.flags)
        stated = all(_flag(it) in known and not it.fixes for it in left)
        _expect(stated, f"{rule.id}: not silent after its fixes\n{said}")
        reread = replace(template, body=self._read(got))
        settled = self._write(_all_fixed(linter, reread).body)
        _expect(settled == got, f"{rule.id}: fixing again gives\n    {settled}\nnot\n    {got}")
        _expect(fix(template, linter).settled, f"{rule.id}: its fixes go in circles")

    def _linter(self, rule: Rule) -> Linter:
        return Linter(self._policy, [rule], speller=self._speller, grammar=self._grammar)


def _all_fixed(linter: Linter, template: Template, seen: Seen = NOTHING) -> Template:
    """Make the first fix of each finding, safe or not, until none is left."""
    for _ in range(PASSES):
        chosen = choose(linter.lint(template, seen), safe_only=False)
        changed = apply_fixes(template, [it.fix for it in chosen])
        if changed == template:
            return template
        template = changed
    raise ExampleError(f"{linter.rules[0].id}: still fixing after {PASSES} passes")


def _run_bare(rule: Rule, linter: Linter, template: Template) -> None:
    """Run the checks of `rule` without the engine, so that its own error comes through."""
    for part in rule.parts if rule.block else ():
        context = linter.context(template, part)
        for block in template.part(part).blocks:
            list(rule.block(block, context) if rule.block else ())
    context = linter.context(template)
    list(rule.whole(Message(template, context), context) if rule.whole else ())


def _expect(held: bool, message: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not held:
        raise ExampleError(message)


def _flag(finding: Finding) -> str:
    return "" if finding.location.start == finding.location.end else finding.excerpt


def _scene(example: Valid) -> tuple[object, ...]:
    where = (example.subject, example.language, example.reason)
    sent = (example.channel, example.marketplace, example.attachments)
    return (example.html, *where, *sent, example.rendered)


def _filled(rule: Rule, finding: Finding) -> bool:
    """Whether no field of the rule's message came out empty."""
    unfilled = "{" in rule.message and finding.message == rule.message
    if unfilled or not finding.message.strip():
        return False
    parts = Formatter().parse(rule.message)
    pattern = "".join(
        re.escape(text) + ("(.*)" if name is not None else "") for text, name, _, _ in parts
    )
    match = re.fullmatch(pattern, finding.message, re.DOTALL)
    return match is None or all(group.strip() for group in match.groups())


def _told(template: Template, findings: Iterable[Finding]) -> str:
    """Return the text with what was flagged, for a person to read."""
    shown = [f"    {template.body.text!r}"]
    for finding in findings:
        where = finding.location
        shown.append(f"    {finding.severity} {where.part} {where.field}: {finding.message}")
        if where.part not in PARTS:
            continue
        text = template.part(where.part).text.replace("\n", " ").replace("\u2028", " ")
        lines = frame(text, where.start, where.end, 1, 0).lines()
        shown += [f"      {line}" for line in lines]
    return "\n".join(shown)
