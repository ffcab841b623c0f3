from collections.abc import Callable

import pytest

from composer.lint.finding import Finding

Check = Callable[..., tuple[Finding, ...]]


@pytest.mark.parametrize(
    ("body", "titles"),
    [
        ('<p dir="rtl">Order {{order_id}}</p>', [[]]),
        ('<div dir="rtl"><p>Order {{order_id}}</p><p>is late.</p></div>', [[]]),
        ('<p align="right">Order {{order_id}}</p>', [["Reset alignment"]]),
        (
            '<p dir="rtl">Order {{order_id}}</p><p style="text-align: right">is late.</p>',
            [[], ["Reset alignment"]],
        ),
    ],
)
def test_only_what_is_set_can_be_reset(check: Check, body: str, titles: list[list[str]]) -> None:
    """Alignment that follows from the direction of writing has no fix that would do nothing."""
    found = [it for it in check(body) if it.rule == "text-alignment"]

    assert [[fix.title for fix in it.fixes] for it in found] == titles
