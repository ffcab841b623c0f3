from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from composer import rules
from composer.document.html.reader import read_html
from composer.library.approval import approve, no_images
from composer.library.template_file import read_subject
from composer.lint.engine import Linter
from composer.policy import Policy
from composer.template import Template

NOW = datetime(2026, 3, 1, tzinfo=UTC)


@pytest.fixture(scope="session")
def linter() -> Linter:
    """Every rule under the newest edition."""
    return Linter(Policy.load(), rules.load())


@pytest.fixture(scope="session")
def make_template(linter: Linter) -> Callable[..., Template]:
    """Make a template of HTML, a problem with an order unless told otherwise."""

    def make(
        html: str,
        subject: str = "Order {{order_id}}",
        name: str = "",
        reason: str = "order-problem",
        language: str = "en-US",
    ) -> Template:
        table = linter.policy.placeholder_table()
        body = read_html(html, table).document
        line = read_subject(subject, table)
        return Template(name=name, subject=line, body=body, reason=reason, language=language)

    return make


@pytest.fixture(scope="session")
def approved(linter: Linter) -> Callable[..., Template]:
    """Approve a template as the app does; fails where findings are open."""

    def work(template: Template, images: Callable[[str], bytes | None] = no_images) -> Template:
        edition = linter.policy.edition.id
        return approve(template, linter.lint(template), edition=edition, now=NOW, images=images)

    return work
