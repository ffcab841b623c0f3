"""What is filled in leaves only where it brings nothing that is forbidden."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from composer.export.filling import Values
from composer.export.formats import Format
from composer.export.gate import GateClosedError, NotApprovedError
from composer.export.order_gate import OrderGate, ValuesRefusedError
from composer.library.approval import no_images
from composer.lint.engine import Linter
from composer.lint.set_aside import open_findings, set_aside
from composer.template import Template

MakeTemplate = Callable[..., Template]
Approve = Callable[..., Template]
LATE = "<p>Hello {{buyer_name}},</p><p>your order {{order_id}} is late.</p><p>{{seller_name}}</p>"
FINE = {"order_id": "112-3456789-0123456", "seller_name": "Anna Berger"}
both = pytest.mark.parametrize("kind", list(Format))


def refused(
    template: Template, linter: Linter, kind: Format = Format.TEXT, **values: str
) -> list[tuple[str, tuple[str, ...]]]:
    """The rules that keep the filled message in, each with the placeholders to blame."""
    gate = OrderGate(template, kind, linter, no_images)
    typed = Values.typed(values, linter.policy.placeholder_table())
    return [(it.finding.rule, it.names) for it in gate.refusals(typed)]


@both
def test_what_is_filled_in_leaves(
    make_template: MakeTemplate, approved: Approve, linter: Linter, kind: Format
) -> None:
    """The bytes hold the values, and what was left empty as it was."""
    gate = OrderGate(approved(make_template(LATE)), kind, linter, no_images)
    exported = gate.export(Values.typed(FINE, linter.policy.placeholder_table()))

    assert exported.format is kind
    assert "your order 112-3456789-0123456 is late." in exported.text
    assert "Hello {{buyer_name}}," in exported.text
    assert "Anna Berger" in exported.data.decode()


@both
@pytest.mark.parametrize(
    ("name", "value", "rule"),
    [
        ("seller_name", "Anna, anna@kitchen-shop.com", "email-address"),
        ("seller_name", "Anna (030 901820)", "telephone-number"),
        ("seller_name", "Anna 😊", "emoji"),
        ("buyer_name", "http://kitchen-shop.com", "unsecured-link"),
        ("order_id", "112-3456789", "order-id-missing"),
        ("order_id", "112 3456789 0123456", "order-id-form"),
        ("seller_name", "Anna {{foo_bar}}", "unknown-placeholder"),
    ],
)
def test_a_value_that_is_forbidden_is_named(
    make_template: MakeTemplate,
    approved: Approve,
    linter: Linter,
    kind: Format,
    name: str,
    value: str,
    rule: str,
) -> None:
    """With the placeholder that it stands for, and nothing leaves."""
    template = approved(make_template(LATE, language="de", reason="order-problem"))
    values = {**FINE, name: value}

    assert (rule, (name,)) in refused(template, linter, kind, **values)
    assert {names for _, names in refused(template, linter, kind, **values)} == {(name,)}
    gate = OrderGate(template, kind, linter, no_images)
    with pytest.raises(ValuesRefusedError, match=r"^Still open: .+\.$"):
        gate.export(Values.typed(values, linter.policy.placeholder_table()))


@both
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("buyer_name", "Wojciech Brzęczyszczykiewicz"),
        ("buyer_name", "李小龍"),
        ("buyer_name", "عبد الرحمن"),
        ("seller_name", "Wohnglück Deko & Söhne"),
        ("seller_name", "O’Neill <Ltd>"),
    ],
)
def test_names_are_their_owners_business(
    make_template: MakeTemplate,
    approved: Approve,
    linter: Linter,
    kind: Format,
    name: str,
    value: str,
) -> None:
    """No dictionary and no language stands in the way of a name."""
    template = approved(make_template(LATE))

    assert refused(template, linter, kind, **{**FINE, name: value}) == []


def test_what_an_article_is_called_is_no_statement(
    make_template: MakeTemplate, approved: Approve, linter: Linter
) -> None:
    """But a placeholder that may stand for anything is read as part of the message."""
    sentence = "Please leave us a 5 star review and get a 10 % discount coupon"
    template = make_template("<p>Order {{order_id}}: {{product_name}}.</p><p>%%our_note%%</p>")
    for finding in open_findings(linter.lint(template)):
        template = set_aside(template, finding, "Filled in by hand")
    template = approved(template)

    assert refused(template, linter, product_name=sentence) == []
    rules = refused(template, linter, our_note=sentence)
    assert rules
    assert {names for _, names in rules} == {("our_note",)}


@both
def test_what_was_set_aside_stays_accepted(
    make_template: MakeTemplate, approved: Approve, linter: Linter, kind: Format
) -> None:
    """A value beside the words changes nothing; one of its own is found all the same."""
    page = (
        LATE + '<p><a href="https://tracking.example-carrier.io/{{tracking_number}}">Look</a></p>'
    )
    template = make_template(page)
    for finding in open_findings(linter.lint(template)):
        template = set_aside(template, finding, "The carrier's own page")
    template = approved(template)

    assert refused(template, linter, kind, **FINE, tracking_number="1Z999AA10123456784") == []
    found = refused(template, linter, kind, seller_name="https://tracking.example-carrier.io")
    assert {names for _, names in found} == {("seller_name",)}


def test_a_link_is_checked_where_it_leads(
    make_template: MakeTemplate, approved: Approve, linter: Linter
) -> None:
    """The words of a link tell nothing of it."""
    template = make_template(
        '<p>{{order_id}}: see <a href="{{order_link}}">your order page</a>.</p>'
    )
    template = approved(template)
    fine = "https://www.amazon.com/gp/your-account/order-details?orderID=112-3456789-0123456"

    assert refused(template, linter, Format.HTML, order_link=fine) == []
    found = refused(template, linter, Format.HTML, order_link="http://kitchen-shop.com/x")
    assert ("unsecured-link", ("order_link",)) in found


def test_what_is_too_long_is_what_makes_it_long(
    make_template: MakeTemplate, approved: Approve, linter: Linter
) -> None:
    """The placeholder without which the rest fits."""
    words = " ".join(f"line {number} is read" for number in range(110))
    page = f"<p>Order {{{{order_id}}}} {{{{buyer_name}}}} {words}</p>"
    template = approved(replace(make_template(page), channel="contact-form"))

    assert refused(template, linter, **FINE) == []
    found = refused(template, linter, **FINE, buyer_name="long name " * 60)
    assert found == [("text-too-long", ("buyer_name",))]


def test_a_bad_order_id_is_not_saved_by_the_subject(
    make_template: MakeTemplate, approved: Approve, linter: Linter
) -> None:
    """It has the same one."""
    template = approved(make_template(LATE, subject="Order {{order_id}}"))

    assert refused(template, linter, order_id="112-12") == [("order-id-missing", ("order_id",))]


def test_the_template_has_to_be_approved(make_template: MakeTemplate, linter: Linter) -> None:
    """Values open no gate."""
    with pytest.raises(NotApprovedError):
        OrderGate(make_template(LATE), Format.TEXT, linter, no_images)
    assert issubclass(ValuesRefusedError, GateClosedError)
