"""The seller's own sample orders: kept in the library's settings, with what else stands there."""

from pathlib import Path

import pytest

from composer.library.orders import all_orders, find_order, keep_orders, own_orders
from composer.library.settings import SettingsError, entries, remember, settings_for
from composer.policy import Policy
from composer.policy.order import own_order

TWO = """\
# ours
words = ["anvora"]

# from March
[[orders]]
name = "Gift"  # the usual one
[orders.values]
carrier = "UPS"  # mostly
"Buyer Name" = "Ben Ott"

[[orders]]
name = "Plain"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The settings of a library with two orders."""
    path = tmp_path / "permitted.toml"
    path.write_text(TWO, encoding="utf-8")
    return path


def test_orders_are_read(tmp_path: Path, file: Path, policy: Policy) -> None:
    """Under canonical names, whatever tool's name is written; the rest is typical."""
    gift, plain = own_orders(tmp_path, policy)

    assert (gift.title, gift.own, gift.id) == ("Gift", True, "own:Gift")
    assert gift.value("buyer_name") == "Ben Ott"
    assert gift.value("carrier") == "UPS"
    assert gift.value("quantity") == policy.orders[0].value("quantity")
    assert plain.values == policy.orders[0].values


def test_orders_do_not_disturb_the_other_settings(tmp_path: Path, file: Path) -> None:
    """A word remembered stands before the tables, where TOML wants it."""
    remember(tmp_path, "brands", "Oak")

    assert settings_for(tmp_path).words == {"anvora"}
    assert entries(tmp_path)["brands"] == ("Oak",)
    assert file.read_text("utf-8").replace('brands = ["Oak"]\n', "") == TWO


def test_keeping_what_is_there_changes_nothing(tmp_path: Path, file: Path, policy: Policy) -> None:
    """Only the name of a placeholder becomes its own; all comments stay."""
    keep_orders(tmp_path, own_orders(tmp_path, policy), policy)

    text = file.read_text("utf-8")
    assert "# ours" in text
    assert "# from March" in text
    assert 'name = "Gift"  # the usual one' in text
    assert 'carrier = "UPS"  # mostly' in text
    assert 'buyer_name = "Ben Ott"' in text
    assert settings_for(tmp_path).words == {"anvora"}


def test_orders_are_changed_added_and_removed(tmp_path: Path, file: Path, policy: Policy) -> None:
    """Only what is not typical is written; what is kept comes back as it was."""
    typical = policy.orders[0]
    gift = own_order("Gift", {"carrier": "DPD", "own_field": "x", "sku": ""}, typical)
    large = own_order("Large “box”", {"quantity": "12"}, typical)

    keep_orders(tmp_path, (gift, large), policy)

    assert own_orders(tmp_path, policy) == (gift, large)
    text = file.read_text("utf-8")
    assert 'carrier = "DPD"  # mostly' in text
    assert "Ben Ott" not in text
    assert "Plain" not in text
    assert "order_id" not in text


def test_the_last_order_leaves_nothing_behind(tmp_path: Path, file: Path, policy: Policy) -> None:
    """But the rest of the file stays."""
    keep_orders(tmp_path, (), policy)

    assert own_orders(tmp_path, policy) == ()
    assert "orders" not in file.read_text("utf-8")
    assert settings_for(tmp_path).words == {"anvora"}


def test_a_library_without_settings_gets_them(tmp_path: Path, policy: Policy) -> None:
    """The file is made for the first order, and not for none."""
    keep_orders(tmp_path, (), policy)
    assert not (tmp_path / "permitted.toml").exists()

    order = own_order("First", {"carrier": "DPD"}, policy.orders[0])
    keep_orders(tmp_path, (order,), policy)

    assert own_orders(tmp_path, policy) == (order,)


@pytest.mark.parametrize(
    "text",
    [
        "orders = 3",
        "orders = [3]",
        "[[orders]]\nvalues = {}",
        '[[orders]]\nname = " "',
        '[[orders]]\nname = "A"\nvalues = 3',
        '[[orders]]\nname = "A"\n[orders.values]\nquantity = 2',
        '[[orders]]\nname = "A"\ntitle = "B"',
    ],
)
def test_slips_are_told_and_not_written_over(tmp_path: Path, policy: Policy, text: str) -> None:
    """What cannot be meant is an error; the words of the library still hold."""
    file = tmp_path / "permitted.toml"
    file.write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError, match=r"permitted\.toml: a sample order needs a name"):
        own_orders(tmp_path, policy)
    with pytest.raises(SettingsError):
        keep_orders(tmp_path, (), policy)
    assert file.read_text("utf-8") == text
    assert settings_for(tmp_path).words == frozenset()
    assert find_order("typical", tmp_path, policy) is policy.orders[0]


def test_a_short_way_to_write_them_is_read_and_kept(tmp_path: Path, policy: Policy) -> None:
    """TOML has another way to write a list of tables."""
    file = tmp_path / "permitted.toml"
    file.write_text('orders = [{ name = "A", values = { carrier = "DPD" } }]', encoding="utf-8")
    orders = own_orders(tmp_path, policy)

    keep_orders(tmp_path, (*orders, own_order("B", {}, policy.orders[0])), policy)

    assert [it.title for it in own_orders(tmp_path, policy)] == ["A", "B"]
    assert own_orders(tmp_path, policy)[0].value("carrier") == "DPD"


def test_the_worst_case_counts_own_orders(tmp_path: Path, file: Path, policy: Policy) -> None:
    """It comes last, and is of the longest values of all."""
    orders = all_orders(tmp_path, policy)

    assert [it.id for it in orders[-3:]] == ["own:Gift", "own:Plain", "worst-case"]
    assert len(orders[-1].values["product_name"]) == 200


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("worst-case", "worst-case"),
        ("Very Long product name", "very-long-product-name"),
        ("gift", "own:Gift"),
        ("own:Gift", "own:Gift"),
    ],
)
def test_orders_are_found_by_name(
    tmp_path: Path, file: Path, policy: Policy, name: str, found: str
) -> None:
    """Titles and ids, without case."""
    assert find_order(name, tmp_path, policy).id == found


def test_an_order_is_read_from_a_file(tmp_path: Path, policy: Policy) -> None:
    """It is called after its file unless it has a name; what ships is not written so."""
    file = tmp_path / "march.toml"
    file.write_text('[values]\ncarrier = "DPD"\n', encoding="utf-8")

    order = find_order(str(file), tmp_path, policy)

    assert (order.title, order.own, order.value("carrier")) == ("march", True, "DPD")
    file.write_text('name = "Spring"\n', encoding="utf-8")
    assert find_order(str(file), tmp_path, policy).title == "Spring"


def test_an_unknown_order_is_told_with_those_there_are(
    tmp_path: Path, file: Path, policy: Policy
) -> None:
    """By the names that find them."""
    with pytest.raises(
        SettingsError, match=r"no sample order “tpyical”; there are typical, .*Gift"
    ):
        find_order("tpyical", tmp_path, policy)
    with pytest.raises(SettingsError, match="No such file"):
        find_order("gone.toml", tmp_path, policy)
