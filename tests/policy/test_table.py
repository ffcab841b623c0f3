"""Damaged policy data is refused with the place of the damage."""

from pathlib import Path

import pytest

from composer.policy.source import read_sources
from composer.policy.table import PolicyError, Table


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('[[source]]\nid = "a"\ngrade = "A"\n', "source a: name is missing"),
        ('[[source]]\nid = "a"\ngrade = "A"\nname = 3\n', "name must be a text"),
        ('[[source]]\nid = "a"\ngrade = "A"\nname = "N"\nlink = "x"\n', "unknown link"),
        ('[[source]]\nid = "a"\ngrade = "A"\nname = "N"\ndate = "soon"\n', "date must be a date"),
        ("source = 3\n", "source must be an array of tables"),
        ("source = [\n", "sources.toml"),
    ],
)
def test_the_error_names_the_place(tmp_path: Path, toml: str, message: str) -> None:
    """A translator who slips reads which table and key is meant."""
    file = tmp_path / "sources.toml"
    file.write_text(toml, encoding="utf-8")

    with pytest.raises(PolicyError, match=message):
        read_sources(Table.load(file))
