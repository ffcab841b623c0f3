import subprocess
import sys

IMPORT_ALL_BUT_THE_APP = """
import importlib, pkgutil, sys
sys.modules.update(dict.fromkeys(["PySide6", "shiboken6", "qtawesome", "qtpy"]))
import composer
for module in pkgutil.walk_packages(composer.__path__, "composer.", onerror=lambda name: None):
    if not module.name.startswith("composer.gui"):
        importlib.import_module(module.name)
        print(module.name)
"""


def test_everything_but_the_app_imports_without_qt() -> None:
    """Every module outside `composer.gui` works where PySide6 cannot be imported."""
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", IMPORT_ALL_BUT_THE_APP],
        check=False,
        capture_output=True,
        text=True,
    )
    assert result.stderr == ""
    assert "composer.document" in result.stdout.split()
