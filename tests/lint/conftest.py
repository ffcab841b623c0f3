import sys
from collections.abc import Callable, Iterator
from types import ModuleType

import pytest

from composer.document import Block, Document, Text
from composer.document.edits import Edit, ReplaceText
from composer.lint.context import Context
from composer.lint.finding import Finding, Fix, Severity
from composer.lint.rule import Rule
from composer.policy import Policy


@pytest.fixture(scope="session")
def policy() -> Policy:
    """The newest edition."""
    return Policy.load()


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Make a document of paragraphs from lines of text."""

    def make(*lines: str) -> Document:
        return Document(tuple(Block(inlines=(Text(line),) if line else ()) for line in lines))

    return make


@pytest.fixture
def make_rule(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Rule]:
    """Make a rule as a file of its own would hold it."""

    def make(name: str = "shout", severity: Severity = Severity.REVIEW, **more: object) -> Rule:
        module = ModuleType(f"sample_rules.{name}")
        module.__doc__ = f"{name.capitalize()} found.\n\nAn explanation."
        monkeypatch.setitem(sys.modules, module.__name__, module)
        more = {"clause": "S-EMOJI", "message": "A word", "examples": (), **more}
        return Rule(module.__name__, severity=severity, **more)

    return make


@pytest.fixture
def word_rule(make_rule: Callable[..., Rule]) -> Callable[..., Rule]:
    """Make a block rule that flags every occurrence of a word, its fix another word."""

    def make(word: str, better: str | None = None, *, safe: bool = True, **more: object) -> Rule:
        rule = make_rule(more.pop("name", word), **more)

        def fixes(edit: Edit) -> tuple[Fix, ...]:
            return (Fix(f"Write {better}", (edit,), safe=safe),) if better is not None else ()

        @rule.check_block
        def check(block: Block, context: Context) -> Iterator[Finding]:
            start = block.text.find(word)
            while start >= 0:
                end = start + len(word)
                yield rule.finding(start, end, fixes=fixes(ReplaceText(start, end, better or "")))
                start = block.text.find(word, start + 1)

        return rule

    return make
