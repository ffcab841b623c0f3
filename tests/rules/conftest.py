from collections.abc import Callable

import pytest

from composer import rules
from composer.document.html.reader import read_html
from composer.document.text import read_text
from composer.lint.context import Settings
from composer.lint.engine import Linter
from composer.lint.finding import Finding
from composer.policy import Policy
from composer.template import Template

Check = Callable[..., tuple[Finding, ...]]


@pytest.fixture(scope="session")
def policy() -> Policy:
    """The newest edition."""
    return Policy.load()


@pytest.fixture(scope="session")
def check(policy: Policy) -> Check:
    """Check a message with every rule: HTML where it begins with a tag, else plain text."""
    linter = Linter(policy, rules.load(), Settings(pictures=frozenset({"team.png"})))
    table = policy.placeholder_table()

    def run(
        body: str,
        language: str = "en",
        reason: str = "order-problem",
        *,
        subject: str = "",
        marketplace: str = "amazon.com",
        channel: str = "",
    ) -> tuple[Finding, ...]:
        is_html = body.lstrip().startswith("<")
        read = read_html if is_html else read_text
        return linter.lint(
            Template(
                subject=read_text(subject, table).document,
                body=read(body, table).document,
                language=language,
                reason=reason,
                channel=channel or ("email" if is_html else "contact-form"),
                marketplace=marketplace,
            )
        )

    return run
