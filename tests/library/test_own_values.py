"""What the seller's own placeholders stand for: kept in the library's settings, nothing else is."""

from pathlib import Path

import pytest

from composer.library.own_values import in_order, keep_own_values, own_values
from composer.library.settings import SettingsError, settings_for
from composer.policy import Policy
from composer.policy.order import own_order


def test_only_what_is_the_sellers_own_is_kept(tmp_path: Path, policy: Policy) -> None:
    """What belongs to one order is not written anywhere."""
    typed = {"seller_name": " Anna Berger ", "order_id": "112-1", "buyer_name": "Ben", "x": "y"}
    keep_own_values(tmp_path, typed, policy)

    assert own_values(tmp_path, policy) == {"seller_name": "Anna Berger"}
    assert (tmp_path / "permitted.toml").read_text("utf-8") == (
        '[values]\nseller_name = "Anna Berger"\n'
    )
    assert [it.name for it in tmp_path.iterdir()] == ["permitted.toml"]


def test_no_file_is_made_for_nothing(tmp_path: Path, policy: Policy) -> None:
    """A form that holds nothing of the seller's, or an empty field."""
    keep_own_values(tmp_path, {"order_id": "112-1", "seller_name": " "}, policy)

    assert list(tmp_path.iterdir()) == []


def test_what_else_stands_in_the_file_stays(tmp_path: Path, policy: Policy) -> None:
    """Comments too; a name as another tool writes it becomes ours."""
    path = tmp_path / "permitted.toml"
    path.write_text('words = ["anvora"]  # ours\n\n[values]\n"Your Name" = "Anna"  # me\n', "utf-8")
    assert own_values(tmp_path, policy) == {"seller_name": "Anna"}
    keep_own_values(tmp_path, {"seller_name": "Anna"}, policy)
    assert '"Your Name" = "Anna"  # me' in path.read_text("utf-8")

    keep_own_values(tmp_path, {"seller_name": "Ben", "store_name": "Tea & “Timber”"}, policy)
    assert own_values(tmp_path, policy) == {"seller_name": "Ben", "store_name": "Tea & “Timber”"}
    assert '["anvora"]  # ours' in path.read_text("utf-8")
    assert settings_for(tmp_path).words == {"anvora"}


def test_an_empty_field_is_forgotten(tmp_path: Path, policy: Policy) -> None:
    """And one that was not asked for is not."""
    keep_own_values(tmp_path, {"seller_name": "Anna", "store_name": "Tea"}, policy)
    keep_own_values(tmp_path, {"seller_name": ""}, policy)
    assert own_values(tmp_path, policy) == {"store_name": "Tea"}

    keep_own_values(tmp_path, {"store_name": ""}, policy)
    assert own_values(tmp_path, policy) == {}
    assert (tmp_path / "permitted.toml").read_text("utf-8").strip() == ""


def test_what_belongs_to_an_order_is_never_offered(tmp_path: Path, policy: Policy) -> None:
    """Whoever wrote it into the file."""
    (tmp_path / "permitted.toml").write_text('[values]\norder_id = "1"\nfoo = "2"\n', "utf-8")

    assert own_values(tmp_path, policy) == {}


@pytest.mark.parametrize("text", ["values = 1\n", "values = [1]\n", "[values]\nseller_name = 3\n"])
def test_what_cannot_be_read_is_not_written_over(tmp_path: Path, policy: Policy, text: str) -> None:
    """One sentence names the file."""
    path = tmp_path / "permitted.toml"
    path.write_text(text, "utf-8")

    with pytest.raises(SettingsError, match=r"permitted\.toml: values must be"):
        own_values(tmp_path, policy)
    with pytest.raises(SettingsError):
        keep_own_values(tmp_path, {"seller_name": "Anna"}, policy)
    assert path.read_text("utf-8") == text


def test_an_order_has_them_in_place_of_the_typical_ones(policy: Policy) -> None:
    """What an order says for itself stays, as the longest name does in the worst case."""
    typical = policy.orders[0]
    named = own_order("Mine", {"seller_name": "Zoe"}, typical)
    own = {"seller_name": "Kate", "store_name": "Pots"}

    assert in_order(typical, own, typical).values == {**typical.values, **own}
    assert in_order(named, own, typical).value("seller_name") == "Zoe"
    assert in_order(named, own, typical).value("store_name") == "Pots"
    assert in_order(typical, {}, typical) == typical
