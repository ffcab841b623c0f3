"""Reasons for which a message may ask for a review."""

from composer.lint.context import Context

# Asking what somebody thinks of a proof is what the second of these is for.
_FOR_IT = frozenset({"review-request", "custom-design"})


def may_ask_for_review(context: Context) -> bool:
    """Whether a request for a review fits the reason chosen; any does where none is (R-PURP)."""
    reason = context.policy.reasons.get(context.reason)
    return reason is None or not reason.proactive or reason.id in _FOR_IT
