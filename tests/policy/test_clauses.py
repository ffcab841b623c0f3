"""The clauses of the guidelines are all there, each complete and honest about its source."""

from datetime import date

import pytest

from composer.policy import Grade, Policy

EXPECTED = {
    "R": "AUD PURP CHAN 30D ID LANG ONCE VOL SEND SUBJ",
    "M": "CONF THX HELP MKT XSELL CANCEL OOS RET RPT",
    "V": "INC POS COND DIVERT CHG FB HOW",
    "C": "LINK ATT LOGO OPT SENS TRK MAIL TEL PROD REL STOCK HTML IMP",
    "S": "A11Y EMOJI GIF MARG IMGW OVR SIZE ALIGN BRK HTTP SPELL",
}
IDS = {f"{group}-{name}" for group, names in EXPECTED.items() for name in names.split()}
NEVER = ("amazon approves", "compliant", "guaranteed")


@pytest.mark.parametrize("edition", ["2020-11-06", "2025-04-25"])
def test_every_clause_is_in_every_edition(edition: str) -> None:
    """No edition so far dropped a clause or added one."""
    assert set(Policy.load(edition).clauses) == IDS


def test_a_clause_stands_under_the_heading_of_its_group(policy: Policy) -> None:
    """The card names the list a clause belongs to in words."""
    assert policy.clauses["M-THX"].heading == "Message types that are not permitted"
    assert {clause.group: clause.heading for clause in policy.clauses.values()} == {
        "R": "When and how you may write",
        "M": "Message types that are not permitted",
        "V": "Review and feedback wording that is not permitted",
        "C": "Content that is not permitted",
        "S": "Styling that is not permitted",
    }


@pytest.mark.parametrize("clause_id", sorted(IDS))
def test_a_clause_is_complete(policy: Policy, clause_id: str) -> None:
    """A seller reads one calm sentence, and where it comes from."""
    clause = policy.clauses[clause_id]

    assert clause.text.endswith(".")
    assert clause.text[0].isupper() or clause.text.startswith("[Important]")
    assert len(clause.text.split()) <= 30
    assert not any(word in clause.text.casefold() for word in NEVER)
    assert clause.source.name
    assert clause.since in policy.editions
    if clause_id != "C-STOCK":
        assert clause.source.url is not None
        assert clause.source.url.startswith(("https://", "http://"))
        assert clause.date is not None
        assert date(2020, 1, 1) < clause.date <= policy.edition.date


@pytest.mark.parametrize("clause_id", sorted(IDS))
def test_a_quote_is_short_and_published(policy: Policy, clause_id: str) -> None:
    """Only wording from Amazon or somebody republishing it is quoted, 25 words at most."""
    clause = policy.clauses[clause_id]

    if clause.quote is not None:
        assert len(clause.quote.split()) <= 25
        assert clause.grade in {Grade.AMAZON, Grade.REPUBLISHED}
        assert clause.source.url is not None


def test_what_only_vendors_say_is_graded_so(policy: Policy) -> None:
    """Clauses without Amazon's wording behind them are not passed off as Amazon's."""
    vendors = {name for name, clause in policy.clauses.items() if clause.grade is Grade.PARAPHRASE}

    assert vendors == {"V-HOW", "C-STOCK"}


def test_what_a_program_cannot_decide_is_confirmed(policy: Policy) -> None:
    """Pictures and their meaning go to the review checklist, as one plain statement each."""
    stated = {name: clause for name, clause in policy.clauses.items() if clause.statement}

    assert {"C-PROD", "C-REL", "C-SENS", "C-STOCK", "R-30D", "R-ONCE"} <= stated.keys()
    said = [it for each in stated.values() for it in (each.statement, *each.statements.values())]
    assert [it for it in said if it is None or not it.endswith(".") or "?" in it] == []


def test_a_statement_in_place_of_another_is_for_a_reason_to_write_first(policy: Policy) -> None:
    """A misspelt reason would leave the general statement standing; replies have none of these."""
    proactive = {name for name, reason in policy.reasons.items() if reason.proactive}

    assert {name for clause in policy.clauses.values() for name in clause.statements} <= proactive


def test_replies_are_free_of_what_is_worded_for_proactive_messages(policy: Policy) -> None:
    """A reply needs no order ID and no date, but every content and styling clause."""
    free = {name for name, clause in policy.clauses.items() if not clause.in_replies}

    assert free == {"R-AUD", "R-30D", "R-ID", "R-ONCE", "R-VOL", "M-CONF", "M-THX", "M-HELP"}


def test_the_important_mark_changed_in_2025(policy: Policy) -> None:
    """A clause that changed reads as the chosen edition has it."""
    assert policy.clauses["C-IMP"].since == "2025-04-25"
    assert "no longer" in policy.clauses["C-IMP"].text
    assert "no longer" not in Policy.load("2020-11-06").clauses["C-IMP"].text
