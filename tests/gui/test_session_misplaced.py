"""A request for a review under another reason is named; the reason, or the sentence, goes."""

from composer.gui.words.text import tr_

BODY = "<p>Order {{order_id}}: your invoice is attached.</p><p>Please leave a review on Amazon.</p>"
RULE = "misplaced-review-request"


def opened(place):  # noqa: ANN201 - the seller of the fixtures
    """Open a message that sends an invoice and asks for a review."""
    place.put("one.html", BODY)
    seller = place.open()
    seller.choose(tr_("header.channel"), "Email")
    seller.choose(tr_("header.reason"), "Invoice")
    return seller


def test_the_reason_is_changed_where_the_message_is_for_nothing_else(place) -> None:
    """Chosen in the header, the finding is gone; with the first reason it is back."""
    seller = opened(place)
    assert RULE in seller.rules()
    seller.choose(tr_("header.reason"), "Review request")
    assert RULE not in seller.rules()
    seller.choose(tr_("header.reason"), "Invoice")
    assert RULE in seller.rules()


def test_the_sentence_goes_where_the_reason_is_right(place) -> None:
    """The card's first fix takes it out."""
    seller = opened(place)
    number = seller.rules().index(RULE)
    assert seller.marked()[number] == "leave a review"
    seller.click_fix(number)
    assert RULE not in seller.rules()
    assert "review" not in seller.desk.widgets.body.document_value().text
