import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel that building makes, opened."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return zipfile.ZipFile(next(folder.glob("permitted-*.whl")))


def test_wheel_carries_every_resource(wheel: zipfile.ZipFile) -> None:
    """Each file of resources/ is inside the package, where an installed Permitted looks for it."""
    resources = ROOT / "resources"
    files = (file for file in resources.rglob("*") if file.is_file())
    expected = {f"composer/_resources/{file.relative_to(resources).as_posix()}" for file in files}
    assert expected
    assert expected <= set(wheel.namelist())


def test_wheel_carries_nothing_else(wheel: zipfile.ZipFile) -> None:
    """Tests and build scripts stay out; the marker for type checkers and the licence are in."""
    top = {name.split("/")[0] for name in wheel.namelist()}
    assert {name for name in top if not name.endswith(".dist-info")} == {"composer"}
    assert "composer/py.typed" in wheel.namelist()
    assert any(name.endswith("licenses/LICENSE") for name in wheel.namelist())


def test_wheel_offers_both_commands(wheel: zipfile.ZipFile) -> None:
    """The command line and the app are started by name after installation."""
    entry = next(name for name in wheel.namelist() if name.endswith("entry_points.txt"))
    points = wheel.read(entry).decode()
    assert "[console_scripts]\npermitted = composer.cli.main:main" in points
    assert "[gui_scripts]\npermitted-gui = composer.gui.app:main" in points
