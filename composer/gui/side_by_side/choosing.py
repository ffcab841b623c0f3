"""What the open template can be compared with, in words."""

from collections.abc import Iterable
from datetime import datetime

from composer.gui.widgets.choice import ChoiceItem
from composer.gui.words.saying import language_title
from composer.gui.words.text import day_text, time_text, tr_
from composer.library.approval import Images, is_approved
from composer.library.files import StoredTemplate
from composer.library.history import Version
from composer.library.template_file import PREFIX, read_template
from composer.policy import Policy
from composer.template import Template

_APPROVAL = f"{PREFIX}approval"


def version_title(version: Version, *, approved: bool) -> str:
    """Return when a version was kept, and that it was approved or on what occasion."""
    at = version.at.astimezone()
    today = at.date() == datetime.now(at.tzinfo).date()
    day = tr_("side_by_side.today") if today else day_text(at)
    occasion = "approved" if approved else version.kind
    return tr_(f"side_by_side.version.{occasion}", day=day, time=time_text(at))


def holds_approval(version: Version, policy: Policy, images: Images) -> bool:
    """Whether a version was approved as it is; with `images` of today, and no if unreadable."""
    if _APPROVAL not in version.text:  # most have none, and reading takes its time
        return False
    try:
        return is_approved(read_template(version.text, policy), images)
    except ValueError:
        return False


def template_items(entries: Iterable[StoredTemplate], policy: Policy) -> tuple[ChoiceItem, ...]:
    """Return templates as choices, in the order given."""
    return tuple(
        ChoiceItem(str(each.path), template_title(each.template, policy, each.path.stem))
        for each in entries
    )


def template_title(template: Template, policy: Policy, otherwise: str = "") -> str:
    """Return the name of a template and its language; where it has no name, what is given."""
    language = language_title(policy.languages, template.language)
    return tr_("side_by_side.template", name=template.name or otherwise, language=language)
