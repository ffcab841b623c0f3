"""What no program can check: the statements that whoever approves a template confirms."""

import re
from collections.abc import Callable, Mapping

from composer.document import Document, Image
from composer.lint.context import Context, Message
from composer.policy import Clause, Policy
from composer.template import Template

_Applies = Callable[[Template, Message], bool]
_WEB = re.compile(r"https?://\S+\Z", re.IGNORECASE)


def statements(template: Template, policy: Policy) -> tuple[Clause, ...]:
    """Return the clauses whose statement concerns `template`, in the order of the guidelines.

    Pictures are looked at one by one, by a rule of their own.
    """
    context = Context(
        policy=policy,
        language=template.language,
        reason=template.reason,
        channel=template.channel,
        marketplace=template.marketplace,
    )
    message = Message(template, context)
    return tuple(
        clause
        for clause in policy.clauses.values()
        if clause.statement_for(template.reason)
        and _APPLIES.get(clause.id, _never)(template, message)
    )


def lacks_reason(template: Template, policy: Policy) -> bool:
    """Return whether nobody said what `template` is for: what depends on that was not checked."""
    return template.reason not in policy.reasons


def lacks_subject(template: Template, policy: Policy) -> bool:
    """Return whether the buyer would get `template` with a subject that is empty."""
    channel = policy.channels.get(template.channel)
    return channel is not None and channel.free_subject and not template.subject.text.strip()


def links_to_try(template: Template) -> tuple[str, ...]:
    """Return where the links of the body lead, each address once, without those to fill in."""
    links = [inline.marks.link for _, _, inline in template.body.runs()]
    found = dict.fromkeys(link.href.strip() for link in links if link is not None)
    return tuple(each for each in found if _WEB.match(each) and "{" not in each)


def _proactive(_template: Template, message: Message) -> bool:
    return message.context.proactive


def _asks_for_a_review(template: Template, message: Message) -> bool:
    asks = any(passage.has("review_request") for passage in message.passages)
    return message.context.proactive and (template.reason == "review-request" or asks)


def _has_links(template: Template, _message: Message) -> bool:
    return any(inline.marks.link for _, _, inline in template.body.runs())


def _shows_a_logo(template: Template, _message: Message) -> bool:
    return any("logo" in f"{it.src} {it.alt or ''}".lower() for it in _images(template.body))


def _never(_template: Template, _message: Message) -> bool:
    return False


def _images(document: Document) -> list[Image]:
    return [inline for _, _, inline in document.runs() if isinstance(inline, Image)]


_APPLIES: Mapping[str, _Applies] = {
    "R-AUD": _proactive,
    "R-PURP": _proactive,
    "R-30D": _proactive,
    "R-ONCE": _asks_for_a_review,
    "R-SEND": lambda template, _: template.channel == "email",
    "V-FB": lambda _, message: any(it.hits("feedback_change_request") for it in message.passages),
    "M-OOS": lambda _, message: any(it.hits("missing_adjustment") for it in message.passages),
    "C-LINK": _has_links,
    "C-ATT": lambda template, _: bool(template.attachments),
    "C-LOGO": _shows_a_logo,
}
