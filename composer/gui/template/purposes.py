"""What a template can be for, and where, in words."""

from composer.gui.widgets.choice import ChoiceItem
from composer.gui.window.header import PurposeChoices
from composer.gui.words.saying import language_title, named
from composer.gui.words.text import tr_
from composer.policy import Policy
from composer.policy.choosing import LanguageOption, language_options
from composer.template import Template


def purpose_choices(policy: Policy, template: Template) -> PurposeChoices:
    """Return the reasons, channels, stores and languages that `template` can have."""
    store = policy.marketplaces.get(template.marketplace)
    options = language_options(policy.languages, store, template.language)
    reasons = [
        ChoiceItem(
            each,
            named("reason", each, item.title),
            named("reason", each, item.description, "description"),
        )
        for each, item in policy.reasons.items()
    ]
    no_reason = template.reason not in policy.reasons
    if no_reason:
        reasons.insert(0, ChoiceItem(template.reason, tr_("header.choose_reason")))
    return PurposeChoices(
        tuple(reasons),
        tuple(
            ChoiceItem(
                each,
                named("channel", each, item.title),
                named("channel", each, item.description, "description"),
            )
            for each, item in policy.channels.items()
        ),
        tuple(ChoiceItem(domain, domain.capitalize()) for domain in policy.marketplaces),
        _language_items(options.of_store, policy),
        _language_items(options.others, policy),
        reason_needed=tr_("app_state.why_not_reason") if no_reason else "",
    )


def _language_items(options: tuple[LanguageOption, ...], policy: Policy) -> tuple[ChoiceItem, ...]:
    return tuple(ChoiceItem(it.tag, language_title(policy.languages, it.called)) for it in options)
