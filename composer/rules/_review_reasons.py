"""Reasons for which a message may ask for a review, and where it does so in neutral words."""

from collections.abc import Iterator

from composer.language.phrases import Passage, Place
from composer.lint.context import Context

_ASKED_OTHERWISE = (  # what rules see in a request, and put a neutral one in place of
    "conditional_review_request",
    "diverted_complaint",
    "feedback_change_request",
    "positive_review_request",
    "repeated_review_request",
    "review_change_request",
    "review_incentive",
    "review_instructions",
)
# Asking what somebody thinks of a proof is what the second of these is for.
_REQUEST = "review-request"
_FOR_IT = frozenset({_REQUEST, "custom-design"})


def is_review_request(context: Context) -> bool:
    """Whether asking for a review is what the message is for."""
    return context.reason == _REQUEST


def may_ask_for_review(context: Context) -> bool:
    """Whether a request for a review fits the reason chosen; any does where none is (R-PURP)."""
    reason = context.policy.reasons.get(context.reason)
    return reason is None or not reason.proactive or reason.id in _FOR_IT


def neutral_requests(passage: Passage) -> Iterator[Place]:
    """Yield the first request of each sentence that no rule about requests speaks of."""
    done = {it.sentence for it in passage.places("other_review")}
    for topic in _ASKED_OTHERWISE:
        done |= {it.sentence for hit in passage.hits(topic) for it in hit.sentences}
    for place in passage.places("review_request"):
        if place.sentence not in done:
            done.add(place.sentence)
            yield place
