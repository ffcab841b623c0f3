"""Virtual environments: made once, filled from the lock, refilled when the lock changes."""

import hashlib
import importlib
import importlib.util
import os
import subprocess
import sys
import tomllib
import venv
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from devtools.lock import BUILD, only, without
from devtools.problem import Problem

_STAMP = "installed-from"


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment `folder` of the project at `root`, less the projects `leave_out`."""

    root: Path
    folder: str
    leave_out: Collection[str] = frozenset()

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.root / self.folder

    @property
    def python(self) -> Path:
        """Its interpreter."""
        if os.name == "nt":
            return self.path / "Scripts" / "python.exe"
        return self.path / "bin" / "python"

    def ensure(self) -> None:
        """Make it and install what the lock says, unless that was done already.

        Raises:
            Problem: this Python cannot make environments, it is a link to another, or an install
            failed.
        """
        if self.is_installed():
            return
        if self.path.is_symlink():
            raise Problem(f"{self.folder} is a link: installing would empty what it points to.")
        require_python()
        print(f"Setting up {self.folder} (once, and again when packages change).", flush=True)
        venv.create(self.path, clear=True, with_pip=True, symlinks=os.name != "nt")
        # langdetect is published as source: what builds it must be there first
        self._install(only(self._lock, BUILD), "build.txt")
        self._install(without(self._lock, self.leave_out), "packages.txt")
        self._pip("--no-build-isolation", "--no-deps", "--editable", str(self.root))
        self.mark_installed()

    def is_installed(self) -> bool:
        """Whether it holds what the lock and the project say now."""
        stamp = self.path / _STAMP
        if not (self.python.exists() and stamp.exists()):
            return False
        return stamp.read_text("utf-8") == self._fingerprint()

    def mark_installed(self) -> None:
        """Remember what it was made from."""
        (self.path / _STAMP).write_text(self._fingerprint(), encoding="utf-8")

    @property
    def _lock(self) -> Path:
        return self.root / "packaging" / "lock.txt"

    def _install(self, requirements: str, name: str) -> None:
        file = self.path / name
        file.write_text(requirements, encoding="utf-8")
        self._pip("--no-build-isolation", "--no-deps", "--require-hashes", "-r", str(file))

    def _pip(self, *arguments: str) -> None:
        pip = [str(self.python), "-m", "pip", "--disable-pip-version-check", "install", "-qq"]
        if subprocess.run([*pip, *arguments], check=False).returncode:
            raise Problem("Packages could not be installed; pip says why above.")

    def _fingerprint(self) -> str:
        """Changes when the environment must be made anew."""
        project = tomllib.loads((self.root / "pyproject.toml").read_text("utf-8")).get(
            "project", {}
        )
        parts = [
            self._lock.read_bytes(),
            repr(project).encode(),
            repr(sys.version_info[:2]).encode(),
            str(self.path).encode(),
        ]
        return hashlib.sha256(b"\0".join(parts)).hexdigest()


def require_python() -> None:
    """Refuse a Python that cannot make virtual environments."""
    if not can_make_environments():
        raise Problem(
            "This Python cannot make virtual environments: install its venv and ensurepip."
        )


def can_make_environments() -> bool:
    """Whether `python -m venv` works: Debian splits it into a package of its own."""
    importlib.invalidate_caches()  # it may have been installed a moment ago
    return importlib.util.find_spec("ensurepip") is not None
