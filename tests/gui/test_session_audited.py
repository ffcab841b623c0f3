"""What an audit of the rendered message finds stands beside the words, quietly."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from composer.document.edits import SetBlockStyle
from composer.gui.findings.model import Standing
from composer.gui.words.text import tr_
from composer.lint.finding import Finding
from tests.gui.test_session_set_aside import set_aside

RULE = "accessibility-audit"
SHADE = '<div style="background-image: linear-gradient(#fff, #789)"><p>Your team</p></div>'
PALE = "<style>@media (min-width: 1px) { .pale { color: #bbb } }</style><p class='pale'>Pale</p>"
FIRST = "<p>Order {{order_id}}</p>"


@pytest.fixture
def auditing(place) -> Any:
    """A library where the engine starts, the preview hidden."""
    place.preferences.store.setValue("preview/measure_unseen", True)
    return place


def audited(seller) -> list[Finding]:
    """What the audit's rule says."""
    return [it for it in seller.desk.judging.findings if it.rule == RULE]


def wait_for_audit(seller, qtbot) -> None:
    """Wait until the line at the foot says that the message was audited."""
    qtbot.waitUntil(
        lambda: seller.desk.widgets.status.audited == tr_("status.audited"), timeout=20_000
    )
    seller.checked()


def open_one(place, qtbot, html: str) -> Any:
    """A window on a template with this body, audited."""
    place.put("one.html", html)
    seller = place.open()
    seller.desk.widgets.preview.start()  # at once: test_session_measured waits for it
    wait_for_audit(seller, qtbot)
    return seller


def test_a_finding_of_the_audit_stands_at_its_words(auditing, qtbot) -> None:
    """A card with the number of WCAG, a squiggle under the words, and a word at the foot."""
    seller = open_one(auditing, qtbot, PALE + FIRST)
    qtbot.waitUntil(lambda: bool(audited(seller)), timeout=10_000)
    (card,) = [it for it in seller.cards() if "WCAG 1.4.3" in it.title]
    assert card.title == "Text and background are too similar (WCAG 1.4.3)"
    assert card.sentence.startswith("Take the colours away")
    assert "Pale" in seller.marked()


def test_a_fix_is_one_step_and_is_audited_again(auditing, qtbot) -> None:
    """Without its colours the paragraph is no question any more; undo brings both back."""
    seller = open_one(auditing, qtbot, FIRST + SHADE)
    qtbot.waitUntil(lambda: bool(audited(seller)), timeout=10_000)
    (finding,) = audited(seller)
    assert finding.text == "Your team"
    assert finding.message.startswith("Can these words be read")
    keys = zip(seller.desk.judging.keys, seller.desk.judging.findings, strict=True)
    seller.desk.judging.fix(next(key for key, it in keys if it.rule == RULE), 0)
    qtbot.waitUntil(lambda: not audited(seller), timeout=10_000)
    wait_for_audit(seller, qtbot)
    assert not audited(seller)
    seller.control(Qt.Key.Key_Z)
    qtbot.waitUntil(lambda: bool(audited(seller)), timeout=20_000)


def test_typing_puts_the_audit_off_and_findings_elsewhere_stay(auditing, qtbot) -> None:
    """While words are written nothing is audited, and what was found in others holds."""
    seller = open_one(auditing, qtbot, PALE + FIRST)
    qtbot.waitUntil(lambda: bool(audited(seller)), timeout=10_000)
    kept: list[bool] = []
    seller.desk.checker.checked.connect(
        lambda _revision, found: kept.append(any(it.rule == RULE for it in found))
    )
    seller.desk.widgets.body.setFocus()
    seller.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    seller.write(" is late")
    assert seller.desk.widgets.status.audited == ""
    wait_for_audit(seller, qtbot)
    assert kept
    assert all(kept)


def test_what_is_too_large_is_said_to_be(auditing, qtbot) -> None:
    """No claim where nothing was looked at."""
    auditing.put("one.html", FIRST * 2600)
    seller = auditing.open()
    seller.desk.widgets.preview.start()
    qtbot.waitUntil(
        lambda: seller.desk.widgets.status.audited == tr_("status.not_audited"), timeout=60_000
    )


def test_nothing_is_said_of_plain_text(auditing, qtbot) -> None:
    """A channel without HTML has nothing to audit: neither a finding nor a claim."""
    seller = open_one(auditing, qtbot, FIRST + SHADE)
    qtbot.waitUntil(lambda: bool(audited(seller)), timeout=10_000)
    seller.choose(tr_("header.channel"), "Seller Central")
    qtbot.waitUntil(lambda: not audited(seller), timeout=10_000)
    qtbot.waitUntil(lambda: seller.desk.widgets.status.audited == "", timeout=10_000)


def test_another_template_starts_afresh(auditing, qtbot) -> None:
    """Nothing found in one template is said of the next, and the same one is audited again."""
    auditing.put("two.html", FIRST)
    seller = open_one(auditing, qtbot, PALE + FIRST)
    qtbot.waitUntil(lambda: bool(audited(seller)), timeout=10_000)
    for name, expected in (("two.html", False), ("one.html", True)):
        seller.desk.shelf.open(str(auditing.preferences.library / name))
        assert seller.desk.widgets.status.audited == ""
        wait_for_audit(seller, qtbot)
        qtbot.waitUntil(lambda: bool(audited(seller)) is expected, timeout=10_000)  # noqa: B023


def test_a_question_set_aside_is_no_leftover_until_it_is_asked_again(auditing, qtbot) -> None:
    """On opening and while others are written it is not said to be gone; once it is, it is said."""
    auditing.put("two.html", FIRST)
    seller = open_one(auditing, qtbot, SHADE + FIRST * 4)
    qtbot.waitUntil(lambda: bool(audited(seller)), timeout=10_000)
    seen: list[set[Standing]] = []
    seller.desk.judging.judged.connect(
        lambda _found: seen.append({card.standing for card in seller.cards()})
    )
    set_aside(seller, "I looked")
    wait_for_audit(seller, qtbot)
    assert [it.set_aside for it in audited(seller)] == ["I looked"]
    seller.desk.widgets.body.setFocus()
    seller.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    seller.write(" is late")
    wait_for_audit(seller, qtbot)
    seller.control(Qt.Key.Key_S)
    for name in ("two.html", "one.html"):
        seller.desk.shelf.open(str(auditing.preferences.library / name))
        wait_for_audit(seller, qtbot)
    qtbot.waitUntil(lambda: bool(audited(seller)), timeout=10_000)
    assert not any(Standing.STALE in standings for standings in seen)

    plain = SetBlockStyle(0, len("Your team"), "background-image", None)
    seller.desk.widgets.body.apply_edits([plain])
    qtbot.waitUntil(lambda: bool(seen) and Standing.STALE in seen[-1], timeout=20_000)
