"""One policy for all tests that only read it."""

import pytest

from composer.policy import Policy


@pytest.fixture(scope="session")
def policy() -> Policy:
    """The newest edition."""
    return Policy.load()
