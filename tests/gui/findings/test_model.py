"""The findings' model changes only where the findings did."""

import pytest
from PySide6.QtCore import Qt

from composer.gui.findings.model import ROW_ROLE, FindingRow, FindingsModel
from composer.lint.finding import Severity


def row(key: str, title: str = "Emoji") -> FindingRow:
    """Return a finding called `key`."""
    return FindingRow(key, Severity.MUST_FIX, title, "Remove it.", 2, "😊", ("Remove emoji",))


def rows(keys: str) -> tuple[FindingRow, ...]:
    """Return one finding for each letter."""
    return tuple(row(key) for key in keys)


@pytest.mark.parametrize(
    ("before", "after"),
    [("", "abc"), ("abc", ""), ("abc", "axbc"), ("abc", "ac"), ("abc", "abc"), ("abcd", "dcba")],
)
def test_the_model_shows_the_rows_it_was_given(before, after, qtmodeltester) -> None:
    """Whatever was shown before, the new rows are shown in their order."""
    model = FindingsModel()
    qtmodeltester.check(model)
    model.set_rows(rows(before))
    model.set_rows(rows(after))

    shown = [model.index(i).data(ROW_ROLE).key for i in range(model.rowCount())]
    assert shown == list(after)


def test_a_finding_in_the_middle_leaves_the_others_alone(qtbot) -> None:
    """One new finding is one inserted row: no reset, so no card jumps."""
    model = FindingsModel()
    model.set_rows(rows("abc"))
    with (
        qtbot.waitSignal(model.rowsInserted) as inserted,
        qtbot.assertNotEmitted(model.modelReset),
        qtbot.assertNotEmitted(model.rowsRemoved),
    ):
        model.set_rows(rows("abxc"))

    assert inserted.args[1:] == [2, 2]


def test_other_words_for_the_same_finding_change_its_row(qtbot) -> None:
    """A finding that moved to another line is the same row with new words."""
    model = FindingsModel()
    model.set_rows((row("a"), row("b")))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.set_rows((row("a"), row("b", "Two emoji")))

    assert changed.args[0].row() == changed.args[1].row() == 1
    assert model.index(1).data() == "Two emoji: “😊”"


def test_a_screen_reader_hears_the_whole_card() -> None:
    """The accessible text has severity, words, place and fix."""
    model = FindingsModel()
    model.set_rows(rows("a"))

    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Must fix. Emoji: “😊”. Paragraph 2. Remove it. Fix: Remove emoji."


def test_the_place_is_said_where_there_is_one() -> None:
    """A finding in the subject says so; one about the whole message names no line."""
    subject = FindingRow("s", Severity.REVIEW, "T", "S.", 1, "", in_subject=True)
    whole = FindingRow("w", Severity.REVIEW, "T", "S.", 0, "")

    assert subject.where == "Subject. S."
    assert whole.where == "S."
    assert whole.heading == "T"
