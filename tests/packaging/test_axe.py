"""The copy of axe-core that ships: unmodified, with its licence, told of where the others are."""

import hashlib
import tomllib

from composer import resources

NOTED = tomllib.loads(resources.path("axe/axe.toml").read_text(encoding="utf-8"))


def test_every_file_is_as_published() -> None:
    """Each file beside the note has the sum written there, and none is without."""
    folder = resources.path("axe")
    found = {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in folder.iterdir()
        if file.name != "axe.toml"
    }
    assert found == NOTED["sha256"]


def test_the_version_is_the_one_noted() -> None:
    """The file says itself what it is, and under which licence."""
    head = resources.path("axe/axe.min.js").read_text(encoding="utf-8")[:600]
    assert head.startswith(f"/*! axe v{NOTED['version']}\n")
    assert "Mozilla Public\n * License, v. 2.0" in head
    licence = resources.path("axe/LICENSE").read_text(encoding="utf-8")
    assert licence.startswith("Mozilla Public License, version 2.0")
