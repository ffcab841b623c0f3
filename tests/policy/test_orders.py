"""Sample orders: what ships is realistic, whole, and covers what stretches a message."""

import unicodedata
from pathlib import Path

import pytest

from composer import resources, rules
from composer.policy import Policy, PolicyError, SampleOrder
from composer.policy.order import TYPICAL, own_order, shipped_orders, worst_case


def _order(policy: Policy, name: str) -> SampleOrder:
    return next(order for order in policy.orders if order.id == name)


def test_the_orders_that_ship_stand_in_their_order(policy: Policy) -> None:
    """The typical one comes first."""
    assert [order.id for order in policy.orders] == [
        "typical",
        "short",
        "very-long-product-name",
        "names-in-cyrillic-and-greek",
        "names-in-chinese-and-japanese",
        "right-to-left",
    ]


def test_every_order_has_a_value_for_every_placeholder(policy: Policy) -> None:
    """None is longer than values are in practice, which the length of a message counts with."""
    for order in policy.orders:
        assert list(order.values) == list(policy.placeholders)
        for name, value in order.values.items():
            assert 0 < len(value) <= policy.placeholders[name].longest, f"{order.id}: {name}"
            assert value == " ".join(value.split())


def test_the_typical_order_is_what_the_placeholders_say(policy: Policy) -> None:
    """The same samples as in the list of placeholders."""
    assert all(
        policy.placeholders[name].samples[0] == value
        for name, value in _order(policy, TYPICAL).values.items()
    )


def test_the_short_order_is_shorter(policy: Policy) -> None:
    """In every value that it names."""
    typical, short = _order(policy, TYPICAL), _order(policy, "short")

    assert all(len(value) <= len(typical.values[name]) for name, value in short.values.items())


def test_the_long_name_is_what_long_names_are_like(policy: Policy) -> None:
    """As long as most listings may have it, with capitals and symbols."""
    name = _order(policy, "very-long-product-name").values["product_name"]

    assert len(name) == 200
    assert sum(word.isupper() for word in name.split()) > 4
    assert set("™®–☕,") <= set(name)


@pytest.mark.parametrize(
    ("name", "scripts"),
    [
        ("names-in-cyrillic-and-greek", {"CYRILLIC", "GREEK"}),
        ("names-in-chinese-and-japanese", {"CJK", "HIRAGANA", "KATAKANA"}),
        ("right-to-left", {"ARABIC", "HEBREW"}),
    ],
)
def test_names_are_in_the_scripts_they_claim(policy: Policy, name: str, scripts: set[str]) -> None:
    """Buyer, article, shop and seller; no Latin letter stands in a name."""
    values = _order(policy, name).values
    names = " ".join(values[key] for key in ("buyer_name", "store_name", "seller_name"))
    text = f"{names} {values['product_name']}"
    found = {unicodedata.name(char).split()[0] for char in text if char.isalpha()}

    assert scripts <= found
    assert not any(unicodedata.name(char).startswith("LATIN") for char in names if char.isalpha())


def test_the_worst_case_is_the_longest_of_each(policy: Policy) -> None:
    """The seller's own orders count too."""
    own = own_order("Mine", {"buyer_name": "x" * 60}, policy.orders[0])
    worst = worst_case((*policy.orders, own))

    assert worst.values["buyer_name"] == "x" * 60
    for name in policy.placeholders:
        longest = max(len(order.values[name]) for order in (*policy.orders, own))
        assert len(worst.values[name]) == longest


def test_an_own_order_is_typical_where_it_does_not_say(policy: Policy) -> None:
    """Values are one line; names of the seller's own tool are kept."""
    own = own_order("Mine", {"carrier": " UPS\n SCS ", "gift": "Card"}, policy.orders[0])

    assert own.own
    assert own.value("carrier") == "UPS SCS"
    assert own.value("gift") == "Card"
    assert own.value("quantity") == "2"
    assert own.value("unheard") is None


def test_a_slip_in_a_file_is_refused(
    policy: Policy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name that no placeholder has would never be shown."""
    (tmp_path / "slip.toml").write_text('title = "A"\nposition = 1\n[values]\nbuyer_nam = "B"\n')
    monkeypatch.setattr(resources, "path", lambda _name: tmp_path)

    with pytest.raises(PolicyError, match="unknown buyer_nam"):
        shipped_orders(policy.placeholders)


def test_what_values_are_not_checked_with_is_there(policy: Policy) -> None:
    """Every rule and placeholder named exists, each with a reason, no rule twice."""
    ids = {rule.id for rule in rules.load()}
    named = [rule for entry in policy.filled.left_out for rule in entry.rules]

    assert set(named) <= ids
    assert len(named) == len(set(named))
    assert all(entry.reason.endswith(".") for entry in policy.filled.left_out)
    for entry in policy.filled.left_out:
        assert entry.placeholders <= policy.placeholders.keys()


def test_the_issues_of_long_names_are_looked_for(policy: Policy) -> None:
    """Symbols, capitals and length, whatever they stand in; telephone numbers in addresses."""
    for rule in ("emoji", "capital-letters", "text-too-long"):
        assert not policy.filled.leaves_out(rule, ["product_name"])
    assert policy.filled.leaves_out("telephone-number", ["tracking_number"])
    assert not policy.filled.leaves_out("telephone-number", ["tracking_number", "custom_text"])
    assert policy.filled.leaves_out("spelling", ["buyer_name"])
