from collections.abc import Callable
from pathlib import Path

import pytest

from composer.document import Block, Document, Text
from composer.library.folder import Library
from composer.policy import Policy
from composer.template import Template


@pytest.fixture(scope="session")
def policy() -> Policy:
    """The newest edition."""
    return Policy.load()


@pytest.fixture
def library(tmp_path: Path, policy: Policy) -> Library:
    """A library in an empty folder."""
    folder = tmp_path / "library"
    folder.mkdir()
    return Library(folder, policy)


@pytest.fixture(scope="session")
def make_template() -> Callable[..., Template]:
    """Make a template from lines of text."""

    def make(
        *lines: str, name: str = "Greeting", reason: str = "", language: str = "en-US"
    ) -> Template:
        body = Document(tuple(Block(inlines=(Text(line),)) for line in lines or ("Hello",)))
        return Template(name=name, body=body, reason=reason, language=language)

    return make
