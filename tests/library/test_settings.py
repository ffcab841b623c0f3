from pathlib import Path

import pytest

from composer.library.settings import (
    SettingsError,
    entries,
    find_settings,
    forget,
    read_settings,
    remember,
    settings_for,
)
from composer.lint.context import Settings


def test_settings_are_found_upwards(tmp_path: Path) -> None:
    """The nearest file above a folder holds for it."""
    folder = tmp_path / "shop" / "en"
    folder.mkdir(parents=True)
    outer, inner = tmp_path / "permitted.toml", tmp_path / "shop" / "permitted.toml"
    outer.write_text('words = ["outer"]', encoding="utf-8")

    before = find_settings(folder)
    inner.write_text('words = ["inner"]', encoding="utf-8")

    assert before == outer.resolve()
    assert settings_for(folder).words == {"inner"}


def test_lists_are_read_in_lower_case(tmp_path: Path) -> None:
    """Words, brands and hosts compare without case; blanks are no entries."""
    path = tmp_path / "permitted.toml"
    path.write_text(
        'words = ["Anvora", " "]\nbrands = ["KITCHEN Friends"]\nhosts = ["Track.Example.net "]\n',
        encoding="utf-8",
    )

    assert read_settings(path) == Settings(
        words=frozenset({"anvora"}),
        brands=frozenset({"kitchen friends"}),
        hosts=frozenset({"track.example.net"}),
    )


def test_no_file_means_no_settings(tmp_path: Path) -> None:
    """Without a file nothing is declared."""
    if find_settings(tmp_path) is None:
        assert settings_for(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("words = ", "permitted.toml"),
        ("word = []", "unknown word"),
        ("words = 3", "words must be a list of texts"),
        ("hosts = [3]", "hosts must be a list of texts"),
    ],
)
def test_slips_are_told(tmp_path: Path, text: str, message: str) -> None:
    """What cannot be meant is an error that names it."""
    path = tmp_path / "permitted.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(SettingsError, match=message):
        read_settings(path)


def test_an_entry_is_remembered_beside_what_stands_there(tmp_path: Path) -> None:
    """Comments and other lists stay; the same entry is not added twice."""
    path = tmp_path / "permitted.toml"
    path.write_text('# ours\nbrands = ["Anvora"]\n', encoding="utf-8")

    for _ in range(2):
        remember(tmp_path, "words", "parcell")

    assert path.read_text("utf-8") == '# ours\nbrands = ["Anvora"]\nwords = ["parcell"]\n'


def test_entries_are_listed_as_typed_and_forgotten(tmp_path: Path) -> None:
    """What is read without case is shown, added and taken away with it; the rest stays."""
    path = tmp_path / "permitted.toml"
    path.write_text('# ours\nwords = ["Anvora", "Zellora"]\nhosts = ["a.example"]\n', "utf-8")

    remember(tmp_path, "words", "ZELLORA")
    assert entries(tmp_path)["words"] == ("Anvora", "Zellora")
    forget(tmp_path, "words", "zellora")

    assert entries(tmp_path)["words"] == ("Anvora",)
    assert entries(tmp_path)["brands"] == ()
    assert path.read_text("utf-8") == '# ours\nwords = ["Anvora"]\nhosts = ["a.example"]\n'


def test_forgetting_makes_no_file(tmp_path: Path) -> None:
    """Where nothing is remembered there is nothing to take away."""
    if find_settings(tmp_path) is None:
        forget(tmp_path, "words", "zellora")

        assert not list(tmp_path.iterdir())


def test_nothing_is_remembered_in_a_damaged_file(tmp_path: Path) -> None:
    """A file that cannot be read is told, and left as it is."""
    path = tmp_path / "permitted.toml"
    path.write_text("words = [", encoding="utf-8")

    with pytest.raises(SettingsError, match=r"permitted\.toml"):
        remember(tmp_path, "words", "parcell")
    assert path.read_text("utf-8") == "words = ["
