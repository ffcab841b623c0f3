import gc
import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from composer.document import Block, Document, Text
from composer.gui.checking.checker import PAUSE, Checker
from composer.lint.context import Context
from composer.lint.engine import Linter
from composer.lint.finding import Finding, Severity
from composer.lint.rule import Rule
from composer.policy import Policy
from composer.template import Template


class Desk:
    """A template that tests write on, and the gate a slow rule waits at."""

    def __init__(self) -> None:
        self.words = ""
        self.gate = threading.Event()
        self.gate.set()
        self.checked_on: set[int] = set()
        self.checks: list[str] = []
        self.held = False

    def template(self) -> Template:
        """The template as it is now."""
        return Template(body=Document((Block(inlines=(Text(self.words),)),)))

    def linter(self) -> Linter:
        """A linter with one rule, that flags every block with text."""
        rule = Rule(__name__, Severity.REVIEW, "C-X", "found {words}", ())

        def check(block: Block, _context: Context) -> Iterator[Finding]:
            self.checked_on.add(threading.get_ident())
            self.checks.append(block.text)
            self.gate.wait(5)
            if block.text:
                yield rule.finding(0, len(block.text), words=block.text)

        rule.check_block(check)
        rule.parts = ("body",)
        return Linter(Policy.load(), [rule])


@pytest.fixture
def desk() -> Desk:
    """Something to check."""
    return Desk()


@pytest.fixture
def checker(qtbot: QtBot, desk: Desk) -> Iterator[Checker]:
    """A checker at work, stopped at the end."""
    made = Checker(desk.template, desk.linter, held=lambda: desk.held)
    yield made
    desk.gate.set()
    made.stop()


def test_pause_brings_findings(qtbot: QtBot, desk: Desk, checker: Checker) -> None:
    """Several edits in a row are one check, after the last, off the GUI thread."""
    assert PAUSE <= 120
    desk.words = "one"
    checker.schedule()
    desk.words = "two"
    checker.schedule()
    with qtbot.waitSignal(checker.checked) as told:
        pass

    assert told.args is not None
    revision, findings = told.args
    assert revision == checker.revision == 2
    assert [finding.text for finding in findings] == ["two"]
    assert desk.checks == ["two"]
    assert threading.get_ident() not in desk.checked_on


def test_only_the_latest_state_counts(qtbot: QtBot, desk: Desk, checker: Checker) -> None:
    """Findings of a state edited since are dropped, and states in between are not checked."""
    desk.gate.clear()
    told: list[str] = []
    checker.checked.connect(lambda _revision, found: told.append(found[0].text))
    for desk.words in ("one", "two", "three"):
        checker.check_now()
        qtbot.waitUntil(lambda: desk.checks == ["one"])  # under way, and kept there by the gate
    desk.gate.set()
    qtbot.waitUntil(lambda: not checker.pending)

    assert told == ["three"]
    assert desk.checks == ["one", "three"]


def test_nothing_is_checked_while_held(qtbot: QtBot, desk: Desk, checker: Checker) -> None:
    """While text is composed a check waits, and comes when composing ends."""
    desk.words = "x"
    desk.held = True
    checker.schedule()
    qtbot.wait(PAUSE * 2)
    assert desk.checks == []
    desk.held = False
    with qtbot.waitSignal(checker.checked):
        pass


def test_breakdown_is_told(qtbot: QtBot) -> None:
    """A linter that cannot be made is said to have failed, not taken for a clean check."""

    def broken() -> Linter:
        raise OSError("no policy")

    checker = Checker(Template, broken)
    with qtbot.assertNotEmitted(checker.checked), qtbot.waitSignal(checker.failed) as told:
        checker.check_now()
    assert told.args == ["OSError: no policy"]
    checker.stop()


def test_stop_waits_and_stays_silent(qtbot: QtBot, desk: Desk) -> None:
    """After stop nothing runs and nothing is told, even when the checker is gone."""
    desk.words = "x"
    checker = Checker(desk.template, desk.linter)
    told: list[int] = []
    checker.checked.connect(lambda revision, _found: told.append(revision))
    checker.check_now()
    checker.stop()
    checker.schedule()
    checker.check_now()
    qtbot.wait(PAUSE + 30)
    checker.deleteLater()
    del checker
    gc.collect()
    qtbot.wait(1)

    assert told == []
