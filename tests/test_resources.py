from pathlib import Path

import pytest

from composer import resources


def test_root_is_the_folder_that_ships() -> None:
    """The folder found is the one that holds the policy and the starter library."""
    assert (resources.root() / "policy").is_dir()
    assert (resources.root() / "starters").is_dir()


def test_path_names_files_with_slashes() -> None:
    """A name with slashes leads to a file or folder on every system."""
    assert resources.path("policy") == resources.root() / "policy"


@pytest.mark.parametrize("name", ["/policy", "../pyproject.toml", "policy/../..", "policy\\x"])
def test_path_stays_inside(name: str) -> None:
    """A name cannot lead out of the resources."""
    with pytest.raises(ValueError, match="not a resource name"):
        resources.path(name)


def test_missing_resource_is_an_error() -> None:
    """Asking for what does not ship fails at once, with its name."""
    with pytest.raises(FileNotFoundError, match=r"policy/none\.toml"):
        resources.path("policy/none.toml")


def test_installed_package_finds_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a wheel or a frozen app the resources inside the package win."""
    package = tmp_path / "composer"
    (package / "_resources").mkdir(parents=True)
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    resources.root.cache_clear()
    try:
        assert resources.root() == package / "_resources"
    finally:
        resources.root.cache_clear()


def test_incomplete_installation_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without resources anywhere, the error says where they were expected."""
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "composer")
    resources.root.cache_clear()
    try:
        with pytest.raises(FileNotFoundError, match="resources are missing"):
            resources.root()
    finally:
        resources.root.cache_clear()
