import re
import tomllib
from pathlib import Path

from devtools.lock import BUILD, CHECKERS, QT, only, requirements, without

ROOT = Path(__file__).parents[2]
LOCK = ROOT / "packaging" / "lock.txt"


def test_every_requirement_is_exact_and_hashed() -> None:
    """The lock leaves pip no choice: one version and at least one hash each."""
    for lines in requirements(LOCK).values():
        for line in lines:
            assert re.match(r"[\w.-]+==[\w.]+ ", line)
            assert "--hash=sha256:" in line


def test_lock_covers_what_the_project_asks_for() -> None:
    """Each dependency of pyproject.toml, and each one for development, is locked."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = project["dependencies"] + project["optional-dependencies"]["dev"]
    names = {re.split(r"[<>=;]", line)[0].lower().replace("_", "-") for line in asked}
    assert names <= requirements(LOCK).keys()


def test_groups_name_locked_packages() -> None:
    """The groups that set-up leaves out or installs first are in the lock, by these names."""
    assert requirements(LOCK).keys() >= QT | CHECKERS | BUILD


def test_lock_names_no_server() -> None:
    """Where packages come from is each machine's own affair."""
    assert "://" not in LOCK.read_text("utf-8")


def test_requirements_keep_hashes_and_markers_of_both_versions(tmp_path: Path) -> None:
    """A package locked twice, by Python version, keeps both lines whole."""
    lock = tmp_path / "lock.txt"
    lock.write_text(
        "# comment\n"
        "Soup_Sieve==2.1 ; python_full_version < '3.11.5' \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n"
        "soup-sieve==4.1 ; python_full_version >= '3.11.5' \\\n    --hash=sha256:cc\n"
        "six==1.0 \\\n    --hash=sha256:dd\n",
        encoding="utf-8",
    )
    assert requirements(lock) == {
        "soup-sieve": [
            "Soup_Sieve==2.1 ; python_full_version < '3.11.5' --hash=sha256:aa --hash=sha256:bb",
            "soup-sieve==4.1 ; python_full_version >= '3.11.5' --hash=sha256:cc",
        ],
        "six": ["six==1.0 --hash=sha256:dd"],
    }
    assert without(lock, {"soup-sieve"}) == only(lock, {"six"}) == "six==1.0 --hash=sha256:dd\n"
