"""Values that are sent are checked more strictly than those of sample orders."""

from composer import rules
from composer.policy import Policy


def test_a_number_that_is_sent_is_the_number_of_an_order(policy: Policy) -> None:
    """A sample's is made up."""
    assert policy.filled.leaves_out("order-id-form", ["order_id"])
    assert not policy.filled.spares("order-id-form", ["order_id"], policy.placeholders)


def test_names_are_not_spelled(policy: Policy) -> None:
    """Whatever the placeholder is called."""
    assert policy.filled.spares("spelling", ["buyer_name", "foo"], policy.placeholders)


def test_only_what_we_know_is_no_statement(policy: Policy) -> None:
    """One value of another kind is enough."""
    assert policy.filled.spares("marketing", ["product_name"], policy.placeholders)
    assert not policy.filled.spares("marketing", ["product_name", "foo"], policy.placeholders)
    assert policy.filled.leaves_out("marketing", ["product_name", "foo"])


def test_a_tracking_number_is_no_telephone_number(policy: Policy) -> None:
    """But a name may not hold one."""
    spares = policy.filled.spares
    assert spares("telephone-number", ["tracking_number", "order_id"], policy.placeholders)
    assert not spares("telephone-number", ["tracking_number", "seller_name"], policy.placeholders)


def test_only_the_sellers_own_names_are_the_sellers(policy: Policy) -> None:
    """All else changes from order to order, or from store to store."""
    own = {name for name, it in policy.placeholders.items() if it.seller}
    assert own == {"store_name", "seller_name"}


def test_how_a_value_looks_is_said_where_a_rule_finds_another(policy: Policy) -> None:
    """Both or neither, with rules that exist and the sample that is shown elsewhere."""
    ids = {rule.id for rule in rules.load()}
    told = [it for it in policy.placeholders.values() if it.form or it.form_rules]

    assert told
    for placeholder in told:
        assert placeholder.form_rules
        assert placeholder.form_rules <= ids
        assert placeholder.samples[0] in placeholder.form
