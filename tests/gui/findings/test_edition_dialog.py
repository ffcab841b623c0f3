"""Comparing editions of the guidelines for the open template."""

from composer.gui.findings.edition_dialog import EditionDialog
from composer.gui.words.text import tr_
from composer.lint.finding import Severity


def test_what_only_one_edition_finds_is_listed(place) -> None:
    """[Important] must go since April 2025; before, it was only to be thought over."""
    path = place.put("one.html", "<p>Order {{order_id}} is late.</p>")
    path.write_text(
        path.read_text("utf-8").replace("Your order", "[Important] Your order"), "utf-8"
    )
    seller = place.open()
    assert "important-mark" in seller.rules()

    seller.desk.actions.compare_editions.trigger()
    dialog = seller.dialog(EditionDialog)

    now, before = dialog.rows()
    policy = seller.desk.judging.policy
    oldest = next(iter(policy.editions.values()))
    assert "Important" in now.title
    assert (now.severity, before.severity) == (Severity.MUST_FIX, Severity.REVIEW)
    assert now.sentence == tr_("editions.only", edition=policy.edition.sentence)
    assert before.sentence == tr_("editions.only", edition=oldest.sentence)
    seller.click_button(tr_("dialog.close"), dialog)
    assert "important-mark" in seller.rules()


def test_nothing_that_differs_is_said(place) -> None:
    """A template that both editions judge alike shows one sentence."""
    place.put("one.html", "<p>Order {{order_id}} is late 😀</p>")
    seller = place.open()

    seller.desk.actions.compare_editions.trigger()
    dialog = seller.dialog(EditionDialog)

    assert dialog.rows() == ()
    seller.click_button(tr_("dialog.close"), dialog)
