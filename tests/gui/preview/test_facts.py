"""The weight at the foot."""

from dataclasses import replace

import pytest

from composer.document.html.reader import read_html
from composer.gui.preview.composing import preview_message
from composer.gui.preview.facts import weight_of
from composer.policy import Policy
from composer.policy.order import TYPICAL
from composer.template import Template

POLICY = Policy.load()
ORDER = next(order for order in POLICY.orders if order.id == TYPICAL)
IMAGE = b"x" * 5000
TEMPLATE = Template(
    name="One",
    subject=read_html("Hello").document,
    body=read_html(
        "<p>Grüße 😀</p><p><img src='one.files/a.png' alt='a'> <img src='one.files/a.png' alt='a'>"
        "<img src='https://example.com/b.png' alt='b'></p>"
    ).document,
    reason="order-problem",
    channel="email",
)


def test_the_weight_is_that_of_the_file_and_its_images() -> None:
    """Each image once; what is not the seller's weighs nothing, and marks are not sent."""
    bare = preview_message(TEMPLATE, POLICY, ORDER)
    laden = preview_message(TEMPLATE, POLICY, ORDER, None, {"one.files/a.png": IMAGE}.get)
    alone, whole = (
        weight_of(bare.html, TEMPLATE.body, image)
        for image in ({}.get, {"one.files/a.png": IMAGE}.get)
    )
    unmarked = bare.html.replace("\ufdd0", "").replace("\ufdd1", "")
    assert (alone, whole) == (len(unmarked.encode()), len(unmarked.encode()) + len(IMAGE))
    assert laden.facts[-1].words == "6 KB"
    assert bare.facts[-1].words == "1 KB"


def test_a_channel_of_plain_text_carries_the_text_alone() -> None:
    """The contact form takes neither markup nor images."""
    plain = replace(TEMPLATE, channel="contact-form")
    message = preview_message(plain, POLICY, ORDER, None, {"one.files/a.png": IMAGE}.get)
    assert message.facts[-1].words == "1 KB"
    assert (
        preview_message(TEMPLATE, POLICY, ORDER, None, {"one.files/a.png": IMAGE}.get)
        .facts[-1]
        .words
        == "6 KB"
    )


def test_a_form_counts_placeholders_as_the_line_below_does_and_has_no_subject() -> None:
    """How long it may get is said as such; a subject that Amazon sets is not shown as sent."""
    body = read_html("<p>Order {{order_id}}</p>", POLICY.placeholder_table()).document
    message = preview_message(replace(TEMPLATE, body=body, channel="contact-form"), POLICY, ORDER)
    assert any(fact.words.startswith("At most ") for fact in message.facts)
    assert message.subject == ""
    assert preview_message(TEMPLATE, POLICY, ORDER).subject == "Hello"


@pytest.mark.parametrize("ending", ["", " {{order_id}}"])
def test_what_is_over_a_limit_is_no_part_of_it(ending: str) -> None:
    """More than is allowed is told beside that, not as "4,100 of 4,000"."""
    html = f"<p>{'word ' * 1000}end{ending}</p>"
    body = read_html(html, POLICY.placeholder_table()).document
    form = replace(TEMPLATE, body=body, channel="contact-form")
    limit = POLICY.channel_limit(form.reason, "contact-form").characters
    (told,) = (it.words for it in preview_message(form, POLICY, ORDER).facts if "char" in it.words)

    assert told.endswith(f" characters, {limit} allowed")
    assert told.startswith("Up to ") == bool(ending)
    assert " of " not in told
